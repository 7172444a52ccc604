mkdir own
cat >own/ship.toml <<'T'
id = "ship"
kind = "watch_list"
threshold = 0.5
sign = [{ match = '^WATCH LIST$', weight = 1.0 }]
[[heading]]
name = "front"
match = ['^(?P<title>WATCH LIST)$']
makes = "area"
takes_title = true
[[heading]]
name = "watch"
match = ['^Watch (?P<code>[IVX]+)\s+(?P<title>\S.*)$']
makes = "unit"
kind = "watch"
role = "competence"
content = "items"
paragraphs = true
T
printf 'WATCH LIST\n\nSchooner\n\nWatch I Steering\n\n- keeps the course\n' >schooner.txt
kwalign template check --folder own schooner.txt
