i=0
while [ $i -lt 30 ]; do
    printf 'open the oven\topen de oven\nclean the oven\tmaak de oven schoon\nthe dough rises\thet deeg rijst\nopen the door\topen de deur\nknead the dough\tkneed het deeg\nclean door %s\tschone deur %s\n' "$i" "$i"
    i=$((i + 1))
done >bakery.tsv
printf 'msgid "Open the oven door"\nmsgstr "Open de ovendeur"\n\nmsgid "oven"\nmsgstr "bakoven"\n' >bakery.po
kwalign lexicon learn bakery.tsv bakery.po --lang nl -q
kwalign lexicon list | grep '^own' | sed 's/ \{2,\}/ /g; s#/.*/##'
kwalign lexicon learn bakery.tsv --lang nl -o table.tsv -q
head -n 1 table.tsv
grep -c '^deeg	.*	dough ' table.tsv
kwalign lexicon lookup deeg --lang nl | grep 'by table' | grep -c dough
printf 'only one column\n' >single.tsv
kwalign lexicon learn single.tsv --lang nl && exit 9 || echo "status $?"
kwalign lexicon remove bakery -q
kwalign lexicon list -q | grep -c '^own' || true
