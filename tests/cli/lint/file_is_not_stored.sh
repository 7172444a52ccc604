kwalign lint "$DATA/theirs.csv" -q
ls
