printf 'conceptUri,preferredLabel\nhttp://esco/1,bake\nhttp://esco/2\n' >cut_en.csv
kwalign lexicon import cut_en.csv && exit 9 || echo "status $?"
printf '<tbx><body>' >cut.tbx
kwalign lexicon import cut.tbx && exit 9 || echo "status $?"
kwalign lexicon import cut_en.csv --name '../x' && exit 9 || echo "status $?"
kwalign lexicon import nothing.tbx && exit 9 || echo "status $?"
kwalign lexicon list | grep -c '^own' || true
