kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign table ours theirs --format csv --min-confidence 0.01 --all | grep ',none,' | cut -d, -f2,11
