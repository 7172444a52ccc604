#!/usr/bin/env bash
# Every kind of loss that an exporter reports has a case in the tests: check_loss_kinds.sh SOURCE.
set -euo pipefail
cd "$1"
missing=0
while read -r code; do
    grep -qF "\"$code\"" tests/unit/exchange/*_test.cpp || { echo "no test of the loss \"$code\""; missing=1; }
done < <(grep -rhoE '(losses(->|\.)add|lose|only_extension|of_standard)\(([^"]*, )?"[a-z0-9-]+"|of_part\([^"]*"[a-z0-9-]+"' model/exchange/*.cpp | grep -oE '"[a-z0-9-]+"' | tr -d '"' | LC_ALL=C sort -u)
exit $missing
