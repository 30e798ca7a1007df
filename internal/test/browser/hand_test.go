package browser

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"afterword/internal/test/servers"

	"github.com/chromedp/chromedp"
)

// user is whose mailbox the tests with a server play in.
var user = servers.Users[0]

// aMailbox serves the page of a mailbox at a real server, with the daemon at work.
func aMailbox(t *testing.T) (*visit, *servers.Server) {
	t.Helper()
	requireBrowser(t)
	server := servers.Dovecot(t, servers.Default)
	host, port, _ := strings.Cut(server.Addr, ":")
	v := visitAccount(t, fmt.Sprintf("address = %q\n[account.imap]\nhost = %q\nport = %s\nca_file = %q\nusername = %q\npassword.command = \"echo %s\"",
		"sam@winter.example", host, port, server.CAFile, user, servers.Password), func(t *testing.T, v *visit) { v.start(io.Discard, "run") })
	return v, server
}

// awaits opens a page again each time that it says that something has changed, until a text
// stands in it.
func (v *visit) awaits(path, text string) {
	v.t.Helper()
	for {
		v.open(path)
		if strings.Contains(v.text(), text) {
			return
		}
		ctx, cancel := context.WithTimeout(v.ctx, time.Minute)
		err := chromedp.Do(ctx, chromedp.WaitVisible(chromedp.CSS("#changed")))
		cancel()
		if err != nil {
			v.t.Fatalf("%q never stands in %s: %v\n%s", text, path, err, v.text())
		}
	}
}

// sends fills in the form that leads somewhere, and presses a button of it: the one with a
// value, or the first.
func (v *visit) sends(action, button string, fields ...string) {
	v.t.Helper()
	form := fmt.Sprintf(`form[action$=%q]`, action)
	if button != "" {
		form += fmt.Sprintf(":has(button[value=%q])", button) // there may be one for each answer
	}
	for i := 0; i < len(fields); i += 2 {
		v.run(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`(e => { if (e.type === "checkbox" || e.type === "radio") e.click(); else e.value = %q })(document.querySelector(%q))`,
			fields[i+1], form+fmt.Sprintf(` [name=%q]`, fields[i])+boxes(fields[i], fields[i+1]))))
	}
	press := form + " button"
	if button != "" {
		press += fmt.Sprintf("[value=%q]", button)
	}
	if _, err := chromedp.RunResponse(v.ctx, chromedp.Click(chromedp.CSS(press))); err != nil {
		v.t.Fatalf("%s: no page follows: %v", action, err)
	}
}

// boxes tells one box of several of a name from the others.
func boxes(name, value string) string {
	if name == "near" || name == "withdraw" {
		return fmt.Sprintf("[value=%q]", value)
	}
	return ""
}

// tag names what is asked about.
func (v *visit) tag() string {
	v.t.Helper()
	action := value(v, chromedp.Evaluate[string](`document.querySelector('form[action^="/finds/"]').getAttribute("action")`))
	return strings.TrimPrefix(action, "/finds/")
}

// drafts are the texts that stand in Drafts.
func drafts(t *testing.T, s *servers.Server) (all string) {
	t.Helper()
	list, err := s.Messages(user, "Drafts")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list {
		all += string(m.Raw) + "\n"
	}
	return strings.ReplaceAll(all, "\r\n", "\n")
}

