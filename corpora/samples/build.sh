#!/bin/sh
# Typesets the sample documents: <name>/<name>.html -> <name>/<name>.pdf with headless Chromium.
# Usage: build.sh [name...]    (all samples when no name is given; CHROMIUM names the program)
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
chromium=${CHROMIUM:-chromium}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT INT TERM
[ $# -gt 0 ] || set -- $(cd "$here" && for html in */*.html; do dirname "$html"; done)
for name in "$@"; do
    source=$here/$name/$name.html
    target=$here/$name/$name.pdf
    [ -r "$source" ] || { echo "build.sh: no such sample: $name" >&2; exit 2; }
    # --no-sandbox: the pages are local files of this repository, and build machines often run as root.
    timeout 120 "$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$profile" \
        --no-pdf-header-footer --print-to-pdf="$target.new" "file://$source" 2>/dev/null || true
    [ -s "$target.new" ] || { echo "build.sh: $chromium wrote no PDF for $name" >&2; exit 1; }
    mv "$target.new" "$target"
    echo "$target"
done
