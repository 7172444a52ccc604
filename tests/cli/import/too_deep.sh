# Blanks without end, brackets without end, a circle of parents and two objects of one name: refused at once, and no store is made.
try() { kwalign import "$@" || echo "exit status $?"; }
head -c 200000000 /dev/zero | tr '\0' '\n' >blank.json
try blank.json
try --format case blank.json
rm blank.json
head -c 100000 /dev/zero | tr '\0' '[' >deep.json
try --format json deep.json
item='"uri":"u","lastChangeDateTime":"2024-01-01T00:00:00Z"'
node() { printf '{"title":"t","identifier":"%s","uri":"u"}' "$1"; }
package() { printf '{"CFDocument":{"identifier":"d","title":"T","creator":"C",%s},"CFItems":[{"identifier":"%s","fullStatement":"a",%s},{"identifier":"%s","fullStatement":"b",%s}],"CFAssociations":[%s]}' \
    "$item" "$1" "$item" "$2" "$item" "$3"; }
child() { printf '{"identifier":"%s","associationType":"isChildOf","originNodeURI":%s,"destinationNodeURI":%s,%s}' "$1" "$(node "$2")" "$(node "$3")" "$item"; }
package a b "$(child x a b),$(child y b a)" >circle.case.json
package a a "" >twice.case.json
try circle.case.json
try twice.case.json
ls
