#!/usr/bin/env bash
# run_examples.sh PAGE KWALIGN SOURCE SCRATCH: runs every ```console block of a Markdown page in SCRATCH, one shell for the page.
# "$ " begins a command and "> " continues it; the lines below are what it prints, where "..." stands for any lines. A command that shows no
# output may print what it likes. It must end with 0, or with 3 (done with warnings).
set -euo pipefail
page=$1 kwalign=$2 source=$3 scratch=$4

rm -rf "$scratch"
mkdir -p "$scratch/bin" "$scratch/work"
ln -s "$kwalign" "$scratch/bin/kwalign"
ln -s "$source/corpora/samples" "$scratch/work/samples"
ln -s "$source/corpora" "$scratch/work/corpora"
export PATH=$scratch/bin:$PATH LC_ALL=C.UTF-8 TZ=UTC XDG_DATA_HOME=$scratch/home
unset KWALIGN_STORE KWALIGN_DATA
cd "$scratch/work"

# One file per command: N.sh and, where the page shows something, N.expected.
awk -v folder="$scratch" '
    /^```console/ { inside = 1; next }
    /^```/        { inside = 0; next }
    !inside       { next }
    /^\$ /        { n++; print substr($0, 3) > sprintf("%s/%03d.sh", folder, n); continued = 1; next }
    /^> / && continued { print substr($0, 3) > sprintf("%s/%03d.sh", folder, n); next }
                  { continued = 0; print > sprintf("%s/%03d.expected", folder, n) }
' "$page"

# Compares line by line; "..." stands for any lines. Says the first line that is missing or unexpected.
matches() {
    awk '
        NR == FNR { expected[++n] = $0; next }
        { actual[++m] = $0 }
        # Greedy walk: after "..." the next expected line is looked for further down.
        END {
            i = 1; skip = 0
            for (e = 1; e <= n; e++) {
                if (expected[e] == "...") { skip = 1; continue }
                if (skip) while (i <= m && actual[i] != expected[e]) i++
                if (i > m || actual[i] != expected[e]) { print "missing: " expected[e]; exit 1 }
                i++; skip = 0
            }
            if (!skip && i <= m) { print "unexpected: " actual[i]; exit 1 }
        }' "$1" "$2"
}

count=0
for script in "$scratch"/[0-9][0-9][0-9].sh; do
    [ -e "$script" ] || break
    name=${script%.sh}
    status=0
    bash -c "$(cat "$script")" >"$name.out" 2>&1 </dev/null || status=$?
    if [ "$status" -ne 0 ] && [ "$status" -ne 3 ]; then
        echo "$page: exit status $status:"
        cat "$script" "$name.out"
        exit 1
    fi
    if [ -e "$name.expected" ] && ! matches "$name.expected" "$name.out"; then
        echo "$page: other output than shown:"
        cat "$script" "$name.out"
        exit 1
    fi
    count=$((count + 1))
done
echo "$count examples"
