cat >baker.txt <<'T'
OCCUPATIONAL QUALIFICATION STANDARD

Baker, EstQF Level 4

Part A
DESCRIPTION OF WORK

Part B
REQUIREMENTS

B.3 Competences

B.3.1 Baking
Performance indicators:
1. Bakes bread.
2. Bakes rolls.

Part C
GENERAL INFORMATION

C.1 Information concerning compilation
6. Occupational qualification standard valid until
31.12.2026
T
kwalign lint -q --on 2026-01-01 baker.txt
kwalign lint -q --on 2027-01-01 baker.txt
