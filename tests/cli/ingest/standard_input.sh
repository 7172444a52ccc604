kwalign ingest --framework piped - <"$DATA/theirs.csv"
kwalign list
