#!/usr/bin/env bash
# Installs what the SHACL test needs into FOLDER: rdf_install_shacl.sh FOLDER. Needs npm and a package registry; the product needs neither.
# Does nothing where it is there already. Exit code 77 (skipped) where npm is absent or no registry can be reached.
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2s/^# //p' "$0" >&2; exit 2; }
if [ -d "$1/node_modules/rdf-validate-shacl" ] && [ -d "$1/node_modules/jsonld" ]; then
    echo "there already"
    exit 0
fi
command -v npm >/dev/null || { echo "skipped: there is no npm (Debian: npm)"; exit 77; }
npm view n3@2 version --fetch-retries=0 --fetch-timeout=20000 >/dev/null 2>&1 || { echo "skipped: no package registry can be reached"; exit 77; }
mkdir -p "$1"
npm install --prefix "$1" --no-audit --no-fund --ignore-scripts rdf-validate-shacl@0.6 @zazuko/env@3 n3@2 jsonld@9
