python3 "$DATA/office_files.py" .
mv lists.xlsx lists.csv
mv shop.docx shop.txt
kwalign ingest --framework ours lists.csv shop.txt
kwalign ingest --framework theirs --sheet Theirs - <lists.csv
kwalign list
