kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign align ours theirs --json >one
kwalign align ours theirs --json --jobs 4 >two
cmp one two
grep -c '"target_code": "W' one >count
head -n 4 one
