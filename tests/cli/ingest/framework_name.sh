kwalign ingest --framework desk "$DATA/ours.csv"
