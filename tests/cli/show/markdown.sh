cp "$DATA/ours.csv" ours.csv
kwalign ingest -q ours.csv
kwalign show our --format md
