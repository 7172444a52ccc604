kwalign ingest -q "$DATA/ours.csv"
kwalign align ours nothing
