kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign table ours theirs --format csv --all | grep -c ',none,'
