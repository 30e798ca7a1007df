//go:build unix

package servers

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"

	_ "embed"

	"afterword/internal/demo/mailserver"
)

var (
	//go:embed cyrus.conf
	cyrusConf string
	//go:embed cyrus.imapd.conf
	cyrusImapdConf string
)

// cyrusTools is where Debian's cyrus-common keeps its programs.
const cyrusTools = "/usr/lib/cyrus/bin"

// Cyrus starts a Cyrus IMAP of its own for the test and stops it at its end. It
// needs root, for its master becomes the user cyrus.
func Cyrus(t TB) *Server {
	t.Helper()
	if os.Geteuid() != 0 {
		missing(t, "Cyrus needs root")
	}
	imapd, master, saslpasswd := unpacked("usr/lib/cyrus/bin/imapd"), find(cyrusTools+"/master"), find("saslpasswd2")
	if imapd == "" || master == "" || saslpasswd == "" {
		missing(t, "Cyrus is not installed: .ci/servers does it")
	}
	var s *Server
	var err error
	for range 3 { // a free port may be taken meanwhile
		c := &cyrus{Dir: shortDir(t, "cyrus"), Run: memoryDir(t, "cyrus"), Tools: cyrusTools, Unpacked: filepath.Dir(imapd), saslpasswd: saslpasswd}
		if s, err = c.serve(master); err == nil {
			break
		}
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// cyrus is a running Cyrus, and what its configuration is made of.
type cyrus struct {
	program
	Dir, Tools, Unpacked string
	Run                  string // what lives as long as the server: locks, sockets, who does what
	Plain, TLS           int

	saslpasswd string
	uid, gid   int
}

func (c *cyrus) serve(master string) (*Server, error) {
	owner, err := user.Lookup("cyrus")
	if err != nil {
		return nil, fmt.Errorf("find Cyrus' own user: %w", err)
	}
	c.uid, _ = strconv.Atoi(owner.Uid)
	c.gid, _ = strconv.Atoi(owner.Gid)
	ports, err := freePorts(2)
	if err != nil {
		return nil, err
	}
	c.Plain, c.TLS = ports[0], ports[1]
	cert, err := mailserver.NewCertificate()
	if err != nil {
		return nil, err
	}
	for _, sub := range []string{"conf/socket", "conf/log", "conf/msg", "conf/proc", "spool"} {
		if err := os.MkdirAll(filepath.Join(c.Dir, sub), 0o755); err != nil {
			return nil, fmt.Errorf("make the folders of Cyrus: %w", err)
		}
	}
	for name, text := range map[string]string{
		"cyrus.conf": cyrusConf, "imapd.conf": cyrusImapdConf, "ca.pem": string(cert.Cert), "key.pem": string(cert.Key),
	} {
		var out strings.Builder
		if err := template.Must(template.New(name).Parse(text)).Execute(&out, c); err != nil {
			return nil, fmt.Errorf("write the configuration of Cyrus: %w", err)
		}
		if err := os.WriteFile(filepath.Join(c.Dir, name), []byte(out.String()), 0o644); err != nil {
			return nil, fmt.Errorf("write the configuration of Cyrus: %w", err)
		}
	}
	for _, name := range Users {
		if err := c.setPassword(name, Password); err != nil {
			return nil, err
		}
	}
	if err := c.own(); err != nil {
		return nil, err
	}
	s := of(&mailserver.Server{
		Name:      "cyrus",
		Addr:      fmt.Sprintf("127.0.0.1:%d", c.TLS),
		PlainAddr: fmt.Sprintf("127.0.0.1:%d", c.Plain),
		CA:        cert.CA,
		CAFile:    filepath.Join(c.Dir, "ca.pem"),
		Boxes:     mailserver.Boxes{Inbox: "INBOX", Drafts: "Drafts", Sent: "Sent", Trash: "Trash", Archive: "Archive"},
		Users:     Users,
		Connect:   dialPlain(fmt.Sprintf("127.0.0.1:%d", c.Plain)),
	}, c)
	s.Dir = c.Dir
	c.name, c.output, c.ports = "Cyrus", filepath.Join(c.Dir, "stdout"), ports
	c.command = func() *exec.Cmd {
		return exec.Command(master, "-C", c.Dir+"/imapd.conf", "-M", c.Dir+"/cyrus.conf", "-p", c.Dir+"/master.pid")
	}
	if err := c.start(); err != nil {
		return nil, err
	}
	return s, nil
}

// own hands the folders over to the user cyrus.
func (c *cyrus) own() error {
	for _, dir := range []string{c.Dir, c.Run} {
		err := filepath.Walk(dir, func(path string, _ os.FileInfo, err error) error {
			if err != nil {
				return err
			}
			return os.Lchown(path, c.uid, c.gid)
		})
		if err != nil {
			return fmt.Errorf("hand the folder over to Cyrus: %w", err)
		}
	}
	return nil
}

func (c *cyrus) setPassword(user, password string) error {
	name, domain, _ := strings.Cut(user, "@")
	return run(password, c.saslpasswd, "-p", "-c", "-f", filepath.Join(c.Dir, "sasldb2"), "-u", domain, name)
}

func (c *cyrus) restart() error { return c.start() }
func (c *cyrus) close() error   { return c.kill() }
