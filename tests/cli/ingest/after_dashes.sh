# What stands behind "--" is a file, whatever it looks like.
cp "$DATA/ours.csv" ./-ours.csv
kwalign ingest --framework ours -- -ours.csv
