# Sourced by cases about permissions: as_user COMMAND... runs it as somebody whom permissions bind, even where tests run as root.
if [ "$(id -u)" -ne 0 ]; then
    as_user() { "$@"; }
else
    chmod 777 .
    as_user() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
    as_user kwalign --version >/dev/null 2>&1 || { echo "skipped: no other user can run the program"; exit 0; }
fi
