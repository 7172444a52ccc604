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
kwalign export ours --format skos -o ours.skos.ttl --loss losses.json 2>said.txt
sed 's/:.*//' said.txt | sort -u
grep -c '"code"' losses.json
head -n 4 losses.json
