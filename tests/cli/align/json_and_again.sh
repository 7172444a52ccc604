kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign align ours theirs --min-confidence 0.01 --json >one
kwalign align ours theirs --min-confidence 0.01 --json --jobs 4 >two
cmp one two
grep -c '"target_code": "W1"' one
head -n 4 one
