cp "$DATA/shop.pdf" .
kwalign lint shop.pdf
