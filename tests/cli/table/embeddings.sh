command -v python3 >/dev/null || { echo "skipped: no python3"; exit 0; }
kwalign ingest -q --store s.db --framework ours "$DATA/ours.csv"
kwalign ingest -q --store s.db --framework theirs "$DATA/theirs.csv"
table() { kwalign table ours theirs --store s.db --top 1 "$@"; }
table --format csv >without.csv
python3 "$DATA/embeddings_server.py" port log </dev/null >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
i=0
while [ ! -f port ] && [ $i -lt 100 ]; do
    sleep 0.1
    i=$((i + 1))
done
url=http://127.0.0.1:$(cat port)
# Asked once, in one batch: four entries and three descriptions here, three entries there.
KWALIGN_EMBEDDINGS_KEY=secret table --format csv --embeddings "$url" --embeddings-model letters >with.csv
cat log
table --format json --embeddings "$url" --embeddings-model letters | grep -c 'Sentence vectors from a server'
# The second time from the store, and the same.
table --format csv --embeddings "$url" --embeddings-model letters | cmp - with.csv && echo "same from the store"
wc -l <log | tr -d ' '
# An answer that is none, and a server that is down: a warning, status 3, and the table as without.
table --format csv --embeddings "$url" --embeddings-model wrong >wrong.csv 2>err && exit 9 || echo "status $?"
cmp wrong.csv without.csv
sed "s#$url#URL#" err
kill $server
wait $server 2>/dev/null || true
table --format csv --embeddings "$url" --embeddings-model other >down.csv 2>err && exit 9 || echo "status $?"
cmp down.csv without.csv
grep -c 'going on without sentence vectors' err
# What is in the store needs no server.
table --format csv --embeddings "$url" --embeddings-model letters | cmp - with.csv && echo "same without the server"
