for arguments in "" "a b --min-confidence 1.5" "a b --min-confidence x"; do
    kwalign align $arguments && exit 9 || echo "status $?"
done
