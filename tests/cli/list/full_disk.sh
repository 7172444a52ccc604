kwalign ingest -q "$DATA/ours.csv"
kwalign list --json >/dev/full
