kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign table ours theirs --format csv --top 1 | tail -n +2 | cut -d, -f2,11 | grep -E '^A\.[12],'
