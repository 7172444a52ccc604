for arguments in "" "x --format xml" "x y"; do
    kwalign show $arguments && exit 9 || echo "status $?"
done
