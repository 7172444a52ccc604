printf 'conceptType,conceptUri,skillType,preferredLabel,altLabels\nK,http://esco/1,skill,operate bakery ovens,"tend bakery ovens\nrun bakery ovens"\nK,http://esco/2,knowledge,sheet pan dollies,\n' >baking_en.csv
printf 'conceptType,conceptUri,skillType,preferredLabel,altLabels\nK,http://esco/2,knowledge,bakplaatwagens,\n' >baking_nl.csv
kwalign lexicon import baking_en.csv baking_nl.csv 2>&1
kwalign lexicon list --json >list.json
grep -c '"origin": "user"' list.json
grep '"path".*terms/baking.tsv' list.json | sed 's/.*\(kwalign.terms.*tsv\).*/\1/'
kwalign lexicon lookup 'Hij reinigt de bakplaatwagens' --lang nl | grep 'baking/'
kwalign lexicon import baking_en.csv --name baking --keep en 2>&1
kwalign lexicon remove baking 2>&1 | sed 's/removed .*kwalign/removed kwalign/'
kwalign lexicon lookup bakplaatwagens --lang nl | grep -c 'baking/' || true
kwalign lexicon remove baking && exit 9 || echo "status $?"
