mkdir -p all/inner
cp "$DATA/ours.csv" all
cp "$DATA/theirs.csv" all/inner
touch all/picture.png
kwalign ingest all
