#!/bin/sh
# neomutt.sh - opens the draft in neomutt's composer under tmux, adds a paragraph,
# and sends it (ACTION=send) or puts it back (ACTION=save); or answers the newest message
# of the Inbox (ACTION=reply), with EDIT above the quotation, or with FILL behind the line
# of it that begins with LINE. Leaves screens in OUT.
# Environment: OUT HOST PORT LOGIN PASSWORD FROM DRAFTS SENT SMTP ACTION EDIT LINE FILL
set -u
for need in neomutt tmux; do command -v $need >/dev/null || { echo "skip: $need is not installed"; exit 77; }; done
neomutt -v | head -1
cat > "$OUT/muttrc" <<EOF
set charset=utf-8 send_charset="us-ascii:utf-8"
set folder="imap://$HOST:$PORT/" imap_user="$LOGIN" imap_pass="$PASSWORD"
set spoolfile="+INBOX" postponed="+$DRAFTS" record="+$SENT" copy=yes
set ssl_starttls=no ssl_force_tls=no smtp_url="smtp://$HOST:$SMTP"
set from="$FROM" realname="Maya Lind" use_from=yes
set editor="$OUT/editor.sh" sleep_time=0 recall=yes header_cache="" crypt_use_gpgme=no
set include=yes fast_reply=yes
EOF
cat > "$OUT/editor.sh" <<EOF
#!/bin/sh
cp "\$1" "$OUT/before-edit.txt"
case $ACTION in
reply) awk -v e="$EDIT" -v l="> ${LINE:-}" -v f="${FILL:-}" 'NR == 1 && e { print e; print "" } f && index(\$0, l) == 1 { \$0 = \$0 " " f } { print }' "$OUT/before-edit.txt" > "\$1" ;;
*) awk -v e="$EDIT" '{ print } /^\$/ && !n++ { print e; print "" }' "$OUT/before-edit.txt" > "\$1" ;;
esac
EOF
case $ACTION in reply) open='<last-entry><reply>' ;; *) open='<recall-message>' ;; esac
chmod +x "$OUT/editor.sh"
session=e2e$$
screen() { tmux -L $session capture-pane -p; }
wait_for() { # a word on the screen, at most 15 s
  for _ in $(seq 150); do screen | grep -q "$1" && return 0; sleep 0.1; done
  screen; return 1
}
tmux -L $session -u new-session -d -x 110 -y 40 "HOME=$OUT LC_ALL=C.UTF-8 neomutt -n -F $OUT/muttrc -e 'push $open' 2>$OUT/errors"
wait_for 'y:Send' || { tmux -L $session kill-server; exit 1; }
screen > "$OUT/composer.txt"
case $ACTION in send | reply) tmux -L $session send-keys y ;; save) tmux -L $session send-keys P ;; esac
# Back in the index, all is done: the message is with the server.
wait_for 'q:Quit .*m:Mail' || { tmux -L $session kill-server; exit 1; }
screen > "$OUT/after.txt"
tmux -L $session send-keys q
tmux -L $session kill-server 2>/dev/null
exit 0
