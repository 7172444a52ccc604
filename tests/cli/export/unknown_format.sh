kwalign export ours --format pdf
