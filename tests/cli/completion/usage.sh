kwalign completion tcsh
