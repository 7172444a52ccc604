: >empty.pdf
kwalign ingest empty.pdf "$DATA/ours.csv"
