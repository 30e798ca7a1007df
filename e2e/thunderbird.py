#!/usr/bin/env python3
"""thunderbird.py - opens the draft in Thunderbird's composer, adds a paragraph, and
sends it (ACTION=send) or saves it (ACTION=save); or answers the newest message of the Inbox
(ACTION=reply), with EDIT above the quotation, or with FILL behind the line of it that begins
with LINE, in HTML if HTML is set.

Thunderbird runs in a profile of its own under Xvfb and is driven over Marionette, its
remote control on loopback, as a double click in Drafts would. Leaves pictures in OUT.
Environment: OUT HOST PORT LOGIN PASSWORD FROM DRAFTS SENT SMTP ACTION EDIT LINE FILL HTML
"""
import base64, json, os, shutil, signal, socket, subprocess, sys, time
from urllib.parse import quote

env = os.environ
for need in ("thunderbird", "Xvfb"):
    if not shutil.which(need):
        print("skip: %s is not installed" % need)
        sys.exit(77)
reply = env["ACTION"] == "reply"
out, host = os.path.abspath(env["OUT"]), "localhost"
profile = os.path.join(out, "profile")
shutil.rmtree(profile, ignore_errors=True)
os.makedirs(profile)
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
folders = "imap://%s@%s/" % (quote(env["LOGIN"]), host)
prefs = {
    "marionette.port": port, "mail.shell.checkDefaultClient": False, "mail.provider.suppress_dialog_on_startup": True,
    "mail.spotlight.firstRunDone": True, "app.donation.eoy.version.viewed": 999, "mailnews.start_page.enabled": False,
    "mailnews.start_page_override.mstone": "ignore", "app.update.enabled": False, "mail.rights.version": 1,
    "datareporting.policy.bypassNotification": True, "toolkit.telemetry.enabled": False, "extensions.update.enabled": False,
    "browser.safebrowsing.enabled": False, "network.captive-portal-service.enabled": False, "offline.startup_state": 3,
    "mail.accountmanager.accounts": "account1,account2", "mail.accountmanager.defaultaccount": "account1",
    "mail.accountmanager.localfoldersserver": "server2", "mail.account.account1.identities": "id1",
    "mail.account.account1.server": "server1", "mail.account.account2.server": "server2",
    "mail.server.server1.type": "imap", "mail.server.server1.hostname": host, "mail.server.server1.port": int(env["PORT"]),
    "mail.server.server1.userName": env["LOGIN"], "mail.server.server1.name": env["LOGIN"], "mail.server.server1.socketType": 0,
    "mail.server.server1.authMethod": 3, "mail.server.server1.check_new_mail": False, "mail.server.server1.login_at_startup": False,
    "mail.server.server2.type": "none", "mail.server.server2.hostname": "Local Folders", "mail.server.server2.userName": "nobody",
    "mail.identity.id1.fullName": "Maya Lind", "mail.identity.id1.useremail": env["FROM"], "mail.identity.id1.smtpServer": "smtp1",
    "mail.identity.id1.valid": True, "mail.identity.id1.compose_html": bool(env.get("HTML")), "mail.default_send_format": 2 if env.get("HTML") else 0, "mail.identity.id1.fcc_folder": folders + env["SENT"],
    "mail.identity.id1.draft_folder": folders + env["DRAFTS"], "mail.identity.id1.drafts_folder_picker_mode": "1",
    "mail.smtpservers": "smtp1", "mail.smtp.defaultserver": "smtp1", "mail.smtpserver.smtp1.hostname": host,
    "mail.smtpserver.smtp1.port": int(env["SMTP"]), "mail.smtpserver.smtp1.authMethod": 1, "mail.smtpserver.smtp1.try_ssl": 0,
    "mail.e2ee.auto_enable": False, "calendar.timezone.local": "UTC", "mail.warn_on_send_accel_key": False,
}
with open(os.path.join(profile, "user.js"), "w") as f:
    for name, value in prefs.items():
        f.write("user_pref(%s, %s);\n" % (json.dumps(name), json.dumps(value)))


