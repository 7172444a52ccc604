cp "$DATA/ours.csv" secret.csv
chmod 000 secret.csv
if cat secret.csv >/dev/null 2>&1; then
    echo "skipped: this user may read everything"
    exit 0
fi
kwalign ingest secret.csv "$DATA/theirs.csv"
