kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
kwalign show ours:ours --json >one
kwalign export -q ours theirs -o both.json
mv both.json both
kwalign export -q ours theirs -o lines.jsonl
kwalign export -q ours --format case -o case/
kwalign ingest --store one.db one
kwalign ingest --store both.db both
kwalign ingest --store lines.db lines.jsonl
kwalign ingest --store both.db both one
kwalign diff kwalign.db both.db
kwalign diff kwalign.db lines.db
kwalign ingest --store case.db case/*
kwalign list --store both.db
