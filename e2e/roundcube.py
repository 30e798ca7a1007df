#!/usr/bin/env -S python3 -B
"""roundcube.py - opens the draft in Roundcube's composer, adds a paragraph, and sends it
(ACTION=send) or saves it (ACTION=save); or answers the newest message of the Inbox
(ACTION=reply), with EDIT above the quotation, or with FILL behind the line of it that
begins with LINE.

The pages are asked for and the form is posted as a browser does, without one; what the
form held is in OUT/form.json. Environment: as roundcube_server.py, and ACTION EDIT LINE FILL
"""
import http.cookiejar, json, os, sys
from html.parser import HTMLParser
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from roundcube_server import env, newest, roundcube

out = os.path.abspath(env["OUT"])


class Form(HTMLParser):
    """The fields of a page, as a browser would send them, and the page's _id."""

    def __init__(self, page):
        super().__init__()
        self.fields, self.area, self.choice = {}, None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "input" and a.get("name") and a.get("type") not in ("checkbox", "radio", "file", "submit"):
            self.fields[a["name"]] = a.get("value") or ""
        elif tag == "textarea" and a.get("name"):
            self.area = a["name"]
            self.fields[self.area] = ""
        elif tag == "select" and a.get("name"):
            self.choice = a["name"]
        elif tag == "option" and self.choice and ("selected" in a or self.choice not in self.fields):
            self.fields[self.choice] = a.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.choice = None

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data


browser = build_opener(HTTPCookieProcessor(http.cookiejar.CookieJar()))
browser.addheaders = [("User-Agent", "Mozilla/5.0")]


def page(query, post=None):
    with browser.open(index + "?" + urlencode(query), urlencode(post).encode() if post is not None else None, timeout=30) as r:
        return r.read().decode("utf-8", "replace")


with roundcube(out) as index:
    reply = env["ACTION"] == "reply"
    box = "INBOX" if reply else env["DRAFTS"]
    uid, _ = newest(box)
    login = Form(page({"_task": "login"})).fields
    login.update(_task="login", _action="login", _user=env["LOGIN"], _pass=env["PASSWORD"], _timezone="UTC", _url="")
    home = page({"_task": "login"}, login)
    if 'id="messagelist' not in home:
        with open(os.path.join(out, "home.html"), "w") as f:
            f.write(home)
        sys.exit("the login did not lead to the mailbox")
    html = page({"_task": "mail", "_action": "compose", "_reply_uid" if reply else "_draft_uid": uid, "_mbox": box})
    with open(os.path.join(out, "composer.html"), "w") as f:
        f.write(html)
    fields = Form(html).fields
    with open(os.path.join(out, "form.json"), "w") as f:
        json.dump(fields, f, indent=1, ensure_ascii=False)
    print(json.dumps({k: fields.get(k) for k in ("_to", "_subject", "_from", "_is_html", "_draft_saveid")}, ensure_ascii=False))
    if reply:
        lines = fields["_message"].split("\n")
        if env["FILL"]:
            at = next(i for i, line in enumerate(lines) if line.startswith("> " + env["LINE"]))
            while lines[at + 1].startswith("> ") and not lines[at].rstrip().endswith(":"):
                at += 1  # Roundcube has wrapped it
            lines[at] = lines[at].rstrip() + " " + env["FILL"]
        fields["_message"] = (env["EDIT"] + "\n\n" if env["EDIT"] else "") + "\n".join(lines)
    elif fields["_is_html"] == "1":
        fields["_message"] = fields["_message"].replace("</p>", "</p><p>" + env["EDIT"] + "</p>", 1)
    else:
        first, rest = fields["_message"].lstrip("\r\n").split("\n\n", 1)
        fields["_message"] = first + "\n\n" + env["EDIT"] + "\n\n" + rest
    fields.update(_task="mail", _action="send", _draft="1" if env["ACTION"] == "save" else "", _store_target=env["SENT"], _framed="1")
    answer = page({"_task": "mail", "_action": "send", "_framed": "1"}, fields)
    done = "set_draft_id" if env["ACTION"] == "save" else "sent_successfully"
    with open(os.path.join(out, "answer.html"), "w") as f:
        f.write(answer)
    if done not in answer:
        sys.exit("not done: " + answer[-600:])
    if env["ACTION"] != "save":
        print("sent")
