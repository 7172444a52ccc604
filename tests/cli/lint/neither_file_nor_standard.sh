# Most often a mistyped file name, also before anything was read into a store.
kwalign lint tpyo.pdf || test $? -eq 1
printf 'id,title,lang\nA1,Handles incidents,en\n' >list.csv
kwalign ingest -q list.csv >/dev/null
kwalign lint tpyo.pdf
