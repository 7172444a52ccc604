for arguments in "" "a b" "a --gold g" "--gold g" "--gold g --doc A=1" "--gold g --doc A --doc B=2" "--gold g --doc A=1 --doc A=2"; do
    kwalign evaluate $arguments && exit 9 || echo "status $?"
done
