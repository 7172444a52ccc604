printf 'id,title,lang\nA1,Handles incidents,en\nA2,Grows vegetables,en\n' >list.csv
kwalign ingest -q list.csv
kwalign export -q list -o list.json
sed 's/"version": null/"version": "1"/; s/"decided": null/"decided": "2024-01-01"/' list.json >first.json
sed 's/"version": null/"version": "2"/; s/"decided": null/"decided": "2026-01-01"/; s/Grows vegetables/Grows herbs/; s/"sha256": "..../"sha256": "0000/' list.json >second.json
kwalign import -q first.json second.json --store editions.db
kwalign list --store editions.db --json | grep '"id"'
kwalign export list --store editions.db --since 1 -o changes.case.json 2>said.txt
grep -v '^loss' said.txt
grep -o '"fullStatement":"[^"]*"' changes.case.json
kwalign diff list@1 list --store editions.db || echo "exit status $?"
kwalign export list --store editions.db --since 3 -o none.case.json || echo "exit status $?"
