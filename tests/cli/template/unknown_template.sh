printf 'x\n' >x.txt
kwalign template check --template nowhere x.txt