// TestByHand does by mouse whatever can be done on the page, with a mailbox at a real server
// and the daemon at work, and looks at what comes of it there.
func TestByHand(t *testing.T) {
	v, server := aMailbox(t)
	axe := axeScript(t)
	now := time.Now()
	acme := "/applications/acme"
	const stamp = "20060102T150405Z"

	// Pasting an invitation fills the form in.
	v.open("/add")
	v.sends("/add/paste", "", "text", fmt.Sprintf("BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:a1\nSUMMARY:Interview: Senior Analyst at Acme\nDTSTART:%s\nDTEND:%s\nORGANIZER;CN=Robin Hale:mailto:robin@acme.example\nATTENDEE;CN=Dr. Ngozi Okafor:mailto:ngozi@acme.example\nATTENDEE;CN=Sam Winter:mailto:sam@winter.example\nEND:VEVENT\nEND:VCALENDAR\n",
		now.Add(-3*time.Hour).UTC().Format(stamp), now.Add(-2*time.Hour).UTC().Format(stamp)))
	v.look(axe, "hand-pasted")
	for field, want := range map[string]string{"company": "Acme", "role": "Senior Analyst", "contact": "Ngozi Okafor <ngozi@acme.example>"} {
		if got := value(v, chromedp.Evaluate[string](fmt.Sprintf(`document.querySelector("#add-%s").value`, field))); !strings.Contains(got, want) {
			t.Errorf("%s is filled in with %q, not %q", field, got, want)
		}
	}
	v.sends("/add", "", "company", "Acme", "role", "Senior Analyst")
	v.wants("The interview is entered.")
	v.awaits(acme, "in Drafts")
	v.look(axe, "hand-drafted")

	// Ends of sentences go into the letter, and what no letter takes up is not lost.
	v.sends("/note", "", "topic", "the move to the new warehouse", "because", "they pay the best salary in town")
	v.wants("goes into no letter")
	v.look(axe, "hand-unfit")
	if got := value(v, chromedp.Evaluate[string](`document.querySelector("#note-topic").value`)); got != "the move to the new warehouse" {
		t.Errorf("what was typed is lost: %q", got)
	}
	v.sends("/note", "", "because", "I ran two such moves")
	v.wants("What you told me about the move to the new warehouse has stayed with me.")
	v.look(axe, "hand-noted")
	for !strings.Contains(drafts(t, server), "the move to the new warehouse") {
		if v.ctx.Err() != nil {
			t.Fatalf("the letter does not take it up:\n%s", drafts(t, server))
		}
	}

	v.sends("/note", "", "topic", "blue")
	v.wants("With “Use it as I wrote it")
	v.sends("/note", "", "as-it-stands", "yes")
	v.wants("What you told me about the blue has stayed with me.")

	// Put off, and on again.
	v.open(acme)
	v.sends("/snooze", "", "until", now.AddDate(0, 0, -3).Format(time.DateOnly))
	v.wants("Put it off until: ", "is past")
	v.sends("/snooze", "", "until", now.AddDate(0, 0, 20).Format(time.DateOnly))
	v.wants("Acme: put off.", "put off until")
	v.look(axe, "hand-snoozed")
	v.sends("/resume", "")
	v.wants("Acme: goes on.")

	// Sent from elsewhere, and told by telephone.
	v.open(acme)
	v.sends("/sent", "", "follow-up", "thank-you/1/ngozi@acme.example")
	v.wants("Acme: noted: it is sent.")
	v.sends("/heard", "", "kind", "timeline")
	v.wants("the date that was named")
	v.sends("/heard", "", "kind", "timeline", "date", now.AddDate(0, 0, 10).Format(time.DateOnly), "note", "the board meets then")
	v.wants("Acme: noted.", "the board meets then")
	v.look(axe, "hand-told")

	// An offer comes by mail, and is answered.
	later := time.Now().Add(2 * time.Second) // a Date has no fractions
	offer := fmt.Sprintf("From: Dr. Ngozi Okafor <ngozi@acme.example>\r\nTo: Sam Winter <sam@winter.example>\r\nSubject: Your application as Senior Analyst\r\nMessage-ID: <o1@acme.example>\r\nDate: %s\r\n\r\nDear Sam,\r\n\r\nWe are delighted to offer you the position of Senior Analyst at Acme. Please find the written offer attached, and let us know by next Friday.\r\n\r\nBest wishes,\r\nNgozi Okafor\r\n", later.Format(time.RFC1123Z))
	if err := server.Deliver(user, "INBOX", []byte(offer), nil, later); err != nil {
		t.Fatal(err)
	}
	v.awaits(acme, "Answer the offer")
	v.look(axe, "hand-offer")
	v.afterword("add", "--company", "Borealis", "--role", "Engineer", "--contact", "Kim Osei <kim@borealis.example>", "--ended", now.AddDate(0, 0, 2).Format("2006-01-02T15:04"))
	v.open(acme)
	v.sends("/answer", "more-time")
	v.wants("Name the date until which you ask for time.")
	v.sends("/answer", "more-time", "by", now.AddDate(0, 0, 12).Format(time.DateOnly))
	v.wants("Acme: noted. The letter goes into Drafts.")
	v.awaits(acme, "Request for time")
	v.run(chromedp.Click(chromedp.CSS(`form:has([value=accept]) summary`)))
	v.sends("/answer", "accept", "withdraw", "borealis")
	v.awaits(acme, "Acceptance")
	v.awaits("/applications/borealis", "Withdrawal")
	v.open(acme)
	v.look(axe, "hand-accepted")
	if letters := drafts(t, server); strings.Count(letters, "<ngozi@acme.example>\n") != 1 || strings.Count(letters, "<kim@borealis.example>\n") != 1 {
		t.Errorf("there is not one letter for each in Drafts:\n%s", letters)
	}
	v.sends("/answer", "decline")
	v.awaits(acme, "Refusal of the offer")

	// Take it with you.
	v.open("/search")
	v.look(axe, "hand-search")
	for path, want := range map[string]string{"/export.csv": "acme,home,Acme,Senior Analyst,offer", "/export.json": `"id":"acme"`, "/due.ics": "BEGIN:VCALENDAR"} {
		if text := value(v, chromedp.Evaluate[string](`fetch("`+path+`").then(r => r.text())`, chromedp.EvalAwaitPromise)); !strings.Contains(text, want) {
			t.Errorf("%s does not hold %q:\n%s", path, want, text)
		}
	}

	// A further interview near another one is asked about, and a mistake is forgotten.
	v.open("/add")
	near := []string{"company", "Acme", "role", "Senior Analyst", "ended", now.Add(-26 * time.Hour).Format("2006-01-02T15:04"), "contact", "Tomás Rivera tomas@acme.example"}
	v.sends("/add", "", near...)
	v.wants("is it a correction, or a further one?")
	v.look(axe, "hand-near")
	v.sends("/add", "", "near", "another")
	v.wants("The interview is entered.")
	v.sends("/remove", "")
	v.wants("Say that you are sure")
	v.sends("/remove", "", "sure", "yes")
	v.wants("It is forgotten.")
	v.open("/applications/borealis")
	v.sends("/remove", "", "sure", "yes")
	v.awaits("/applications", "There is no application here.")
	v.look(axe, "hand-empty")
	if letters := drafts(t, server); strings.TrimSpace(letters) != "" {
		t.Errorf("there is still a letter in Drafts:\n%s", letters)
	}

	// What is found in the mail is asked about, with fields for what it does not say.
	for i, company := range []string{"Delta Works", "Elm & Sons"} {
		at, name := time.Now(), []string{"Lea Vogt", "Jonas Berg"}[i]
		invitation := fmt.Sprintf("From: %s <jobs@co%d.example>\r\nTo: Sam Winter <sam@winter.example>\r\nSubject: Invitation to an interview at %s\r\nMessage-ID: <i%d@co%d.example>\r\nDate: %s\r\n\r\nDear Sam,\r\n\r\nThank you for your application. We would like to invite you to an interview on %s at 10:00 am.\r\n\r\nBest wishes,\r\n%s\r\n%s\r\n",
			name, i, company, i, i, at.Format(time.RFC1123Z), at.AddDate(0, 0, 5).Format("Monday, January 2"), name, company)
		if err := server.Deliver(user, "INBOX", []byte(invitation), nil, at); err != nil {
			t.Fatal(err)
		}
		v.awaits("/", "Is this an interview of yours?")
		v.look(axe, "hand-found")
		if i == 0 {
			v.sends("/finds/"+v.tag(), "yes", "company", company, "role", "Nurse")
			v.wants("Delta Works: it is entered")
			v.awaits("/applications", "Nurse")
		} else {
			v.sends("/finds/"+v.tag(), "no")
			v.wants("You are not asked about it again.", "Nothing is asked of you.")
		}
	}
}
