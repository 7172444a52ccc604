kwalign ingest -q "$DATA/ours.csv" "$DATA/theirs.csv"
printf 'source_doc\tsource_code\trelation\tstrength\ttarget_doc\ttarget_code\n' >gold.tsv
printf 'T\tW1\tequal\tsign\tO\tA.1\nO\tA.2\tequal\tsign\tT\tW2\nO\tA.3\tequal\tsign\tX\tX1\nO\tA.9\tequal\tweak\tT\tW2\n' >>gold.tsv
kwalign evaluate --gold gold.tsv --doc O=ours --doc T=theirs --json --min-confidence 0.01 >report.json
grep -E '"(source_doc|target_doc|level|gold_sign|gold_weak|true_positives)"' report.json
