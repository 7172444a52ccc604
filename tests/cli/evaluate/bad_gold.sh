kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
printf 'source_code\trelation\ttarget_code\nA.1\tsimilar\tW1\n' >gold.tsv
kwalign evaluate ours theirs --gold gold.tsv
