kwalign lexicon lookup netwerkbeheer --lang nl
kwalign lexicon lookup netwerkbeheer --lang nl --json >two
