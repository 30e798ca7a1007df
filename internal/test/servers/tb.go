package servers

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// TB is what starting a real server needs of a *testing.T.
type TB interface {
	Helper()
	Name() string
	Logf(format string, args ...any)
	Skipf(format string, args ...any)
	Fatalf(format string, args ...any)
	Cleanup(func())
}

// requireVar makes a missing server a failure: it is set where all are installed.
const requireVar = "AFTERWORD_REQUIRE_SERVERS"

// serversVar names the folder into which .ci/servers unpacks what Debian does not
// install side by side.
const serversVar = "AFTERWORD_SERVERS"

const serversDir = "/var/cache/afterword-servers"

// Number reads a number from the environment, by which a test is replayed or made
// longer; otherwise stands where the variable is empty.
func Number(t TB, name string, otherwise int) int {
	t.Helper()
	s := os.Getenv(name)
	if s == "" {
		return otherwise
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// missing skips the test, or fails it where the servers are required.
func missing(t TB, format string, args ...any) {
	t.Helper()
	reason := fmt.Sprintf(format, args...)
	if os.Getenv(requireVar) == "1" {
		t.Fatalf("%s", reason)
	}
	t.Skipf("%s", reason)
}

// unpacked returns the path of a file of a package that .ci/servers unpacked, or
// "" where it is not there.
func unpacked(path string) string {
	root := os.Getenv(serversVar)
	if root == "" {
		root = serversDir
	}
	full := filepath.Join(root, "root", path)
	if _, err := os.Stat(full); err != nil {
		return ""
	}
	return full
}

// shortDir makes a folder for one server, open to the users that it becomes. Unix
// sockets live in it: their paths end at 108 bytes, so it is not t.TempDir.
func shortDir(t TB, name string) string {
	t.Helper()
	base := os.TempDir()
	if len(base) > 40 {
		base = "/tmp"
	}
	return folder(t, base, name)
}

// folder makes a folder that goes with the test.
func folder(t TB, base, name string) string {
	t.Helper()
	dir, err := os.MkdirTemp(base, "aw-"+name+"-")
	if err != nil {
		t.Fatalf("make a folder for %s: %v", name, err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatalf("open the folder of %s: %v", name, err)
	}
	return dir
}

// memory is a file system in memory, on Linux.
const memory = "/dev/shm"

// memoryDir makes a folder in memory, as /run is one, where there is such a place.
func memoryDir(t TB, name string) string {
	t.Helper()
	if info, err := os.Stat(memory); err != nil || !info.IsDir() {
		return shortDir(t, name)
	}
	return folder(t, memory, name)
}

// Embedded starts the embedded server with TLS for a test, with its certificate
// in a file.
func Embedded(t TB) *Server {
	t.Helper()
	s, err := Start(Options{Dir: shortDir(t, "embedded")})
	if err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
