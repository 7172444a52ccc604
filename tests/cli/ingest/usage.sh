for arguments in "" "--framework" "x --bogus" "- -" "x --jobs many"; do
    kwalign ingest $arguments && exit 9 || echo "status $?"
done
