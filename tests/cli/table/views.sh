kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
for view in all table matrix flow; do
    kwalign table -q ours theirs --view $view --min-confidence 0.01 -o page.html
    echo "$view: $(grep -o 'id="pair-1-[a-z]*"' page.html | cut -d- -f3 | tr -d '"' | grep -v title | tr '\n' ' ')"
done
kwalign table ours theirs --view flow --format csv || echo "status $?"
