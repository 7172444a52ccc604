mkdir a b
cp "$DATA/ours.csv" a
cp "$DATA/theirs.csv" b
kwalign ingest '*/*.csv'
find . -name '*.csv' -print0 | sort -z | kwalign ingest --files-from -
kwalign ingest 'c*/*.csv' && exit 9 || echo "status $?"
