cp "$DATA/ours.csv" ours.csv
kwalign ingest -q ours.csv
echo 'A.4,Repairs printers,en,A,,competence,3' >>ours.csv
kwalign ingest ours.csv
kwalign list
