kwalign template list
