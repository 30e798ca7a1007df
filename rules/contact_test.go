package rules

import "testing"

func TestParseContact(t *testing.T) {
	for text, want := range map[string]Contact{
		"Dr. Ngozi Okafor <n@acme.example>":                  {Honorific: "Dr.", Name: "Ngozi Okafor", Address: "n@acme.example"},
		"Prof. Dr. Ada Lind <ada@acme.example>":              {Honorific: "Prof. Dr.", Name: "Ada Lind", Address: "ada@acme.example"},
		"Lee Wong":                                           {Name: "Lee Wong"},
		"lee@acme.example":                                   {Address: "lee@acme.example"},
		"Robin J. Hale <robin@acme.example>":                 {Name: "Robin J. Hale", Address: "robin@acme.example"},
		`"Hale, Robin (Recruiting)" <robin@acme.example>`:    {Name: "Hale, Robin", Address: "robin@acme.example"},
		"Hale, Robin (Talent) <robin@acme.example>":          {Name: "Hale, Robin", Address: "robin@acme.example"},
		"Robin Hale (she/her) <robin@acme.example>":          {Name: "Robin Hale", Address: "robin@acme.example"},
		"'Robin Hale' <robin@acme.example>":                  {Name: "Robin Hale", Address: "robin@acme.example"},
		"Siobhan O'Neill <s@acme.example>":                   {Name: "Siobhan O'Neill", Address: "s@acme.example"},
		"=?utf-8?q?Tom=C3=A1s_Rivera?= <tomas@acme.example>": {Name: "Tomás Rivera", Address: "tomas@acme.example"},
		"(Recruiting) <jobs@acme.example>":                   {Name: "", Address: "jobs@acme.example"},
		"Frau  Dr.   Änne   Groß <aenne@acme.example>":       {Honorific: "Frau Dr.", Name: "Änne Groß", Address: "aenne@acme.example"},
	} {
		want.Part = Recruiter
		if got, err := ParseContact(text, Recruiter); err != nil || got != want {
			t.Errorf("%s: %+v %v", text, got, err)
		}
	}
	for _, text := range []string{"", " ", "<>", "x <y", "Robin <robin@>", "Robin <r@x.example>\nBcc: a@b.example", "a@b.example, c@d.example", "Robin <robin at x.example>"} {
		if got, err := ParseContact(text, Recruiter); err == nil {
			t.Errorf("%q is taken: %+v", text, got)
		}
	}
}
