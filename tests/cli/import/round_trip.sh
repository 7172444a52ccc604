kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
cat >made.sssom.tsv <<TSV
#curie_map:
#  ours: urn:kwalign:ours/
#  theirs: urn:kwalign:theirs/
subject_id	predicate_id	object_id	mapping_justification	confidence
ours:ours#A.1	skos:closeMatch	theirs:theirs#W1	semapv:CompositeMatching	0.8
ours:ours#A.2	skos:narrowMatch	theirs:theirs#W2	semapv:CompositeMatching	0.6
TSV
kwalign import -q made.sssom.tsv
kwalign export -q ours theirs -o all.jsonl
kwalign export -q ours theirs -o standards.json
kwalign export -q ours theirs --format case --with-persons -o case/
kwalign export -q ours theirs -o links.sssom.tsv
kwalign import all.jsonl --store lines.db
kwalign import standards.json links.sssom.tsv --store both.db
kwalign import case --store case.db
for copy in lines case; do kwalign diff kwalign.db "$copy.db"; done
kwalign diff kwalign.db both.db
kwalign import all.jsonl --store lines.db
