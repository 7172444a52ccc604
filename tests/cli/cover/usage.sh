for arguments in "" "x" "--by x" "x --by y --lang fi"; do
    kwalign cover $arguments && exit 9 || echo "status $?"
done
