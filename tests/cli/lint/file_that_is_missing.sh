kwalign lint ./nowhere.pdf
