kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
for language in en nl et; do
    LC_ALL=C kwalign table -q ours theirs --interface $language --date 2026-03-01 --min-confidence 0.01 -o one.html
    LC_ALL=nl_NL.UTF-8 LANG=et kwalign table -q ours theirs --interface $language --date 2026-03-01 --min-confidence 0.01 -o two.html
    cmp one.html two.html
    grep -o '<html lang="..">' one.html
    sed -n 's/.*<p class="provenance">\([^·<]*[0-9]\).*/\1/p' one.html
done
