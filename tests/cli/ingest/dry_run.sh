kwalign ingest --dry-run "$DATA/ours.csv"
ls
