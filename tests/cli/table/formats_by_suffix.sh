kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
for suffix in html xlsx csv md json; do kwalign table ours theirs -o "table.$suffix"; done
ls
head -c 15 table.html
echo
head -c 2 table.xlsx
echo
kwalign table ours theirs --json | cmp - table.json
kwalign table ours theirs -o - | cmp - table.md
