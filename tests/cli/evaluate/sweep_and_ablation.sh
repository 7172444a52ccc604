kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign evaluate ours theirs --gold "$DATA/gold.tsv" --sweep --ablation --human 0.92
