cp "$DATA/encrypted.pdf" "$DATA/shop.pdf" .
kwalign ingest encrypted.pdf shop.pdf && exit 9 || echo "status $?"
kwalign ingest --password wrong encrypted.pdf && exit 9 || echo "status $?"
kwalign ingest --password geheim encrypted.pdf
