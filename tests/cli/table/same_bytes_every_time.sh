kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
for suffix in html xlsx csv md json; do
    kwalign table -q ours theirs -o "one.$suffix" --jobs 1
    kwalign table -q ours theirs -o "two.$suffix" --jobs 4
    cmp "one.$suffix" "two.$suffix"
done
