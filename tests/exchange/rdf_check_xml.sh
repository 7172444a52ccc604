#!/usr/bin/env bash
# Validates LOQ exports by the published schema: rdf_check_xml.sh SCHEMA_FOLDER EXPORT_FOLDER.
# Exit code 77 (skipped) where the schema or xmllint is absent.
set -euo pipefail
schema=$1/loq.xsd exports=$2
skip() { echo "skipped: $1"; exit 77; }
command -v xmllint >/dev/null || skip "there is no xmllint"
[ -f "$schema" ] || skip "there is no $schema"
mapfile -t files < <(find "$exports" -name '*.loq.xml' | LC_ALL=C sort)
[ ${#files[@]} -gt 0 ] || { echo "no LOQ exports in $exports"; exit 1; }
xmllint --nonet --noout --schema "$schema" "${files[@]}"
