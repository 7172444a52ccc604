kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
printf 'source_doc\tsource_code\trelation\ttarget_doc\ttarget_code\nX\tA\tequal\tY\tB\n' >gold.tsv
kwalign evaluate --gold gold.tsv --doc O=ours --doc T=theirs