class Marionette:
    """The remote control's own protocol: a length, a colon, JSON."""

    def __init__(self):
        for _ in range(300):
            try:
                self.s = socket.create_connection(("127.0.0.1", port), 2)
                break
            except OSError:
                time.sleep(0.2)
        else:
            sys.exit("thunderbird does not listen")
        self.s.settimeout(90)
        self.b, self.n = b"", 0
        self.packet()

    def more(self):
        d = self.s.recv(65536)
        if not d:
            sys.exit("thunderbird went away")
        self.b += d

    def packet(self):
        while b":" not in self.b:
            self.more()
        n, _, self.b = self.b.partition(b":")
        while len(self.b) < int(n):
            self.more()
        p, self.b = self.b[: int(n)], self.b[int(n) :]
        return json.loads(p)

    def do(self, name, **args):
        self.n += 1
        m = json.dumps([0, self.n, name, args]).encode()
        self.s.sendall(b"%d:" % len(m) + m)
        r = self.packet()
        if r[2]:
            sys.exit("%s: %s" % (name, json.dumps(r[2])[:800]))
        return r[3]

    def js(self, code, *args):
        wrapped = ("let A = arguments, done = A[A.length-1]; const sleep = ms => new Promise(r => { const t = "
                   'Cc["@mozilla.org/timer;1"].createInstance(Ci.nsITimer); globalThis.e2eTimer = t; t.initWithCallback({notify: r}, ms, 0); });'
                   'const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");'
                   "(async()=>{" + code + "})().then(v=>done(JSON.stringify(v??null)), e=>done(JSON.stringify({error:String(e)+' '+e.stack})));")
        v = json.loads(self.do("WebDriver:ExecuteAsyncScript", script=wrapped, args=list(args), newSandbox=False)["value"])
        if isinstance(v, dict) and v.get("error"):
            sys.exit(v["error"])
        return v

    def picture(self, kind, name):
        handles = self.do("WebDriver:GetWindowHandles")
        for h in handles.get("value", handles) if isinstance(handles, dict) else handles:
            self.do("WebDriver:SwitchToWindow", handle=h)
            if self.js("return document.documentElement.getAttribute('windowtype')") == kind:
                png = self.do("WebDriver:TakeScreenshot", full=False)["value"]
                with open(os.path.join(out, name), "wb") as f:
                    f.write(base64.b64decode(png))
                return  # and stay in that window


