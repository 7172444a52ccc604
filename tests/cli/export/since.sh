printf 'id,title,lang\nA1,Handles incidents,en\nA2,Grows vegetables,en\n' >list.csv
kwalign ingest -q list.csv
kwalign export -q list -o first.jsonl
kwalign export list --since first.jsonl -o none.jsonl
printf 'id,title,lang\nA1,Handles incidents of users,en\nA3,Keeps bees,en\n' >list.csv
kwalign ingest -q list.csv
kwalign export list --since first.jsonl --format case -o changes.case.json 2>said.txt
grep -v '^loss: [a-q]' said.txt
grep -o '"fullStatement":"[^"]*"' changes.case.json
