python3 "$DATA/office_files.py" .
kwalign ingest --sheet Nowhere lists.xlsx && exit 9 || echo "status $?"
kwalign ingest --sheet Notes lists.xlsx && exit 9 || echo "status $?"
