cp "$DATA/shop.pdf" .
kwalign dump --stage outline shop.pdf
