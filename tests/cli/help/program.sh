kwalign help >one
kwalign --help >two
cmp one two
kwalign help lexicon check >three
kwalign lexicon check --help | cmp - three
kwalign --version | sed 's/[0-9][0-9.]*$/N/'
