KWALIGN_DATA=/nowhere kwalign ingest "$DATA/ours.csv"
