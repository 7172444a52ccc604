head -c 5000 "$(readlink "$(command -v kwalign)")" >junk.pdf
kwalign ingest junk.pdf "$DATA/ours.csv"
