try() { kwalign import "$@" || echo "exit status $?"; }
kwalign ingest -q "$DATA/ours.csv"
kwalign export -q ours -o good.jsonl
kwalign export -q ours -o good.case.json
kwalign export -q ours -o good.json
head -c 300 good.jsonl >cut.jsonl
head -c 900 good.case.json >cut.case.json
head -c 900 good.json >cut.json
sed 's/"version":1/"version":9/' good.jsonl >version.jsonl
sed 's/"caseVersion":"1.1"/"caseVersion":"2.0"/' good.case.json >version.case.json
printf 'subject_id\tpredicate_id\tobject_id\tmapping_justification\na:1\tskos:looksLike\tb:1\tsemapv:ManualMappingCuration\n' >predicate.sssom.tsv
printf '#curie_map:\n#  x: urn:x:\nsubject_id\tpredicate_id\n' >columns.sssom.tsv
printf '[{"id":"a:b","framework":"a"}]' >fields.json
printf '\377\376{\000' >utf16.case.json
printf '{"CFDocument":\351}' >latin1.case.json
printf 'nothing of the kind\n' >prose.txt
: >empty.jsonl
head -c 1000000 /dev/zero | tr '\0' ' ' >blank.jsonl
rm -f kwalign.db
for file in cut.jsonl cut.case.json cut.json version.jsonl version.case.json predicate.sssom.tsv columns.sssom.tsv fields.json utf16.case.json \
    latin1.case.json prose.txt empty.jsonl blank.jsonl absent.jsonl; do
    try good.jsonl "$file"
done
ls kwalign.db 2>/dev/null || echo "no store"
