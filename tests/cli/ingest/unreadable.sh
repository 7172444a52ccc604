. "$DATA/as_user.sh"
cp "$DATA/ours.csv" secret.csv
cp "$DATA/theirs.csv" theirs.csv
chmod 000 secret.csv
as_user kwalign ingest secret.csv theirs.csv
