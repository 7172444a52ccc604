kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign cover ours --by theirs
