kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign table ours theirs --format csv --min-confidence 0.01 >table.csv
head -n 1 table.csv
cut -d, -f1,2,10,11 table.csv | grep -E ',(A.1|A.2),'
