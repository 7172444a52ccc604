for arguments in "" "guess" "lookup" "lookup a --lang fr"; do
    kwalign lexicon $arguments && exit 9 || echo "status $?"
done
