kwalign ingest --json --quiet "$DATA/theirs.csv" || status=$?
