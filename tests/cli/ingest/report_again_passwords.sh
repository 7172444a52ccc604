cp "$DATA/ours.csv" "$DATA/encrypted.pdf" .
printf 'wrong\ngeheim\n' >passwords
kwalign ingest -q --password-file passwords --report report.json ours.csv encrypted.pdf
grep -c '"status": "read"' report.json
kwalign ingest --password-file passwords ours.csv encrypted.pdf
kwalign ingest --again --password wrong --password geheim ours.csv encrypted.pdf
