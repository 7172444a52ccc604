for verb in 'open open' 'clean poets' 'repair herstel' 'paint verf' 'check controleer' 'order bestel'; do
    for noun in 'oven oven' 'door deur' 'dough deeg' 'window raam' 'table tafel' 'knife mes'; do
        printf '%s the %s\t%s de %s\n' "${verb% *}" "${noun% *}" "${verb#* }" "${noun#* }"
    done
done >bakery.tsv
printf 'msgid "Clean the oven door"\nmsgstr "Poets de ovendeur"\n\nmsgid "knife"\nmsgstr "keukenmes"\n' >bakery.po
kwalign lexicon learn bakery.tsv bakery.po --lang nl -q
kwalign lexicon list -q | grep '^own' | sed 's/ \{2,\}/ /g; s#/.*/##; s/nl [0-9]*/nl N/'
kwalign lexicon learn bakery.tsv --lang nl -o table.tsv -q
head -n 1 table.tsv
grep -c '^deur	6	door ' table.tsv
kwalign lexicon lookup deur --lang nl | grep 'by table' | grep -c door
printf 'only one column\n' >single.tsv
kwalign lexicon learn single.tsv --lang nl && exit 9 || echo "status $?"
kwalign lexicon learn bakery.tsv && exit 9 || echo "status $?"
kwalign lexicon remove bakery -q
kwalign lexicon list -q | grep -c '^own' || true
