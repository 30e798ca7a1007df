#!/usr/bin/env -S python3 -B
"""roundcube_browser.py - opens the draft in Roundcube in Chromium, as a person does: logs
in, double-clicks it in Drafts, reads it, types a paragraph, and clicks Send (ACTION=send)
or Save (ACTION=save).

What was on the screen is in OUT: drafts.png, draft-headers.png, composer.png, edited.png,
after.png and, once sent, sent.png and sent-headers.png. Chromium is driven through
chromedriver (W3C WebDriver) and asks nobody but this Roundcube.
Environment: as roundcube_server.py, and ACTION EDIT
"""
import base64, http.client, json, os, shutil, signal, subprocess, sys, tempfile, time

from roundcube_server import await_port, env, free_port, newest, roundcube, skip

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element, W3C WebDriver section 12
ENTER = "\ue007"
CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
if not CHROMIUM or not DRIVER:
    skip("Chromium and its driver (chromium, chromium-driver) are not installed")
out = os.path.abspath(env["OUT"])


class Browser:
    """One window of Chromium with an empty profile, which the driver makes and removes."""

    def __init__(self, port):
        self.port, self.path = port, "/session"
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", "--no-proxy-server", "--window-size=1280,900"]
        options = {"binary": CHROMIUM, "args": arguments}
        session = self.ask("POST", "", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
        self.path += "/" + session["sessionId"]

    def ask(self, method, path, body=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        line.request(method, self.path + path, json.dumps(body) if body is not None else None, {"Content-Type": "application/json"})
        value = json.loads(line.getresponse().read())["value"]
        line.close()
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError("%s %s: %s" % (method, path, value["message"].split("\n")[0]))
        return value

    def go(self, url):
        self.ask("POST", "/url", {"url": url})

    def run(self, script, *args):
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(args)})

    def until(self, what, script, *args):
        """What script returns as soon as that is true; fails with what after 20 seconds."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            found = self.run(script, *args)
            if found:
                return found
            time.sleep(0.1)
        self.picture("failed")
        raise RuntimeError("not seen: %s; see failed.png" % what)

    def find(self, selector):
        """The element, as soon as it is on the screen."""
        return self.until(selector, "const e = document.querySelector(arguments[0]); return e && e.getClientRects().length ? e : null", selector)

    def click(self, selector):
        self.ask("POST", "/element/%s/click" % self.find(selector)[ELEMENT], {})

    def fill(self, selector, text):
        self.ask("POST", "/element/%s/value" % self.find(selector)[ELEMENT], {"text": text})

    def type(self, text):
        """Presses keys where the caret is."""
        keys = [{"type": kind, "value": c} for c in text for kind in ("keyDown", "keyUp")]
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def double_click(self, selector):
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        move = {"type": "pointerMove", "origin": self.find(selector), "x": 0, "y": 0}
        self.ask("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": [move] + press + press}]})

    def picture(self, name):
        with open(os.path.join(out, name + ".png"), "wb") as f:
            f.write(base64.b64decode(self.ask("GET", "/screenshot")))


def words(text):
    return " ".join(text.split())


def headers(b, index, box, want, name):
    """Takes a picture of the header that Roundcube shows for the newest message in box; it must show want's thread."""
    b.go("%s?_task=mail&_action=headers&_uid=%s&_mbox=%s" % (index, newest(box)[0], box))
    b.until("the header", "return /Message-ID:/i.test(document.body.innerText)")
    b.picture(name)
    shown = words(b.run("return document.body.innerText"))
    for field in ("In-Reply-To", "References"):
        if words("%s: %s" % (field, want[field])) not in shown:
            sys.exit("the header does not show %s: %s but %s" % (field, want[field], shown))


