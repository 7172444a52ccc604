kwalign lexicon compile --shipped --output shipped.image
test -s shipped.image
XDG_DATA_HOME=$PWD/own
export XDG_DATA_HOME
kwalign lexicon compile --json | sed 's/[0-9][0-9]*/N/'
kwalign lexicon lookup --lang nl netwerk >once.txt
printf damaged >own/kwalign/lexicon.image
kwalign lexicon lookup --lang nl netwerk >again.txt
cmp once.txt again.txt
