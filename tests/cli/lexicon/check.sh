kwalign lexicon check -q
