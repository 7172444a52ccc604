cp "$DATA/truncated.pdf" "$DATA/no_text.pdf" "$DATA/shop.pdf" .
kwalign ingest truncated.pdf no_text.pdf shop.pdf
