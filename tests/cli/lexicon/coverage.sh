# "met", "de" and "en" are function words; nobody knows a zzyzx.
printf 'id,title,lang\n1,Bakt met de zzyzx en de oven brood in de zzyzx,nl\n' >list.csv
kwalign ingest -q --store s.db --framework ours list.csv
kwalign lexicon coverage ours --store s.db
kwalign lexicon coverage ours --store s.db --json | grep -A1 '"word"' | tr -d ' \n'
echo
kwalign lexicon coverage nobody --store s.db && exit 9 || echo "status $?"
