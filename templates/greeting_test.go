package templates

import (
	"strings"
	"testing"
	"time"
)

func TestSalutationAndSubject(t *testing.T) {
	s := load(t)
	okafor := Person{Name: "Ngozi Okafor", First: "Ngozi", Last: "Okafor"}
	with := func(honorific string) Person {
		p := okafor
		p.Honorific = honorific
		return p
	}
	for _, c := range []struct {
		lang, tone string
		to         Person
		byFullName bool
		want       string
	}{
		{"en", "plain", with("Dr."), false, "Dear Dr. Okafor,"},
		{"en", "formal", with("Ms."), false, "Dear Ms. Okafor,"},
		{"en", "plain", with("Mx."), false, "Dear Mx. Okafor,"},
		{"en", "plain", okafor, false, "Dear Ngozi,"},
		{"en", "plain", okafor, true, "Dear Ngozi Okafor,"},
		{"en", "plain", Person{Name: "Jo"}, false, "Dear Jo,"},
		{"en", "plain", Person{}, false, "Hello,"},
		{"de", "plain", with("Frau Dr."), false, "Sehr geehrte Frau Dr. Okafor,"},
		{"de", "warm", with("Herr"), false, "Sehr geehrter Herr Okafor,"},
		{"de", "plain", with("Ms."), false, "Sehr geehrte Frau Okafor,"},
		{"de", "plain", with("Dr."), false, "Guten Tag Dr. Ngozi Okafor,"},
		{"de", "formal", okafor, false, "Guten Tag Ngozi Okafor,"},
		{"de", "plain", Person{}, false, "Guten Tag,"},
		{"fr", "plain", with("Madame"), false, "Bonjour Madame Okafor,"},
		{"fr", "plain", with("M."), false, "Bonjour Monsieur Okafor,"},
		{"fr", "plain", with("Dr"), false, "Bonjour Dr Okafor,"},
		{"fr", "formal", okafor, false, "Bonjour Ngozi Okafor,"},
		{"fr", "warm", okafor, false, "Bonjour Ngozi,"},
		{"es", "plain", with("Sra."), false, "Estimada Sra. Okafor:"},
		{"es", "plain", with("Dra."), false, "Estimada Dra. Okafor:"},
		{"es", "plain", with("Sr."), false, "Estimado Sr. Okafor:"},
		{"es", "formal", okafor, false, "Buenos días, Ngozi Okafor:"},
		{"es", "plain", okafor, true, "Buenos días, Ngozi Okafor:"},
		{"es", "plain", okafor, false, "Buenos días, Ngozi:"},
		{"nl", "plain", with("mevrouw"), false, "Geachte mevrouw Okafor,"},
		{"nl", "plain", with("dhr."), false, "Geachte heer Okafor,"},
		{"nl", "plain", okafor, false, "Geachte Ngozi Okafor,"},
		{"nl", "formal", okafor, false, "Geachte Ngozi Okafor,"},
	} {
		d := Data{Kind: "thank-you", Language: c.lang, Tone: c.tone, To: c.to, ByFullName: c.byFullName, Role: "Senior Analyst",
			Met: time.Date(2026, time.November, 1, 15, 0, 0, 0, time.UTC)}
		l, err := s.Write(t.Context(), d, nil, 0, 1)
		if err != nil || l.Salutation != c.want {
			t.Errorf("%s %s %+v: %q, %v, want %q", c.lang, c.tone, c.to, l.Salutation, err, c.want)
		}
	}
	for _, c := range []struct{ lang, kind, role, want string }{
		{"en", "thank-you", "Senior Analyst", "Thank you: Senior Analyst Interview – Nov 1"},
		{"en", "check-in", "Senior Analyst", "Follow-up: Senior Analyst Interview – Nov 1"},
		{"en", "check-in", "User Interview", "Follow-up: User Interview – Nov 1"},
		{"de", "thank-you", "Analyst (m/w/d)", "Vielen Dank: Vorstellungsgespräch Analyst – 1. November"},
		{"fr", "check-in", "Analyste H/F", "Suivi\u00a0: entretien Analyste – 1er novembre"},
		{"es", "thank-you", "Analista", "Gracias: entrevista Analista – 1 de noviembre"},
		{"nl", "check-in", "Analist", "Navraag: gesprek Analist – 1 november"},
	} {
		d := Data{Kind: c.kind, Number: 1, Language: c.lang + "-XX", Role: c.role, Met: time.Date(2026, time.November, 1, 15, 0, 0, 0, time.UTC)}
		l, err := s.Write(t.Context(), d, nil, 0, 1)
		if err != nil || l.Subject != c.want {
			t.Errorf("%s %s: %q, %v, want %q", c.lang, c.kind, l.Subject, err, c.want)
		}
	}
}

