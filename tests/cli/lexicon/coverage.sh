kwalign ingest -q --store s.db --framework ours "$DATA/ours.csv"
kwalign lexicon coverage ours --store s.db --unknown 2
kwalign lexicon coverage ours --store s.db --json | grep -c '"share"'
kwalign lexicon coverage nobody --store s.db && exit 9 || echo "status $?"
