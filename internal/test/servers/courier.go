//go:build unix

package servers

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"afterword/internal/demo/mailserver"
)

// courierSocket is where Courier's login asks whether a password is right. The
// path is compiled in, so a machine runs one of our Couriers at a time; the lock
// beside it makes the tests of other packages wait.
const courierSocket = "/run/courier/authdaemon/socket"

// courierUses are the mailboxes that Courier's users find, under "INBOX.".
var courierUses = []string{"Drafts", "Sent", "Trash", "Archive"}

// Courier starts a Courier-IMAP of its own for the test and stops it at its end.
// It needs root, for its login becomes the user.
func Courier(t TB) *Server {
	t.Helper()
	if os.Geteuid() != 0 {
		missing(t, "Courier needs root")
	}
	imapd := unpacked("usr/bin/imapd")
	if imapd == "" {
		missing(t, "Courier is not installed: .ci/servers does it")
	}
	root := strings.TrimSuffix(imapd, "/usr/bin/imapd")
	var s *Server
	var err error
	for range 3 { // a free port may be taken meanwhile
		c := &courier{dir: shortDir(t, "courier"), root: root, passwords: passwords()}
		if s, err = c.serve(); err == nil {
			break
		}
		_ = c.close()
	}
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// courier is a running Courier: two listeners and the answer to its logins.
type courier struct {
	dir, root  string
	plain, tls program

	lock     *os.File
	logins   net.Listener
	answered sync.WaitGroup

	mu        sync.Mutex
	passwords map[string]string
}

func (c *courier) serve() (*Server, error) {
	ports, err := freePorts(2)
	if err != nil {
		return nil, err
	}
	cert, err := mailserver.NewCertificate()
	if err != nil {
		return nil, err
	}
	for name, text := range map[string]string{"ca.pem": string(cert.Cert), "both.pem": string(cert.Key) + string(cert.Cert)} {
		if err := os.WriteFile(filepath.Join(c.dir, name), []byte(text), 0o644); err != nil {
			return nil, fmt.Errorf("write the certificate of Courier: %w", err)
		}
	}
	for i := range Users {
		if err := c.makeHome(i); err != nil {
			return nil, err
		}
	}
	if err := c.answerLogins(); err != nil {
		return nil, err
	}
	c.configure(&c.plain, ports[0], false)
	c.configure(&c.tls, ports[1], true)
	if err := c.restart(); err != nil {
		return nil, err
	}
	s := of(&mailserver.Server{
		Name:      "courier",
		Addr:      fmt.Sprintf("127.0.0.1:%d", ports[1]),
		PlainAddr: fmt.Sprintf("127.0.0.1:%d", ports[0]),
		CA:        cert.CA,
		CAFile:    filepath.Join(c.dir, "ca.pem"),
		Boxes:     mailserver.Boxes{Inbox: "INBOX", Drafts: "INBOX.Drafts", Sent: "INBOX.Sent", Trash: "INBOX.Trash", Archive: "INBOX.Archive"},
		Users:     Users,
		Connect:   dialPlain(fmt.Sprintf("127.0.0.1:%d", ports[0])),
	}, c)
	s.Dir = c.dir
	return s, nil
}

// courierUID owns the mail: nobody. It must have a name, for without one gamin,
// which tells imapd of new mail, is waited for in vain at every command.
const courierUID = 65534

func (c *courier) home(i int) (path string, uid int) {
	return filepath.Join(c.dir, "home", Users[i]), courierUID
}

func (c *courier) makeHome(i int) error {
	home, uid := c.home(i)
	if err := os.MkdirAll(home, 0o755); err != nil {
		return fmt.Errorf("make the home of %q: %w", Users[i], err)
	}
	tool, mail := filepath.Join(c.root, "usr/bin/maildirmake.courier"), filepath.Join(home, "Maildir")
	if err := run("", tool, mail); err != nil {
		return fmt.Errorf("make the mailboxes of %q: %w", Users[i], err)
	}
	var subscribed strings.Builder
	for _, box := range courierUses {
		if err := run("", tool, "-f", box, mail); err != nil {
			return fmt.Errorf("make the mailboxes of %q: %w", Users[i], err)
		}
		fmt.Fprintf(&subscribed, "INBOX.%s\n", box)
	}
	if err := os.WriteFile(filepath.Join(mail, "courierimapsubscribed"), []byte(subscribed.String()), 0o644); err != nil {
		return fmt.Errorf("subscribe %q: %w", Users[i], err)
	}
	return filepath.Walk(home, func(path string, _ os.FileInfo, err error) error {
		if err != nil {
			return fmt.Errorf("hand the home over to %q: %w", Users[i], err)
		}
		return os.Lchown(path, uid, uid)
	})
}

// configure says how one of the two listeners is started.
func (c *courier) configure(p *program, port int, withTLS bool) {
	const capability = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE"
	tool := func(path string) string { return filepath.Join(c.root, path) }
	login := []string{tool("usr/lib/courier/courier/imaplogin"), tool("usr/bin/imapd"), "Maildir"}
	env := []string{
		"AUTHMODULES=authdaemon", "PROTOCOL=IMAP", "PATH=/usr/bin:/bin", "MAILDIRPATH=Maildir",
		"IMAP_CAPABILITY=" + capability, "IMAP_CAPABILITY_TLS=" + capability + " AUTH=PLAIN",
		"IMAP_KEYWORDS=1", "IMAP_USELOCKS=1", "IMAP_ENHANCEDIDLE=1", "IMAP_IDLE_TIMEOUT=1", "IMAP_CHECK_ALL_FOLDERS=0",
		"IMAP_UMASK=022", "IMAP_TRASHFOLDERNAME=Trash", "IMAP_EMPTYTRASH=", "IMAP_MAILBOX_SANITY_CHECK=1", "IMAP_DISABLETHREADSORT=0",
		"IMAPDSTARTTLS=YES", "IMAP_STARTTLS=YES", "IMAP_TLS_REQUIRED=0", "COURIERTLS=" + tool("usr/bin/couriertls"),
		"TLS_CERTFILE=" + filepath.Join(c.dir, "both.pem"), "TLS_PROTOCOL=TLSv1.2+", "TLS_STARTTLS_PROTOCOL=TLSv1.2+", "TLS_VERIFYPEER=NONE",
	}
	args := []string{"-address=127.0.0.1", "-maxprocs=500", "-maxperip=500", "-nodnslookup", "-noidentlookup", strconv.Itoa(port)}
	if withTLS {
		env = append(env, "IMAP_TLS=1")
		args = append(args, tool("usr/bin/couriertls"), "-server", "-tcpd")
	} else {
		env = append(env, "IMAPLOGINTAG=")
	}
	args = append(args, login...)
	p.name, p.output, p.ports = "Courier", filepath.Join(c.dir, "stdout"), []int{port}
	p.command = func() *exec.Cmd {
		cmd := exec.Command(tool("usr/sbin/couriertcpd"), args...)
		cmd.Env = env
		return cmd
	}
}

func (c *courier) restart() error {
	if err := c.plain.start(); err != nil {
		return err
	}
	return c.tls.start()
}

func (c *courier) kill() error { return errors.Join(c.plain.kill(), c.tls.kill()) }

func (c *courier) freeze(frozen bool) error {
	return errors.Join(c.plain.freeze(frozen), c.tls.freeze(frozen))
}

func (c *courier) close() error {
	err := c.kill()
	if c.logins != nil {
		_ = c.logins.Close()
		c.answered.Wait()
	}
	if c.lock != nil {
		_ = c.lock.Close()
	}
	return err
}

func (c *courier) setPassword(user, password string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.passwords[user]; !ok {
		return fmt.Errorf("set the password of %q: no such user", user)
	}
	c.passwords[user] = password
	return nil
}

// answerLogins stands in for Courier's authdaemond, so that nothing in /etc is
// touched.
func (c *courier) answerLogins() error {
	if err := os.MkdirAll(filepath.Dir(courierSocket), 0o755); err != nil {
		return fmt.Errorf("make the folder of Courier's logins: %w", err)
	}
	lock, err := os.OpenFile(courierSocket+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("lock Courier's logins: %w", err)
	}
	c.lock = lock
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return fmt.Errorf("lock Courier's logins: %w", err)
	}
	_ = os.Remove(courierSocket) // of one who was killed: the lock is ours
	if c.logins, err = net.Listen("unix", courierSocket); err != nil {
		return fmt.Errorf("answer Courier's logins: %w", err)
	}
	if err := os.Chmod(courierSocket, 0o777); err != nil {
		return fmt.Errorf("answer Courier's logins: %w", err)
	}
	c.answered.Go(func() {
		for {
			conn, err := c.logins.Accept()
			if err != nil {
				return
			}
			c.answered.Go(func() {
				defer conn.Close()
				c.answer(conn)
			})
		}
	})
	return nil
}

