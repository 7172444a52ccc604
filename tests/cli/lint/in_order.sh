kwalign ingest -q "$DATA/ours.csv"
kwalign lint ours
