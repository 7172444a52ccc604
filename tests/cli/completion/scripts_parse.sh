kwalign completion bash >kwalign.bash
bash -n kwalign.bash
bash -c '. ./kwalign.bash; COMP_WORDS=(kwalign table --format ""); COMP_CWORD=3; _kwalign; echo "${COMPREPLY[@]}"
         COMP_WORDS=(kwalign le); COMP_CWORD=1; _kwalign; echo "${COMPREPLY[@]}"
         COMP_WORDS=(kwalign lexicon ""); COMP_CWORD=2; _kwalign; echo "${COMPREPLY[@]}"
         COMP_WORDS=(kwalign table --wi); COMP_CWORD=2; _kwalign; echo "${COMPREPLY[@]}"'
kwalign completion fish | head -n 1
kwalign completion zsh -o zsh.txt
head -n 1 zsh.txt
