mkdir kwalign.db
kwalign list
