kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
cat >links.sssom.tsv <<TSV
#curie_map:
#  ours: urn:kwalign:ours/
#  theirs: urn:kwalign:theirs/
subject_id	predicate_id	object_id	mapping_justification	confidence
ours:ours#A.1	skos:closeMatch	theirs:theirs#W1	semapv:CompositeMatching	0.8
ours:ours#A.2	skos:narrowMatch	theirs:theirs#W2	semapv:CompositeMatching	0.6
TSV
kwalign import -q links.sssom.tsv
kwalign export -q ours theirs -o suggested.jsonl
cat >reviewed.sssom.tsv <<'TSV'
#curie_map:
#  ours: urn:kwalign:ours/
#  theirs: urn:kwalign:theirs/
subject_id	predicate_id	object_id	mapping_justification	author_label	reviewer_label	reviewer_agreement	mapping_date	comment
ours:ours#A.1	skos:exactMatch	theirs:theirs#W1	semapv:ManualMappingCuration		M. Maasikas	1	2026-02-03	read both
ours:ours#A.9	skos:exactMatch	theirs:theirs#W1	semapv:ManualMappingCuration		M. Maasikas	1	2026-02-03	
TSV
kwalign import reviewed.sssom.tsv || echo "exit status $?"
kwalign import suggested.jsonl
kwalign export -q ours theirs --links confirmed --with-persons -o confirmed.jsonl
grep -o '"decision":{[^}]*}\|"relation":"[^"]*"' confirmed.jsonl
kwalign import --dry-run reviewed.sssom.tsv -q --store other.db || echo "exit status $?"
ls
