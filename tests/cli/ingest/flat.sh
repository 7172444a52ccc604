kwalign ingest "$DATA/ours.csv" "$DATA/theirs.csv"
