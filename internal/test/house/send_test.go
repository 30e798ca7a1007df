package house

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// sending are the symbols of everything that could send a mail: the SMTP client
// of the standard library and go-mail's own.
var sending = regexp.MustCompile(`\bnet/smtp\.|go-mail/smtp\.|go-mail\.\(\*Client\)`)

// symbols builds a program of the project and returns the names in it.
func symbols(t *testing.T, pkg string) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "program")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", binary, pkg)
	build.Dir = root(t)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", pkg, err, out)
	}
	out, err := exec.CommandContext(t.Context(), "go", "tool", "nm", binary).Output()
	if err != nil {
		t.Fatalf("read the symbols of %s: %v", pkg, err)
	}
	if !strings.Contains(string(out), " main.main\n") {
		t.Fatalf("%s has no main.main among its symbols: they were not read", pkg)
	}
	return string(out)
}

// TestCannotSend shows that there is no SMTP client in the built program. go-mail
// has one, which the linker drops as long as nothing calls it.
func TestCannotSend(t *testing.T) {
	for line := range strings.Lines(symbols(t, "./cmd/afterword")) {
		if sending.MatchString(line) {
			t.Errorf("the program can send mail: %s", strings.TrimSpace(line))
		}
	}
}

// TestWouldSee shows that a program that sends is found out.
func TestWouldSee(t *testing.T) {
	found := map[string]bool{}
	for line := range strings.Lines(symbols(t, "./internal/test/house/testdata/sends")) {
		if m := sending.FindString(line); m != "" {
			found[m] = true
		}
	}
	for _, want := range []string{"net/smtp.", "go-mail/smtp.", "go-mail.(*Client)"} {
		if !found[want] {
			t.Errorf("a program that sends has no symbol of %s: the search is blind", want)
		}
	}
}
