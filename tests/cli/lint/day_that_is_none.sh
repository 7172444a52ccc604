kwalign lint --on tomorrow x.txt
