kwalign ingest -q "$DATA/ours.csv"
kwalign cover nothing --by ours
