kwalign ingest -q --store s.db --framework ours "$DATA/ours.csv"
kwalign ingest -q --store s.db --framework theirs "$DATA/theirs.csv"
kwalign table ours theirs --store s.db --level statement --top 1 --format csv >table.csv
head -n 1 table.csv | cut -d, -f1,2
grep -c '^ours:[^,]*,A.1,Handles.*,W1,Handelt' table.csv
kwalign table ours theirs --store s.db --level statement --top 1 --format csv --jobs 3 | cmp - table.csv && echo same
kwalign align ours theirs --store s.db --level statement --top 1 -q | grep -c 'between statements'