// The salutation ends in a comma, after which only nouns and forms of address
// have a capital.
func TestGermanLettersGoOnSmall(t *testing.T) {
	s := load(t)
	for _, letter := range []string{"thank-you", "pass-on", "no-show", "missed", "check-in-1", "check-in-2", "check-in-3", "offer-reply", "rejection-reply"} {
		f, err := s.file("de/" + letter)
		if err != nil {
			t.Fatal(err)
		}
		first := f.plan[0][:1]
		if first[0].optional {
			first = f.plan[0][:2]
		}
		for _, sec := range f.sections {
			for _, w := range sec.wordings {
				word, _, _ := strings.Cut(w.parts[0].text, " ")
				for _, job := range first {
					if sec.job == job.name && word != "" && !strings.HasPrefix(word, "Ih") && word != "Sie" && germanStart(word+" x") == word+" x" {
						t.Errorf("%s:%d: %q would stand after the comma with its capital", f.name, w.line, word)
					}
				}
			}
		}
	}
}

func TestRole(t *testing.T) {
	for role, want := range map[string]string{
		"Senior  Analyst":                     "Senior Analyst",
		"Softwareentwickler (m/w/d)":          "Softwareentwickler",
		"Ingénieur logiciel H/F":              "Ingénieur logiciel",
		"Nurse (ICU) Ref. 2026/118-B":         "Nurse (ICU)",
		"Analyst (all genders), Job ID: 4711": "Analyst",
		"Analyst II":                          "Analyst II",
		"Data Engineer (Remote)":              "Data Engineer",
		"Data Engineer – Remote":              "Data Engineer",
		"Data Engineer (Backend)":             "Data Engineer (Backend)",
		"Pflegekraft (m/w/d) in Teilzeit":     "Pflegekraft",
		"Controller (m/w/d), Vollzeit":        "Controller",
		"Controller Vollzeit (m/w/d)":         "Controller",
		"Sachbearbeiterin 80-100 %":           "Sachbearbeiterin",
		"Comptable (CDI) H/F":                 "Comptable",
		"Remote Team Lead":                    "Remote Team Lead",
		"Remote":                              "Remote",
		"Product Manager [Hybrid, Berlin]":    "Product Manager",
		"Job Coach":                           "Job Coach",
		"Head of R&D":                         "Head of R&D",
		"(m/w/d)":                             "(m/w/d)",
		"":                                    "",
	} {
		if got := Role(role); got != want {
			t.Errorf("Role(%q) = %q, want %q", role, got, want)
		}
	}
}

func TestWhatIsPutIntoALineStaysInIt(t *testing.T) {
	s := load(t)
	d := randomData(newRandom(7), "en")
	d.Kind, d.Role, d.Company, d.Me = "thank-you", "Analyst\r\nBcc: eve@evil.example", "Acme\u2028\x00 Rail", "Sam\nRivera"
	l, err := s.Write(t.Context(), d, nil, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range append(l.Paragraphs, l.Subject, l.Salutation) {
		for _, r := range text {
			if r < ' ' || r == '\u2028' {
				t.Errorf("%q has %U", text, r)
			}
		}
	}
	if l.SignOff != "Warm regards,\nSam Rivera" && l.SignOff != "Kind regards,\nSam Rivera" && l.SignOff != "Sincerely,\nSam Rivera" {
		t.Errorf("sign-off %q", l.SignOff)
	}
}

// Who gives no more than a first name is greeted by it, in every language and form.
func TestAFirstNameAlone(t *testing.T) {
	s := load(t)
	for _, c := range []struct {
		language string
		familiar bool
		want     string
	}{{"en", false, "Dear Jonas,"}, {"de", false, "Guten Tag Jonas,"}, {"de", true, "Hallo Jonas,"}, {"fr", false, "Bonjour Jonas,"}, {"fr", true, "Bonjour Jonas,"}, {"es", true, "Hola, Jonas:"}, {"nl", false, "Beste Jonas,"}, {"nl", true, "Beste Jonas,"}} {
		d := randomData(newRandom(5), c.language)
		d.Kind, d.Tone, d.ByFullName, d.Familiar, d.To = "thank-you", "plain", false, c.familiar, Person{Name: "Jonas", First: "Jonas"}
		l, err := s.Write(t.Context(), d, nil, 0, 1)
		if err != nil || l.Salutation != c.want {
			t.Errorf("%s, familiar %v: %q, want %q (%v)", c.language, c.familiar, l.Salutation, c.want, err)
		}
	}
}
