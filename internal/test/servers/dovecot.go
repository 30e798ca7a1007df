//go:build unix

package servers

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"

	_ "embed"

	"afterword/internal/demo/mailserver"
)

//go:embed dovecot.conf
var dovecotConf string

// Dovecot starts a Dovecot 2.3 of its own for the test and stops it at its end.
// It needs no root: then all users share one uid.
func Dovecot(t TB, v Variant) *Server {
	t.Helper()
	path := find("dovecot")
	if path == "" {
		missing(t, "Dovecot is not installed: .ci/servers does it")
	}
	if out, err := exec.Command(path, "--version").Output(); err != nil || !strings.HasPrefix(string(out), "2.3.") {
		missing(t, "Dovecot 2.3 is needed, not %q", strings.TrimSpace(string(out)))
	}
	if !slices.Contains(Variants, v) {
		t.Fatalf("there is no Dovecot %q; there are %q", v, Variants)
	}
	var s *Server
	var err error
	for range 3 { // a free port may be taken meanwhile
		if s, err = startDovecot(shortDir(t, "dovecot"), path, v); err == nil {
			break
		}
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// dovecot is a running Dovecot, and what its configuration is made of.
type dovecot struct {
	program
	Dir, InternalUser, InternalGroup, LoginUser string
	Root                                        bool
	Plain, TLS                                  int
	Capability, Plugins, Prefix, Separator      string
	Boxes                                       []dovecotBox
	Gmail, Quota, ACL                           bool
	Introspect                                  string // URL that is asked about tokens; "" for none

	tokens *Tokens
}

type dovecotBox struct{ Name, Use string }

func startDovecot(dir, path string, v Variant) (*Server, error) {
	ports, err := freePorts(2)
	if err != nil {
		return nil, err
	}
	d := &dovecot{Dir: dir, Root: os.Geteuid() == 0, Plain: ports[0], TLS: ports[1],
		InternalUser: "dovecot", InternalGroup: "dovecot", LoginUser: "dovenull"}
	if !d.Root {
		me, err := user.Current()
		if err != nil {
			return nil, fmt.Errorf("find out who starts Dovecot: %w", err)
		}
		group, err := user.LookupGroupId(me.Gid)
		if err != nil {
			return nil, fmt.Errorf("find out the group that starts Dovecot: %w", err)
		}
		d.InternalUser, d.InternalGroup, d.LoginUser = me.Username, group.Name, me.Username
	}
	boxes := d.shape(v)
	cert, err := mailserver.NewCertificate()
	if err != nil {
		return nil, err
	}
	for _, sub := range []string{"run", "state", "home"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			return nil, fmt.Errorf("make the folders of Dovecot: %w", err)
		}
	}
	s := of(&mailserver.Server{
		Name:      strings.TrimSuffix("dovecot "+string(v), " default"),
		Addr:      fmt.Sprintf("127.0.0.1:%d", d.TLS),
		PlainAddr: fmt.Sprintf("127.0.0.1:%d", d.Plain),
		CA:        cert.CA,
		CAFile:    filepath.Join(dir, "ca.pem"),
		Boxes:     boxes,
		Users:     Users,
		Connect:   dialPlain(fmt.Sprintf("127.0.0.1:%d", d.Plain)),
	}, d)
	s.Dir = dir
	if v == OAuth {
		if d.tokens, err = newTokens(Users); err != nil {
			return nil, err
		}
		s.Tokens, d.Introspect = d.tokens, d.tokens.check
	}
	var conf strings.Builder
	if err := template.Must(template.New("dovecot.conf").Parse(dovecotConf)).Execute(&conf, d); err != nil {
		return nil, fmt.Errorf("write the configuration of Dovecot: %w", err)
	}
	for name, text := range map[string]string{
		"oauth2.conf.ext": fmt.Sprintf("introspection_url = %s\nintrospection_mode = post\nusername_attribute = username\n"+
			"active_attribute = active\nactive_value = true\ntimeout_msecs = 10000\n", d.Introspect),
		"acl":          "INBOX owner lri\n",
		"dovecot.conf": conf.String(),
		"ca.pem":       string(cert.Cert),
		"key.pem":      string(cert.Key),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return nil, fmt.Errorf("write the configuration of Dovecot: %w", err)
		}
	}
	if err := d.writeUsers(passwords()); err != nil {
		return nil, err
	}
	d.program.name, d.output, d.ports = "Dovecot", filepath.Join(dir, "dovecot.log"), ports
	d.command = func() *exec.Cmd { return exec.Command(path, "-F", "-c", filepath.Join(dir, "dovecot.conf")) }
	if err := d.start(); err != nil {
		_ = d.close()
		return nil, err
	}
	return s, nil
}

