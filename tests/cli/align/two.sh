kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign align ours theirs --min-confidence 0.01
