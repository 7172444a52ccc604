for arguments in "" "--stage pages" "x" "x --stage words"; do
    kwalign dump $arguments && exit 9 || echo "status $?"
done