// answer speaks authdaemond's protocol: "AUTH n" with n bytes of service, kind,
// user and password, or "PRE . service user".
func (c *courier) answer(conn io.ReadWriter) {
	r := bufio.NewReader(conn)
	line, err := r.ReadString('\n')
	for err == nil && strings.Contains(line, "=") { // TCPREMOTEIP and so on come first
		line, err = r.ReadString('\n')
	}
	words := strings.Fields(line)
	var user, password string
	check := false
	switch {
	case len(words) == 2 && words[0] == "AUTH":
		n, _ := strconv.Atoi(words[1])
		text := make([]byte, min(n, 4096))
		_, _ = io.ReadFull(r, text)
		if parts := strings.Split(string(text), "\n"); len(parts) >= 4 && parts[1] == "login" {
			user, password, check = parts[2], parts[3], true
		}
	case len(words) == 4 && words[0] == "PRE":
		user = words[3]
	}
	c.mu.Lock()
	known, ok := c.passwords[user]
	c.mu.Unlock()
	for i, name := range Users {
		if ok && name == user && (!check || known == password) {
			home, uid := c.home(i)
			fmt.Fprintf(conn, "UID=%d\nGID=%d\nHOME=%s\nADDRESS=%s\nMAILDIR=Maildir\n.\n", uid, uid, home, user)
			return
		}
	}
	fmt.Fprint(conn, "FAIL\n")
}
