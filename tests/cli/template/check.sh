printf 'QUALIFICATION REQUIREMENTS\n\nVocational Qualification in Rowing\n\nOrder number: 7\n\n2 Qualification units\n\n2.1 Rowing boats, 30 competence points\n\nVocational skills requirements\n\nThe student can\n\n- row straight\n- land softly\n' >rowing.txt
kwalign template check rowing.txt
