mkdir -p data/templates data/lexicon
printf 'id\tpos\ten\tnl\tet\tbroader\trelated\nb\tn\tbee\tbij\tmesilane\t\t\na\tn\tbee\taap\t\tzoo\t\n' >data/lexicon/animals.tsv
KWALIGN_DATA=data kwalign lexicon check
