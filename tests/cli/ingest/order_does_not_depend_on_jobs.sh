mkdir lists
for n in 1 2 3 4 5 6 7 8 9 10 11 12; do cp "$DATA/theirs.csv" "lists/list$n.csv"; done
kwalign ingest --jobs 1 --store one.db lists >one
kwalign ingest --jobs 8 --store eight.db lists >eight
cmp one eight
cut -f1,3 one
