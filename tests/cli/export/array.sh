kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign export ours theirs -o both.json
grep -c '^  "id"' both.json
kwalign export ours --without-persons | head -n 3
