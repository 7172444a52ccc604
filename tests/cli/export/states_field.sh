kwalign ingest -q "$DATA/../../../corpora/samples/nl-stock-certificate/nl-stock-certificate.txt"
kwalign export C9120 --format loq || echo "exit status $?"
kwalign export C9120 --isced-f 1041 --awarding-body "A school" -o field.loq.xml 2>said.txt
grep -E '^loss: (isced|awarding)' said.txt
grep -o '<ISCEDFCode[^>]*>\|<noteLiteral.*</noteLiteral>\|<legalName.*</legalName>' field.loq.xml | sort -u
printf '# who says so\nstandard\tisced_f\trule\n*\t0410\tall about trade\nC91*\t0416\tabout shops\n' >facts.tsv
kwalign export -q C9120 --isced-f 1041 --facts facts.tsv --format loq | grep -o '<noteLiteral.*</noteLiteral>' | sort -u
printf 'standard\tisced_f\nC9120\tnone\n' >facts.tsv
kwalign export -q C9120 --facts facts.tsv --format loq || echo "exit status $?"