OPEN = """
  const server = MailServices.accounts.allServers.find(s => s.type == "imap");
  let drafts = null, messages = [];
  for (let i = 0; i < 60 && !drafts; i++) {
    if (i % 20 == 0) { try { server.getNewMessages(server.rootFolder, null, null); } catch (e) {} }
    drafts = server.rootFolder.descendants.find(f => decodeURIComponent(f.URI).endsWith("/" + A[0]));
    await sleep(300);
  }
  if (!drafts) return { error: "no folder " + A[0] };
  for (let i = 0; i < 60 && !messages.length; i++) {
    try { drafts.updateFolder(null); } catch (e) {}
    await sleep(300);
    try { messages = [...drafts.messages]; } catch (e) {}
  }
  if (!messages.length) return { error: "no draft" };
  const header = messages[messages.length - 1];
  MailServices.compose.OpenComposeWindow(null, header, drafts.getUriForMsg(header), A[1] ? Ci.nsIMsgCompType.ReplyToSender : Ci.nsIMsgCompType.Draft,
    Ci.nsIMsgCompFormat.Default, MailServices.accounts.defaultAccount.defaultIdentity, "", null);
  let w = null;
  for (let i = 0; i < 60; i++) {
    await sleep(300);
    w = Services.wm.getMostRecentWindow("msgcompose");
    if (w?.gMsgCompose?.compFields.subject && w.document.getElementById("msgSubject").value) break;
  }
  if (!w) return { error: "no composer" };
  await sleep(1500);
  const c = w.gMsgCompose.compFields;
  return { isDrafts: !!(drafts.flags & Ci.nsMsgFolderFlags.Drafts), to: c.to, subject: w.document.getElementById("msgSubject").value,
    references: c.references, html: w.gMsgCompose.composeHTML, canSend: !w.document.getElementById("button-send")?.disabled,
    version: Services.appinfo.version };
"""
EDIT = """
  const w = Services.wm.getMostRecentWindow("msgcompose");
  const editor = w.GetCurrentEditor(), doc = editor.document;
  const walk = doc.createTreeWalker(doc.body, 4);
  let node = null;
  while ((node = walk.nextNode()) && !/^\\s*Dear/.test(node.data)) {}
  if (!node) return { error: "no salutation in " + doc.body.innerHTML.slice(0, 400) };
  const end = node.data.includes("\\n") ? node.data.indexOf("\\n") : node.data.length;
  doc.getSelection().collapse(node, end);
  editor.insertLineBreak(); editor.insertLineBreak(); editor.insertText(A[0]);
  return doc.body.innerText.slice(0, 600);
"""
ANSWER = """
  const w = Services.wm.getMostRecentWindow("msgcompose");
  const editor = w.GetCurrentEditor(), doc = editor.document;
  if (A[0]) {
    editor.beginningOfDocument(); editor.insertText(A[0]); editor.insertLineBreak(); editor.insertLineBreak();
  }
  if (A[2]) {
    const walk = doc.createTreeWalker(doc.body, 4);
    let node = null, at = -1;
    while ((node = walk.nextNode()) && (at = node.data.indexOf(A[1])) < 0) {}
    if (!node) return { error: "no line " + A[1] + " in " + doc.body.innerHTML.slice(0, 800) };
    const line = node.data.indexOf("\\n", at);
    doc.getSelection().collapse(node, line < 0 ? node.data.length : line);
    editor.insertText(" " + A[2]);
  }
  return doc.body.innerText.slice(0, 600);
"""
FINISH = """
  const w = Services.wm.getMostRecentWindow("msgcompose");
  if (A[0] != "save") {
    w.SendMessage();
    for (let i = 0; i < 100; i++) { await sleep(300); if (!Services.wm.getMostRecentWindow("msgcompose")) { await sleep(2000); return "sent"; } }
    return { error: "the composer is still open" };
  }
  w.GenericSendMessage(Ci.nsIMsgCompDeliverMode.SaveAsDraft);
  for (let i = 0; i < 60; i++) { await sleep(300); if (!w.gSaveOperationInProgress && !w.gSendOperationInProgress && !w.gContentChanged && i > 5) return "saved"; }
  return "perhaps saved";
"""

read, write = os.pipe()
xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1200x900x24", "-nolisten", "tcp"],
                        pass_fds=[write], stderr=subprocess.DEVNULL, start_new_session=True)
display = ":" + os.fdopen(read).readline().strip()
log = open(os.path.join(out, "thunderbird.log"), "w")
bird = subprocess.Popen(["thunderbird", "--profile", profile, "--no-remote", "--marionette", "--remote-allow-system-access"],
                        env=dict(env, HOME=out, DISPLAY=display, MOZ_CRASHREPORTER_DISABLE="1"), stdout=log, stderr=log, start_new_session=True)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
try:
    m = Marionette()
    m.do("WebDriver:NewSession", acceptInsecureCerts=True)
    m.do("Marionette:SetContext", value="chrome")
    m.do("WebDriver:SetTimeouts", script=60000)
    m.js("""
      const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
      login.init("imap://" + A[0], null, "imap://" + A[0], A[1], A[2], "", "");
      await Services.logins.addLoginAsync(login);
      Services.io.offline = false;""", host, env["LOGIN"], env["PASSWORD"])
    print(json.dumps(m.js(OPEN, "INBOX" if reply else env["DRAFTS"], reply), ensure_ascii=False))
    m.picture("msgcompose", "composer.png")
    print(m.js(ANSWER, env["EDIT"], env["LINE"], env["FILL"]) if reply else m.js(EDIT, env["EDIT"]))
    m.picture("msgcompose", "edited.png")
    m.picture("mail:3pane", "main.png")
    print(m.js(FINISH, env["ACTION"]))
finally:
    for p in (bird, xvfb):
        os.killpg(p.pid, signal.SIGTERM)
        try:
            p.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, signal.SIGKILL)
    shutil.rmtree(profile, ignore_errors=True)
