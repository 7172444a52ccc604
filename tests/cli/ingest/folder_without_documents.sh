mkdir empty
kwalign ingest empty
