cp "$DATA/ours.csv" ours.csv
mkdir copy
cp ours.csv copy
kwalign ingest ours.csv copy/ours.csv
