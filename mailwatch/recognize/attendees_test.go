package recognize

import (
	"strings"
	"testing"
)

const one = "DTSTART:20261117T190000Z\nDTEND:20261117T200000Z\nUID:1\nSUMMARY:Interview Mira Holt\nORGANIZER;CN=Kim Lee:mailto:kim@oakhill.example\n"

// Who attends interviews, but for those who arrange it; everybody has the name that people
// call him by.
func TestAttendees(t *testing.T) {
	for name, c := range map[string]struct{ from, text, events, want string }{
		"a coordinator who helps": {"Kim Lee <kim@oakhill.example>", "You'll meet Dana Frost (Head of Data). Tom Pike (Recruiting Coordinator) will be on the call for the first minutes.\n\nKim",
			one + "ATTENDEE;CN=Dana Frost:mailto:dana@oakhill.example\nATTENDEE;CN=Tom Pike:mailto:tom.pike@oakhill.example",
			"interviewer Dana Frost <dana@oakhill.example> Head of Data; recruiter Tom Pike <tom.pike@oakhill.example> Recruiting Coordinator"},
		"as a directory writes them": {"Kim Lee <kim@oakhill.example>", "See the invitation.\n\nKim",
			one + "ATTENDEE;CN=\"Brandt, Jonas (EK)\":mailto:jonas@oakhill.example\nATTENDEE;CN=\"Dr. Lang, Mia\":mailto:mia@oakhill.example",
			"interviewer Jonas Brandt <jonas@oakhill.example> EK; interviewer Dr. Mia Lang <mia@oakhill.example>"},
		"an address whose name the text has": {"Kim Lee <kim@oakhill.example>", "This is an interview for the Data Steward role, prepared with Inès Duarte (Head of Data).\n\nKim",
			one + "ATTENDEE:mailto:ines@oakhill.example\nATTENDEE;CN=Raj Bhatt:mailto:raj@oakhill.example",
			"interviewer Inès Duarte <ines@oakhill.example> Head of Data; interviewer Raj Bhatt <raj@oakhill.example>"},
		"the sender who says that he comes": {"Kim Lee <kim@oakhill.example>", "Raj Bhatt (Staff Engineer) and I look forward to meeting you.\n\nKim Lee\nHead of Data",
			one + "ATTENDEE;CN=Raj Bhatt:mailto:raj@oakhill.example\nATTENDEE;CN=Kim Lee:mailto:kim@oakhill.example",
			"interviewer Raj Bhatt <raj@oakhill.example> Staff Engineer; interviewer Kim Lee <kim@oakhill.example> Head of Data"},
	} {
		t.Run(name, func(t *testing.T) {
			got := appointed(t, calendarMail(c.from, "Invitation: Interview Mira Holt", "REQUEST", "Hi Mira,\n\n"+c.text, c.events))
			_, people, _ := strings.Cut(got, "; ")
			people, _, _ = strings.Cut(people, "; by ")
			parts := strings.Split(people, "; ")
			for i := range parts {
				parts[i] = strings.TrimSpace(parts[i])
			}
			if people = strings.Join(parts, "; "); people != c.want {
				t.Errorf("%s\n want %s", people, c.want)
			}
		})
	}
}

// Whom the description of one event of a day names has no part in the other.
func TestEventsApart(t *testing.T) {
	event := func(uid, from, to, who string) string {
		return "UID:" + uid + "\nDTSTART:20261117T" + from + "Z\nDTEND:20261117T" + to + "Z\nSUMMARY:Oak Hill interview\nORGANIZER;CN=Oak Hill Interviews:mailto:scheduling@oakhill.example\nATTENDEE;CN=Mira Holt:mailto:mira@holt.example\nDESCRIPTION:Interviewer: " + who
	}
	got := appointed(t, calendarMail("Oak Hill Interviews <no-reply@scheduler.example>", "Oak Hill x Mira Holt | Onsite", "REQUEST", "Hi Mira, see your schedule.",
		event("1", "150000", "154500", "Kofi Mensah")+"\n\n"+event("2", "160000", "164500", "Laura Pell")))
	first, second, _ := strings.Cut(got, "\n")
	if !strings.Contains(first, "Kofi Mensah") || strings.Contains(first, "Laura Pell") || !strings.Contains(second, "Laura Pell") || strings.Contains(second, "Kofi Mensah") {
		t.Error(got)
	}
}

// A link to unsubscribe stands under the invitations of applicant-tracking systems; what
// goes through a mailing list invites nobody.
func TestUnsubscribe(t *testing.T) {
	raw := "From: Kim Lee <kim@oakhill.example>\nTo: Mira Holt <mira@holt.example>\nSubject: Your interview at Oak Hill\nDate: Tue, 10 Nov 2026 09:00:00 -0500\nHEADER\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" +
		"Hi Mira,\n\nyour interview for the Data Steward role is confirmed for Tuesday, November 17, 2:00 pm to 3:00 pm ET with Dana Frost (Head of Data).\n\nKim Lee\nRecruiter\n"
	for header, found := range map[string]bool{"List-Unsubscribe: <https://oakhill.example/u>": true, "List-Id: <news.oakhill.example>": false} {
		if got := appointed(t, strings.ReplaceAll(raw, "HEADER", header)); strings.Contains(got, "Dana Frost") != found {
			t.Errorf("%s: %q", header, got)
		}
	}
	for _, words := range []string{"We pay 3,200 € per month, premium benefits included.", "Lunch is free (gratis!).", "Premium Support", "Sie bewerben sich, wir antworten: im Monat drei Tage zu Hause.", "The panel meets twice a month."} {
		letter := strings.NewReplacer("HEADER", "List-Unsubscribe: <https://oakhill.example/u>", "Recruiter\n", words+"\n").Replace(raw)
		if got := appointed(t, letter); !strings.Contains(got, "Dana Frost") {
			t.Errorf("%s: %q", words, got)
		}
	}
	for _, words := range []string{"Apply now and save this search.", "Start your free trial.", "Ihr Suchauftrag: neue Jobs in Berlin", "Alerte emploi : postulez", "Je zoekopdracht"} {
		advert := strings.NewReplacer("HEADER", "List-Unsubscribe: <https://oakhill.example/u>", "Recruiter\n", words+"\n").Replace(raw)
		if got := appointed(t, advert); strings.Contains(got, "Dana Frost") {
			t.Errorf("%s: %q", words, got)
		}
	}
}
