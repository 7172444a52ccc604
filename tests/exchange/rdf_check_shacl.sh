#!/usr/bin/env bash
# Validates LOQ exports by the published shapes: rdf_check_shacl.sh MODULE_FOLDER SCHEMA_FOLDER EXPORT_FOLDER.
# Exit code 77 (skipped) where the shapes, node or the modules are absent.
set -euo pipefail
modules=$1 shapes=$2/LOQ-constraints.ttl exports=$3
skip() { echo "skipped: $1"; exit 77; }
command -v node >/dev/null || skip "there is no node"
[ -f "$shapes" ] || skip "there is no $shapes"
[ -d "$modules/node_modules/rdf-validate-shacl" ] || skip "no validator in $modules; tests/exchange/rdf_install_shacl.sh $modules installs it"
# A module is looked for beside the script that wants it.
cp "$(dirname "$0")/rdf_check_shacl.mjs" "$modules/"
mapfile -t files < <(find "$exports" -name '*.loq.ttl' -o -name '*.loq.jsonld' | LC_ALL=C sort)
[ ${#files[@]} -gt 0 ] || { echo "no LOQ exports in $exports"; exit 1; }
node "$modules/rdf_check_shacl.mjs" "$shapes" "${files[@]}"
