#!/usr/bin/env bash
# Reads RDF exports with another program's parser: rdf_check_syntax.sh EXPORT_FOLDER. Exit code 77 (skipped) where rapper is absent.
set -euo pipefail
exports=$1
command -v rapper >/dev/null || { echo "skipped: there is no rapper (Debian: raptor2-utils)"; exit 77; }
checked=0
while read -r file; do
    case $file in *.ttl) syntax=turtle ;; *) syntax=rdfxml ;; esac
    # Warnings count as well: a relative address, a strange language tag.
    said=$(rapper -c -i "$syntax" "$file" 2>&1) || { echo "$said"; exit 1; }
    if grep -Eiq 'warning|error' <<<"$said" || grep -q 'returned 0 triples' <<<"$said"; then echo "$said"; exit 1; fi
    checked=$((checked + 1))
done < <(find "$exports" -name '*.ttl' -o -name '*.alignment.rdf' | LC_ALL=C sort)
echo "$checked files"
[ "$checked" -gt 0 ]
