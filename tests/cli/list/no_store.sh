kwalign list
