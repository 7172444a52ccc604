kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign table ours theirs --format csv >/dev/full
