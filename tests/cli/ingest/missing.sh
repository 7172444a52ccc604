kwalign ingest nowhere.pdf
