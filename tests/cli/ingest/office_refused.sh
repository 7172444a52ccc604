python3 "$DATA/office_files.py" .
kwalign ingest bomb.docx rows.xlsx entities.docx deep.docx cut.docx old.doc locked.docx letter.rtf other.json && exit 9 || echo "status $?"
