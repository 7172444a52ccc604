for arguments in "help nothing" "nothing" ""; do
    kwalign $arguments && exit 9 || echo "status $?"
done
