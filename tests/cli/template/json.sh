printf 'KUTSESTANDARD\nPagar, tase 4\n\nA-osa\nKUTSEKIRJELDUS\n\nB-osa\nNÕUDED\n\nB.2 Kompetentsid\n\nB.2.1 Küpsetamine\nTegevusnäitajad:\n1. Küpsetab leiba.\n' >pagar.txt
kwalign template check --template ee-estqf --json pagar.txt
