printf '%s\n' "$DATA/ours.csv" "$DATA/theirs.csv" >files
kwalign ingest @files
