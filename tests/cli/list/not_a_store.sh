echo "My notes" >kwalign.db
kwalign list || status=$?
cat kwalign.db
exit $status
