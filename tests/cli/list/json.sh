cp "$DATA/ours.csv" ours.csv
kwalign ingest -q ours.csv
kwalign list --json
