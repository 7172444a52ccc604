kwalign ingest -q "$DATA/ours.csv"
mkdir fixed
cp kwalign.db fixed
chmod 444 fixed/kwalign.db
chmod 555 fixed
if touch fixed/x 2>/dev/null; then
    echo "skipped: this user may write everywhere"
    exit 0
fi
kwalign list --store fixed/kwalign.db
kwalign ingest --store fixed/kwalign.db "$DATA/theirs.csv" && exit 9 || echo "status $?"
