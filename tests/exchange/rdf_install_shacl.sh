#!/usr/bin/env bash
# Installs what the SHACL test needs into FOLDER: rdf_install_shacl.sh FOLDER. Needs npm and a package registry; the product needs neither.
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2s/^# //p' "$0" >&2; exit 2; }
mkdir -p "$1"
npm install --prefix "$1" --no-audit --no-fund --ignore-scripts rdf-validate-shacl@0.6 @zazuko/env@3 n3@2 jsonld@9
