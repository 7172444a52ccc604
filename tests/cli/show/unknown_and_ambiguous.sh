cp "$DATA/ours.csv" a-one.csv
cp "$DATA/ours.csv" a-two.csv
kwalign ingest -q a-one.csv a-two.csv
for name in b a-; do kwalign show "$name" && exit 9 || echo "status $?"; done
