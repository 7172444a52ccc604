for arguments in "" "guess" "check" "list x"; do
    kwalign template $arguments && exit 9 || echo "status $?"
done
