package setup

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var writePage = flag.Bool("write", false, "write doc/providers.md anew")

const pageFile = "../../doc/providers.md"

// TestPage holds that doc/providers.md says what the table says.
func TestPage(t *testing.T) {
	page := providersPage()
	if *writePage {
		if err := os.WriteFile(pageFile, page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(pageFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, page) {
		t.Errorf("%s is not what the table says: go test ./internal/setup -run Page -write", pageFile)
	}
}

// providersPage is the page that is made of the table.
func providersPage() []byte {
	var b bytes.Buffer
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("<!-- Made from internal/setup/providers.toml: go test ./internal/setup -run Page -write -->\n")
	line("# Mail providers\n")
	line("What `afterword init` knows of %d providers. Others are found by asking: the provider's autoconfig, Thunderbird's", len(Providers()))
	line("public list, DNS (SRV, MX), usual names. The facts were gathered in November 2026 from public help pages, not from")
	line("live servers; menus change, so the address of a page goes before its path. *Not certain* names what was not looked up.\n")
	line("| provider | server | user name | secret | IMAP is |\n| --- | --- | --- | --- | --- |")
	for _, p := range Providers() {
		line("| %s | %s | %s | %s | %s |", p.Name, serverCell(p), strings.Join(or(p.User, "address"), ", then "), secretCell(p), imapCell(p))
	}
	line("\n## The ten largest: what you see\n")
	for _, p := range Providers() {
		if len(p.Sees) == 0 {
			continue
		}
		line("### %s\n", p.Name)
		for i, step := range p.Sees {
			line("%d. %s", i+1, step)
		}
		line("")
		details(line, p)
	}
	line("## The others\n")
	for _, p := range Providers() {
		if len(p.Sees) == 0 {
			line("### %s\n", p.Name)
			if len(p.Domains) > 0 {
				line("Addresses at %s.\n", strings.Join(p.Domains, ", "))
			}
			details(line, p)
		}
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

func or(list []string, fallback string) []string {
	if len(list) == 0 {
		return []string{fallback}
	}
	return list
}

func serverCell(p Provider) string {
	if p.Host == "" {
		return "none"
	}
	s := p.Servers()[0]
	cell := "`" + s.String() + "`"
	if s.TLS != "tls" {
		cell += " " + s.TLS
	}
	return cell
}

func secretCell(p Provider) string {
	cell := map[Secret]string{Password: "password", AppPassword: "app password", MailPassword: "a password for mail programs", BridgePassword: "Bridge's password",
		OAuth: "OAuth 2 only", NoIMAP: "no IMAP"}[p.Secret]
	if p.OnlySecond {
		cell += "; app password with two-factor"
	}
	switch p.Second {
	case "yes":
		cell += ", two-factor first"
	case "maybe":
		cell += ", perhaps two-factor first"
	}
	return cell
}

func imapCell(p Provider) string {
	switch {
	case p.Secret == NoIMAP:
		return "not offered"
	case p.IMAP == "yes":
		return "to be switched on"
	case p.IMAP == "maybe":
		return "perhaps off"
	}
	return "on"
}

func details(line func(string, ...any), p Provider) {
	n := 0
	item := func(format string, args ...any) {
		n++
		line("- "+format, args...)
	}
	if p.IMAPPage != "" || p.IMAPPath != "" {
		item("IMAP: %s", strings.TrimSpace(strings.TrimSuffix(p.IMAPPath+". ", ". ")+link(p.IMAPPage)))
	}
	if p.Page != "" || p.Path != "" {
		item("Password: %s", strings.TrimSpace(strings.TrimSuffix(p.Path+". ", ". ")+link(p.Page)+link(p.Help)))
	}
	if p.OAuth.Token != "" {
		flow := "in the browser"
		if p.OAuth.Device != "" {
			flow += " or by a code"
		}
		item("OAuth 2 %s, scope `%s`.", flow, p.OAuth.Scope)
	}
	for _, also := range p.Instead {
		item("Also at `%s`.", also)
	}
	for _, note := range p.Notes {
		item("%s", note)
	}
	if len(p.Uncertain) > 0 {
		item("Not certain: %s.", strings.Join(p.Uncertain, "; "))
	}
	if n > 0 {
		line("")
	}
}

func link(url string) string {
	if url == "" {
		return ""
	}
	return " <" + url + ">"
}
