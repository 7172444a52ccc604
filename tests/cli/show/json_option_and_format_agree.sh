kwalign ingest -q "$DATA/ours.csv"
kwalign show ours --json >one
kwalign show ours --format json >two
cmp one two
head -n 2 one
