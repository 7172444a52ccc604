kwalign ingest -q "$DATA/ours.csv"
printf '\000\000\047\017' | dd of=kwalign.db bs=1 seek=60 conv=notrunc 2>/dev/null
before=$(cksum kwalign.db)
kwalign list && exit 9
kwalign ingest "$DATA/ours.csv" && exit 9
[ "$before" = "$(cksum kwalign.db)" ]
