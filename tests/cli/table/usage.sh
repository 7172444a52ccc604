for arguments in "" "a b --format doc" "a b -o table.doc" "a b --level word" "a b --top 0" "a b --date today" "a b --min-confidence -1" \
    "a b --view picture" "a b --sort size" "a b --interface fr"; do
    kwalign table $arguments && exit 9 || echo "status $?"
done
