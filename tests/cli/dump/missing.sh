kwalign dump --stage pages nowhere.pdf