def check(b, draft):
    """Compares what the composer holds with the draft, word for word."""
    shown = b.run("const v = n => document.querySelector('[name=' + n + ']').value, html = v('_is_html') == '1', body = v('_message');"
                  "return {To: v('_to').replaceAll('\"', ''), Subject: v('_subject'), html: html,"
                  " body: html ? new DOMParser().parseFromString(body, 'text/html').body.textContent : body}")
    with open(os.path.join(out, "composer.json"), "w") as f:
        json.dump(shown, f, indent=1, ensure_ascii=False)
    print("composer:", shown["To"], "|", shown["Subject"], "|", "HTML" if shown["html"] else "text")
    want = {"To": str(draft["To"]).replace('"', ""), "Subject": str(draft["Subject"]), "body": draft.get_body(("plain",)).get_content()}
    for field, text in want.items():
        if words(shown[field]).rstrip(",") != words(text).rstrip(","):
            sys.exit("the composer shows %s as %r, not %r" % (field, shown[field], text))


def write(b):
    """Types the paragraph below the salutation, in the text field or in the HTML editor."""
    if b.run("return document.querySelector('[name=_is_html]').value") == "1":
        b.until("the HTML editor", "const e = window.tinymce && tinymce.activeEditor; return e && e.initialized && /Dear|Hello|Hi/.test(e.getContent())")
        b.run("const e = tinymce.activeEditor, p = e.getBody().querySelector('p'); e.focus(); e.selection.select(p, true); e.selection.collapse(false)")
        b.ask("POST", "/frame", {"id": b.find("iframe.tox-edit-area__iframe, .tox-edit-area iframe")})
        b.type(ENTER + env["EDIT"])
        b.ask("POST", "/frame", {"id": None})
        return
    b.run("const t = document.getElementById('composebody'), i = t.value.trimStart().indexOf('\\n\\n') + t.value.length - t.value.trimStart().length;"
          "t.focus(); t.setSelectionRange(i, i)")
    b.type(ENTER + ENTER + env["EDIT"])


def drive(b, index):
    b.go(index)
    b.fill("#rcmloginuser", env["LOGIN"])
    b.fill("#rcmloginpwd", env["PASSWORD"])
    b.click("#rcmloginsubmit")
    b.until("the mailbox", "return window.rcmail && rcmail.env.task == 'mail'")
    _, draft = newest(env["DRAFTS"])
    headers(b, index, env["DRAFTS"], draft, "draft-headers")
    b.go("%s?_task=mail&_mbox=%s" % (index, env["DRAFTS"]))
    b.find("#messagelist tbody tr.message")
    b.picture("drafts")
    b.double_click("#messagelist tbody tr.message td.subject")
    b.until("the composer", "return document.readyState == 'complete' && window.rcmail && rcmail.env.action == 'compose' && !rcmail.busy")
    b.find("#compose-subject")
    b.picture("composer")
    check(b, draft)
    write(b)
    b.picture("edited")
    if env["ACTION"] == "save":
        b.click("#toolbar-menu a.save")
        b.until("the notice that it is saved", "return /saved/i.test((document.querySelector('#messagestack') || {}).innerText)")
        b.picture("after")
        return
    b.click("button.send")
    # Roundcube goes back to the list that the draft was opened from: it must be empty now.
    b.until("Drafts without the draft", "return window.rcmail && !rcmail.busy && rcmail.env.action != 'compose'"
            " && rcmail.env.mailbox == arguments[0] && /list is empty/.test(document.body.innerText)", env["DRAFTS"])
    b.picture("after")
    b.go("%s?_task=mail&_action=show&_uid=%s&_mbox=%s" % (index, newest(env["SENT"])[0], env["SENT"]))
    b.until("the letter in Sent", "return document.body.innerText.includes(arguments[0])", env["EDIT"])
    b.picture("sent")
    headers(b, index, env["SENT"], draft, "sent-headers")
    print("sent")


# Chromium's profile and sockets go to a folder of their own, with a short path, that is removed.
with roundcube(out) as index, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
    port = free_port()
    with open(os.path.join(out, "chromedriver.log"), "w") as log:
        driver = subprocess.Popen([DRIVER, "--port=%d" % port], stdout=log, stderr=log, env=dict(env, TMPDIR=scratch), start_new_session=True)
    try:
        await_port(port)
        b = Browser(port)
        try:
            drive(b, index)
        finally:
            b.ask("DELETE", "")
    finally:
        os.killpg(driver.pid, signal.SIGTERM)
        driver.wait(5)
