kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign list
