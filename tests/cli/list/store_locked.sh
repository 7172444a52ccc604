kwalign ingest -q "$DATA/ours.csv"
hold_store kwalign.db kwalign list
hold_store kwalign.db kwalign ingest "$DATA/theirs.csv" && exit 9 || echo "status $?"
kwalign list
