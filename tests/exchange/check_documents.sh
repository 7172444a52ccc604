#!/usr/bin/env bash
# Reads documents, links them, exports them in every format twice, and reads back what can be read back:
# check_documents.sh KWALIGN FACTS FOLDER DOCUMENT_FOLDER... Leaves FOLDER/FORMAT/documents/* for the validators.
# The facts are what a publisher states about documents that print no field of education (kwalign export --facts).
set -euo pipefail
kwalign=$1 facts=$2 folder=$3
shift 3
fail() { echo "$1" >&2; exit 1; }
rm -rf "$folder"
mkdir -p "$folder/again" "$folder/back"
export KWALIGN_STORE=$folder/kwalign.db LC_ALL=C.UTF-8 TZ=UTC

documents=()
for source in "$@"; do
    [ -d "$source" ] || continue
    while read -r file; do documents+=("$file"); done < <(find "$source" -name '*.txt' | LC_ALL=C sort)
done
# 3: done with warnings, which damaged documents deserve.
status=0
"$kwalign" ingest --quiet "${documents[@]}" || status=$?
[ $status -eq 0 ] || [ $status -eq 3 ] || fail "ingest: exit status $status"
mapfile -t names < <("$kwalign" list --json | sed -n 's/^ *"framework": "\(.*\)",*$/\1/p' | LC_ALL=C sort -u)
[ ${#names[@]} -gt 1 ] || fail "only ${#names[@]} frameworks in ${#documents[@]} documents"
"$kwalign" align "${names[@]}" --quiet >"$folder/links.txt"

export_all() { # FORMAT FOLDER
    mkdir -p "$2"
    "$kwalign" export "${names[@]}" --format "$1" -o "$2/" --quiet --links all --no-term-found --facts "$facts" --stamp 2026-02-20 \
        --loss "$2/../$1.loss.json" "${@:3}"
}
for format in alignment case ctdl json jsonl loq loq-jsonld loq-ttl skos skos-jsonld sssom; do
    export_all $format "$folder/$format/documents"
    export_all $format "$folder/again/$format/documents"
done
for format in "$folder"/again/*; do diff -r "$format" "$folder/$(basename "$format")" || fail "two runs differ"; done
rm -rf "$folder/again"
if grep -rlE 'compiler|Rühma liige' "$folder"/{case,ctdl,loq,skos,sssom}/documents; then fail "a named person went out"; fi

# What comes back is the same standard and the same link, byte for byte, where the format holds everything ...
"$kwalign" export "${names[@]}" --format jsonl --links all --quiet -o "$folder/all.jsonl"
export_all case "$folder/back/case" --with-persons
for format in jsonl case; do
    from=$folder/back/case
    [ $format = case ] || from=$folder/jsonl/documents
    "$kwalign" import "$from" --store "$folder/back/$format.db" --quiet >/dev/null
    "$kwalign" export "${names[@]}" --store "$folder/back/$format.db" --format jsonl --links all --quiet -o "$folder/back/$format.jsonl"
    cmp "$folder/all.jsonl" "$folder/back/$format.jsonl" || fail "$format: what comes back differs"
done
# ... and beyond what the loss report says nowhere: SSSOM rounds figures and keeps of the evidence its text.
"$kwalign" import "$folder/json/documents" "$folder/sssom/documents" --store "$folder/back/sssom.db" --quiet >/dev/null || [ $? -eq 3 ]
"$kwalign" diff "$KWALIGN_STORE" "$folder/back/sssom.db" || fail "sssom: what comes back differs"
"$kwalign" diff "$folder/all.jsonl" "$folder/back/case" || fail "case: what comes back differs"
echo "${#documents[@]} documents of ${#names[@]} frameworks in 11 formats, the same twice; jsonl, case, json and sssom come back the same"
