try() { kwalign export "$@" || echo "exit status $?"; }
kwalign ingest -q "$DATA/ours.csv"
try ours -o ours.xml
try ours --stamp yesterday
try ours --stamp 2026-02-30
try ours --licence "CC BY"
try ours --with-persons --without-persons
try ours --isced-f 1234 --format loq
try ours --since 7
try ours --since nowhere.jsonl
try ours --format alignment
try nobody
ls
