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
for suffix in alignment.rdf case.json ctdl.jsonld json jsonl skos.ttl skos.jsonld sssom.tsv; do
    kwalign export -q ours theirs -o "it.$suffix"
    kwalign export -q ours theirs -o "again.$suffix"
    cmp "it.$suffix" "again.$suffix"
done
mkdir there
kwalign export -q ours theirs --format case -o there
kwalign export -q ours theirs --format case -o new/
ls
ls new there
