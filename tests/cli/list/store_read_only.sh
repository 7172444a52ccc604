. "$DATA/as_user.sh"
cp "$DATA/ours.csv" ours.csv
kwalign ingest -q ours.csv
mkdir fixed
cp kwalign.db fixed
chmod 444 fixed/kwalign.db
chmod 555 fixed
as_user kwalign list --store fixed/kwalign.db || echo "status $?"
as_user kwalign ingest --store fixed/kwalign.db ours.csv && exit 9 || echo "status $?"
