"""roundcube_server.py - a Roundcube of the test's own, on PHP's web server and with an
empty database. It drives nothing: roundcube.py and roundcube_browser.py do.

Environment: OUT HOST PORT LOGIN PASSWORD DRAFTS SENT TRASH SMTP
"""
import contextlib, email, email.policy, imaplib, json, os, shutil, signal, socket, sqlite3, subprocess, sys, time

env = os.environ
ROOT, SCHEMA, DEFAULTS = "/var/lib/roundcube", "/usr/share/dbconfig-common/data/roundcube/install/sqlite3", "/etc/roundcube/defaults.inc.php"


def skip(why):
    """Ends the script with the exit code that the test takes for a skip."""
    print("skip: " + why)
    sys.exit(77)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def await_port(port):
    """Returns when something listens on port, or after five seconds."""
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)


def newest(box):
    """The UID of the newest message in box, and the message."""
    line = imaplib.IMAP4(env["HOST"], int(env["PORT"]))
    line.login(env["LOGIN"], env["PASSWORD"])
    line.select(box, readonly=True)
    uid = line.uid("SEARCH", "ALL")[1][0].split()[-1].decode()
    raw = line.uid("FETCH", uid, "(BODY.PEEK[])")[1][0][1]
    line.logout()
    return uid, email.message_from_bytes(raw, policy=email.policy.default)


@contextlib.contextmanager
def roundcube(out):
    """Serves Roundcube while the block runs, and gives the address of its index.php."""
    if not shutil.which("php") or not all(os.path.exists(p) for p in (ROOT, SCHEMA, DEFAULTS)):
        skip("Roundcube (roundcube-core, roundcube-sqlite3, php-cli) is not installed")
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
    port = free_port()
    # A browser asks for several files at once, hence the workers.
    serving = dict(env, ROUNDCUBE_CONFIG_DIR=config, PHP_CLI_SERVER_WORKERS="4")
    with open(os.path.join(out, "php.log"), "w") as log:
        php = subprocess.Popen(["php", "-S", "127.0.0.1:%d" % port, "-t", ROOT + "/public_html"], cwd=ROOT + "/public_html", stdout=log, stderr=log,
                               env=serving, start_new_session=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
    try:
        await_port(port)
        yield "http://127.0.0.1:%d/index.php" % port
    finally:
        os.killpg(php.pid, signal.SIGTERM)
        php.wait(5)
        shutil.rmtree(config, ignore_errors=True)
