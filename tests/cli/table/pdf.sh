[ -x /usr/bin/weasyprint ] || { echo "skipped: WeasyPrint is not installed"; exit 0; }
kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign table ours theirs --view matrix --min-confidence 0.01 -o table.pdf
head -c 5 table.pdf
