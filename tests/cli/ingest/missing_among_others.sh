kwalign ingest nowhere.pdf "$DATA/ours.csv"
