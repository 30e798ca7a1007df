package mailwatch

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// TestKnownNames: each name of each language is found, in any letter case, under
// any prefix, and however the accents are written.
func TestKnownNames(t *testing.T) {
	others := map[string][]listed{
		"drafts": {{name: "INBOX"}, {name: "S", use: "sent"}, {name: "T", use: "trash"}},
		"sent":   {{name: "INBOX"}, {name: "D", use: "drafts"}, {name: "T", use: "trash"}},
		"trash":  {{name: "INBOX"}, {name: "D", use: "drafts"}, {name: "S", use: "sent"}},
	}
	role := map[string]string{}
	for key, names := range knownNames {
		for _, known := range names {
			if other, twice := role[fold(known)]; twice {
				t.Errorf("%q is for %s and for %s", known, other, key)
			}
			role[fold(known)] = key
			for _, l := range []listed{
				{name: known, delim: '/'}, {name: strings.ToUpper(known), delim: '/'}, {name: known},
				{name: "INBOX." + known, delim: '.'}, {name: "Inbox/" + known, delim: '/'}, {name: "[Gmail]/" + known, delim: '/'},
			} {
				if fold(strings.ToUpper(known)) != fold(known) && l.name == strings.ToUpper(known) {
					continue // "ς" and "İ" do not come back; no server changes the case of those
				}
				m, err := findMailboxes(append([]listed{l}, others[key]...), Names{}, false)
				found := map[string]string{"drafts": m.Drafts, "sent": m.Sent, "trash": m.Trash}
				if err != nil || found[key] != l.name || m.How[key] != "name" {
					t.Errorf("%q for %s: %+v, %v", l.name, key, m, err)
				}
			}
		}
	}
	m, err := findMailboxes([]listed{{name: "Entwu\u0308rfe"}, {name: "Sent", use: "sent"}, {name: "Papierkorb"}}, Names{}, false)
	if err != nil || m.Drafts != "Entwu\u0308rfe" {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestFindMailboxes(t *testing.T) {
	all := []listed{
		{name: "INBOX", delim: '/'}, {name: "Sent Items", delim: '/'}, {name: "Sent", delim: '/'}, {name: "Gelöscht", use: "trash", delim: '/'},
		{name: "Trash", delim: '/'}, {name: "Drafts", delim: '/'}, {name: "Everything", use: "all", delim: '/'}, {name: "Jobs", delim: '/'},
	}
	m, err := findMailboxes(all, Names{Drafts: "drafts", Skip: []string{"jobs", "Gone"}}, false)
	if err != nil || m.Drafts != "Drafts" || m.How["drafts"] != "configured" || m.Sent != "Sent" || m.Trash != "Gelöscht" || m.All != "Everything" ||
		len(m.Skipped) != 1 || m.Skipped[0] != "Jobs" || m.Delimiter != '/' {
		t.Errorf("%+v, %v", m, err)
	}
	for _, c := range []struct {
		names Names
		all   []listed
		says  []string
	}{
		{Names{Drafts: "Draughts"}, all, []string{`"Draughts"`, `"drafts"`, `"Sent Items"`}},
		{Names{}, all[:1], []string{`"drafts"`, `"INBOX"`}},
		{Names{}, nil, []string{"none at all"}},
		{Names{}, make([]listed, 40), []string{"10 more"}},
	} {
		_, err := findMailboxes(c.all, c.names, false)
		if !errors.Is(err, ErrNoMailbox) {
			t.Errorf("%+v: %v", c.names, err)
			continue
		}
		for _, says := range c.says {
			if !strings.Contains(err.Error(), says) {
				t.Errorf("%+v: %v does not say %s", c.names, err, says)
			}
		}
	}
}

// TestOthers: an answer is looked for everywhere but where drafts are; on Gmail, where
// each label is a mailbox, in the one that holds all, and in those that it leaves out.
func TestOthers(t *testing.T) {
	list := []string{
		`(\Noselect \HasChildren) "/" "Lists"`, `() "/" "Lists/Go"`, `(\NonExistent) "/" "Gone"`, `() "/" "inbox"`, `(\Drafts) "/" "Drafts"`,
		`(\drafts) "/" "Templates"`, `(\Sent) "/" "Sent"`, `(\Trash) "/" "Trash"`, `(\Junk) "/" "Spam"`, `() "/" "Entw&APw-rfe"`, `() "/" "bad & name"`,
		`() "/" "Jobs"`, `() "/" "Jobs"`, `(\Archive) "/" "Archive"`, `(\Flagged) "/" "Starred"`,
	}
	for name, c := range map[string]struct {
		all   string
		gmail bool
		want  []string
	}{
		"ordinary":      {"", false, []string{"Lists/Go", "Trash", "Spam", "Entwürfe", "Jobs", "Archive", "Starred"}},
		"one with all":  {`(\All) "/" "Everything"`, false, []string{"Lists/Go", "Trash", "Spam", "Entwürfe", "Jobs", "Archive", "Starred", "Everything"}},
		"Gmail":         {`(\All) "/" "[Gmail]/Alle Nachrichten"`, false, []string{"Trash", "Spam", "[Gmail]/Alle Nachrichten"}},
		"Gmail says so": {`(\All) "/" "All"`, true, []string{"Trash", "Spam", "All"}},
		"All is hidden": {"", true, []string{"Lists/Go", "Trash", "Spam", "Entwürfe", "Jobs", "Archive", "Starred"}},
	} {
		var all []listed
		for _, line := range append(slices.Clone(list), c.all) {
			if l, ok := parseList("* LIST " + line); ok {
				all = append(all, l)
			}
		}
		m, err := findMailboxes(all, Names{}, c.gmail)
		if err != nil || !slices.Equal(m.Others, c.want) {
			t.Errorf("%s: %q, %v; want %q", name, m.Others, err, c.want)
		}
	}
}

// TestSkip: what the user skips is named, with what lies below it; what waits to be sent
// is known by its name.
func TestSkip(t *testing.T) {
	var all []listed
	for _, name := range []string{"INBOX", "INBOX.Lists", "INBOX.Lists.Go", "INBOX.Listsome", "INBOX.Postausgang", "INBOX.Sp&AOQ-ter senden", "INBOX.Work.Scheduled", "INBOX.Entw&APw-rfe"} {
		l, _ := parseList(`* LIST () "." "` + name + `"`)
		all = append(all, l)
	}
	for _, line := range []string{`(\Drafts) "." "INBOX.Drafts"`, `(\Sent) "." "INBOX.Sent"`, `(\Trash) "." "INBOX.Trash"`} {
		l, _ := parseList("* LIST " + line)
		all = append(all, l)
	}
	for _, skip := range []string{"Lists", "inbox.lists", "INBOX.Lists"} {
		m, err := findMailboxes(all, Names{Skip: []string{skip, "INBOX", "Nothing"}}, false)
		if err != nil || !slices.Equal(m.Skipped, []string{"INBOX.Lists", "INBOX.Lists.Go"}) {
			t.Errorf("%s: %q, %v", skip, m.Skipped, err)
		}
		if want := []string{"INBOX.Postausgang", "INBOX.Später senden", "INBOX.Work.Scheduled", "INBOX.Entwürfe", "INBOX.Trash"}; !slices.Equal(m.Unsent, want) {
			t.Errorf("unsent %q, want %q", m.Unsent, want)
		}
	}
}
