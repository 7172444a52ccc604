try() { kwalign diff "$@" || echo "exit status $?"; }
printf 'id,title,lang,level\nA1,Handles incidents,en,EQF 3\nA2,Grows vegetables,en,\nA4,Mends roofs,en,\n' >list.csv
kwalign ingest -q list.csv
kwalign export -q list -o old.jsonl
cp kwalign.db old.db
printf 'id,title,lang,level\nA1,Handles all incidents,en,EQF 4\nA3,Keeps bees,en,\nA5,Mends roofs,en,\n' >list.csv
kwalign ingest -q list.csv
try old.jsonl list
try old.db kwalign.db --format csv
try old.db list --format json -o changes.json
grep -c '"kind"' changes.json
try list list
try kwalign.db kwalign.db
try absent.jsonl list
try list
