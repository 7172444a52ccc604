#!/usr/bin/env bash
# check_packages.sh SOURCE: the table of dependencies in README.md is what tools/packages installs, with the same reasons.
set -euo pipefail
cd "$1"
tools/packages table build run check | while IFS=$'\t' read -r name why; do
    grep -qF "| $name | $why |" README.md || { echo "README.md lacks: | $name | $why |"; exit 1; }
done
