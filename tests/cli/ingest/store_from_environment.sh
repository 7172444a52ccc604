KWALIGN_STORE=mine.db kwalign ingest -q "$DATA/ours.csv"
ls
kwalign list --store mine.db -q
