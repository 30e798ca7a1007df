#!/usr/bin/env python3
"""roundcube.py - opens the draft in Roundcube's composer, adds a paragraph, and sends it
(ACTION=send) or saves it (ACTION=save).

Roundcube runs on PHP's own web server with a database of its own. The pages are asked
for and the form is posted as a browser does; what the form held is in OUT/form.json.
Environment: OUT HOST PORT LOGIN PASSWORD FROM DRAFTS SENT TRASH SMTP ACTION EDIT
"""
import http.cookiejar, imaplib, json, os, shutil, signal, socket, sqlite3, subprocess, sys, time
from html.parser import HTMLParser
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

env = os.environ
ROOT, SCHEMA, DEFAULTS = "/var/lib/roundcube", "/usr/share/dbconfig-common/data/roundcube/install/sqlite3", "/etc/roundcube/defaults.inc.php"
if not shutil.which("php") or not all(os.path.exists(p) for p in (ROOT, SCHEMA, DEFAULTS)):
    print("skip: Roundcube (roundcube-core, roundcube-sqlite3, php-cli) is not installed")
    sys.exit(77)
out = os.path.abspath(env["OUT"])
config = os.path.join(out, "config")
shutil.rmtree(config, ignore_errors=True)
os.makedirs(config)
os.symlink(DEFAULTS, os.path.join(config, "defaults.inc.php"))
database = os.path.join(config, "roundcube.db")
with sqlite3.connect(database) as db, open(SCHEMA) as f:
    db.executescript(f.read())
settings = {
    "db_dsnw": "sqlite:///%s?mode=0600" % database, "imap_host": "%s:%s" % (env["HOST"], env["PORT"]), "smtp_host": "%s:%s" % (env["HOST"], env["SMTP"]),
    "smtp_user": "", "smtp_pass": "", "des_key": "012345678901234567890123", "log_dir": out, "temp_dir": config, "drafts_mbox": env["DRAFTS"],
    "sent_mbox": env["SENT"], "trash_mbox": env["TRASH"], "identities_level": 0, "htmleditor": 0, "mime_types": "/dev/null",
}
with open(os.path.join(config, "config.inc.php"), "w") as f:
    f.write("<?php\n$config = json_decode(%s, true);\n$config['plugins'] = [];\n" % ("'" + json.dumps(settings).replace("'", "\\'") + "'"))
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]


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


box = imaplib.IMAP4(env["HOST"], int(env["PORT"]))
box.login(env["LOGIN"], env["PASSWORD"])
box.select(env["DRAFTS"], readonly=True)
uid = box.uid("SEARCH", "ALL")[1][0].split()[-1].decode()
box.logout()
log = open(os.path.join(out, "php.log"), "w")
php = subprocess.Popen(["php", "-S", "127.0.0.1:%d" % port, "-t", ROOT + "/public_html"], cwd=ROOT + "/public_html", stdout=log, stderr=log,
                       env=dict(env, ROUNDCUBE_CONFIG_DIR=config), start_new_session=True)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
browser = build_opener(HTTPCookieProcessor(http.cookiejar.CookieJar()))
browser.addheaders = [("User-Agent", "Mozilla/5.0")]


def page(query, post=None):
    url = "http://127.0.0.1:%d/index.php?%s" % (port, urlencode(query))
    with browser.open(url, urlencode(post).encode() if post is not None else None, timeout=30) as r:
        return r.read().decode("utf-8", "replace")


try:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    login = Form(page({"_task": "login"})).fields
    login.update(_task="login", _action="login", _user=env["LOGIN"], _pass=env["PASSWORD"], _timezone="UTC", _url="")
    home = page({"_task": "login"}, login)
    if 'id="messagelist' not in home:
        with open(os.path.join(out, "home.html"), "w") as f:
            f.write(home)
        sys.exit("the login did not lead to the mailbox")
    html = page({"_task": "mail", "_action": "compose", "_draft_uid": uid, "_mbox": env["DRAFTS"]})
    with open(os.path.join(out, "composer.html"), "w") as f:
        f.write(html)
    fields = Form(html).fields
    with open(os.path.join(out, "form.json"), "w") as f:
        json.dump(fields, f, indent=1, ensure_ascii=False)
    print(json.dumps({k: fields.get(k) for k in ("_to", "_subject", "_from", "_is_html", "_draft_saveid")}, ensure_ascii=False))
    if fields["_is_html"] == "1":
        fields["_message"] = fields["_message"].replace("</p>", "</p><p>" + env["EDIT"] + "</p>", 1)
    else:
        first, rest = fields["_message"].lstrip("\r\n").split("\n\n", 1)
        fields["_message"] = first + "\n\n" + env["EDIT"] + "\n\n" + rest
    fields.update(_task="mail", _action="send", _draft="1" if env["ACTION"] == "save" else "", _store_target=env["SENT"], _framed="1")
    answer = page({"_task": "mail", "_action": "send", "_framed": "1"}, fields)
    done = "sent_successfully" if env["ACTION"] == "send" else "set_draft_id"
    with open(os.path.join(out, "answer.html"), "w") as f:
        f.write(answer)
    if done not in answer:
        sys.exit("not done: " + answer[-600:])
    if env["ACTION"] == "send":
        print("sent")
finally:
    os.killpg(php.pid, signal.SIGTERM)
    php.wait(5)
    shutil.rmtree(config, ignore_errors=True)
