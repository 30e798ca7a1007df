package drafter

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/templates"
)

// TestTextsOfTheUsers reads texts of the user's own: ours raise no alarm, and what he
// writes wrong is told with its line.
func TestTextsOfTheUsers(t *testing.T) {
	for _, info := range loadTexts(t).List() {
		if strings.Contains(info.Name, "/note-") {
			continue
		}
		source, err := loadTexts(t).Source(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range proofreadText(info, string(source)) {
			t.Error(p)
		}
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "en"), 0o700); err != nil {
		t.Fatal(err)
	}
	text := "subject: Thank you\nparagraph: opening\n\n[opening]\nThank you for you're time, {name}.\nThank you. Do let me know when you decide.\n"
	if err := os.WriteFile(filepath.Join(dir, "en", "thank-you.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := templates.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	found := ProofreadTexts(set)
	if len(found) < 2 || found[0].Line != 5 || !strings.Contains(found[0].What, "misspelled") || found[1].Line != 6 || !strings.Contains(found[1].What, "asks") {
		t.Errorf("found %v", found)
	}
}
