cp "$DATA/shop.pdf" .
kwalign dump --stage pages shop.pdf
