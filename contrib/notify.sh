#!/bin/sh
# Tells you what afterword has to say. In the config:
#
#   [daemon]
#   notify = ["/home/you/bin/notify.sh"]
#
# It gets a title and a text, after a "--". What it prints is in afterword's log if it fails.
[ "$1" = -- ] && shift # no title is an option
title=$1
text=$2

# On the desktop, if there is one.
if command -v notify-send >/dev/null; then
  notify-send --app-name=afterword -- "$title" "$text" || true
fi

# On a phone: a server of your own that takes a message by HTTP, such as ntfy.
if [ -n "$AFTERWORD_PUSH_URL" ]; then
  printf '%s\n' "$text" | curl --silent --show-error --fail --max-time 20 \
    -H "Title: $title" --data-binary @- "$AFTERWORD_PUSH_URL" >/dev/null
fi