// shape sets what makes the variant and returns its mailboxes.
func (d *dovecot) shape(v Variant) mailserver.Boxes {
	const all = "IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE NAMESPACE CHILDREN UIDPLUS CONDSTORE QRESYNC ESEARCH LIST-EXTENDED LIST-STATUS SPECIAL-USE MOVE"
	without := func(caps ...string) string {
		return strings.Join(slices.DeleteFunc(strings.Fields(all), func(c string) bool { return slices.Contains(caps, c) }), " ")
	}
	boxes := mailserver.Boxes{Inbox: "INBOX", Drafts: "Drafts", Sent: "Sent", Trash: "Trash", Archive: "Archive"}
	special := true
	switch v {
	case Gmail:
		d.Gmail, d.Separator = true, "/"
		boxes = mailserver.Boxes{Inbox: "INBOX", Drafts: "[Gmail]/Drafts", Sent: "[Gmail]/Sent Mail", Trash: "[Gmail]/Trash", Archive: "[Gmail]/All Mail"}
	case Localized:
		special = false
		boxes = mailserver.Boxes{Inbox: "INBOX", Drafts: "Entwürfe", Sent: "Gesendet", Trash: "Papierkorb", Archive: "Archiv"}
	case French:
		special = false
		boxes = mailserver.Boxes{Inbox: "INBOX", Drafts: "Brouillons", Sent: "Éléments envoyés", Trash: "Corbeille", Archive: "Archives"}
	case Minimal:
		d.Capability = "IMAP4rev1 LITERAL+ SASL-IR ID"
	case NoIdle:
		d.Capability = without("IDLE")
	case NoUIDPlus:
		d.Capability = without("UIDPLUS")
	case NoCondstore:
		d.Capability = without("CONDSTORE", "QRESYNC")
	case NoMove:
		d.Capability = without("MOVE")
	case Quota:
		d.Quota, d.Plugins = true, "quota"
	case ReadOnly:
		d.ACL, d.Plugins = true, "acl"
	case Prefixed:
		d.Prefix, d.Separator = "INBOX.", "."
	}
	for _, box := range []dovecotBox{{boxes.Drafts, `\Drafts`}, {boxes.Sent, `\Sent`}, {boxes.Trash, `\Trash`}, {boxes.Archive, `\Archive`}} {
		if d.Gmail && box.Use == `\Archive` {
			box.Use = `\All` // Gmail has no other archive
		}
		if !special {
			box.Use = ""
		}
		d.Boxes = append(d.Boxes, box)
	}
	if d.Prefix != "" {
		for _, name := range []*string{&boxes.Drafts, &boxes.Sent, &boxes.Trash, &boxes.Archive} {
			*name = d.Prefix + *name
		}
	}
	return boxes
}

// passwords are those with which a server begins.
func passwords() map[string]string {
	m := make(map[string]string, len(Users))
	for _, u := range Users {
		m[u] = Password
	}
	return m
}

// writeUsers writes the passwd-file. As root each user has a uid of its own, for
// the kernel's bound on watched files is one for each uid.
func (d *dovecot) writeUsers(passwords map[string]string) error {
	var lines strings.Builder
	for i, name := range Users {
		uid, gid, home := os.Getuid(), os.Getgid(), filepath.Join(d.Dir, "home", name)
		if err := os.MkdirAll(home, 0o700); err != nil {
			return fmt.Errorf("make the home of %q: %w", name, err)
		}
		if d.Root {
			uid, gid = 20001+i, 20001+i
			if err := os.Chown(home, uid, gid); err != nil {
				return fmt.Errorf("hand the home over to %q: %w", name, err)
			}
		}
		fmt.Fprintf(&lines, "%s:{PLAIN}%s:%d:%d::%s::\n", name, passwords[name], uid, gid, home)
	}
	if err := replaceFile(filepath.Join(d.Dir, "users"), lines.String()); err != nil {
		return fmt.Errorf("write the users of Dovecot: %w", err)
	}
	return nil
}

// replaceFile writes a file that a server may be reading.
func replaceFile(path, text string) error {
	if err := os.WriteFile(path+".new", []byte(text), 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

func (d *dovecot) setPassword(user, password string) error {
	all := passwords()
	if _, ok := all[user]; !ok {
		return fmt.Errorf("set the password of %q: no such user", user)
	}
	all[user] = password
	if err := d.writeUsers(all); err != nil {
		return err
	}
	// Dovecot looks at the file at most once a second: whoever logs in before the
	// next one may still be measured by what stood there.
	now := time.Now()
	time.Sleep(now.Truncate(time.Second).Add(time.Second).Sub(now) + 10*time.Millisecond)
	return nil
}

func (d *dovecot) restart() error { return d.start() }

func (d *dovecot) close() error {
	if d.tokens != nil {
		d.tokens.close()
	}
	return d.kill()
}
