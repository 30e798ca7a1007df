package rules

import (
	"net/mail"
	"regexp"
	"strings"
)

// A Part is what a contact has to do with the application.
type Part string

// The parts a contact can have.
const (
	Interviewer   Part = "interviewer"
	Recruiter     Part = "recruiter"
	HiringManager Part = "hiring-manager"
)

// A Contact is a person at the company. Name and honorific are spelled as the
// contact spells them. Address is an addr-spec (RFC 5322, section 3.4.1) and may
// be empty: it is never guessed.
type Contact struct {
	Name      string `json:"name" toml:"name"`
	Honorific string `json:"honorific,omitempty" toml:"honorific,omitempty"`
	Title     string `json:"title,omitempty" toml:"title,omitempty"`
	Address   string `json:"address,omitempty" toml:"address,omitempty"`
	Part      Part   `json:"part" toml:"part"`
	Language  string `json:"language,omitempty" toml:"language,omitempty"`
}

// Key identifies the contact within an application: the address in lower case,
// or the name where there is no address.
func (c Contact) Key() string {
	if c.Address != "" {
		return strings.ToLower(c.Address)
	}
	return "name:" + strings.ToLower(c.Name)
}

// honorific matches what people put before their name. It is only ever taken
// from how the contact (or the user) wrote it.
var honorific = regexp.MustCompile(`^(?i:((?:prof|dra?|mr|mrs|ms|mx|miss|sir|dame|herr|frau|hr|fr|mme|mlle|m|sr|sra|srta|dhr|mevr|mw|drs|ir|ing)\.?|professor|professeur|monsieur|madame|mademoiselle|señora?|doctor|doctora)\s+)`)

// ParseContact reads `Dr. Ngozi Okafor <n@acme.example>`, an address alone, or a
// name alone. A name without an address is a contact that cannot be written to.
func ParseContact(s string, part Part) (Contact, error) {
	c := Contact{Part: part}
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s, "\r\n\x00") {
		return c, Mistaken("%q is not a contact: write it as 'Dr. Ngozi Okafor <n@acme.example>'", s)
	}
	if strings.Contains(s, "@") {
		a, err := mail.ParseAddress(s)
		if err != nil {
			// A dot in an unquoted display name is common and not RFC 5322.
			if i := strings.LastIndexByte(s, '<'); i > 0 && strings.HasSuffix(s, ">") {
				if b, err2 := mail.ParseAddress(s[i:]); err2 == nil {
					a, err = b, nil
					a.Name = strings.Trim(strings.TrimSpace(s[:i]), `"`)
				}
			}
		}
		if err != nil {
			return c, Mistaken("%q is not a contact: write it as 'Dr. Ngozi Okafor <n@acme.example>'", s)
		}
		c.Name, c.Address = strings.TrimSpace(a.Name), a.Address
	} else {
		if strings.ContainsAny(s, "<>") {
			return c, Mistaken("%q is not a contact: the address has no @", s)
		}
		c.Name = s
	}
	c.Honorific, c.Name = SplitHonorific(bare(c.Name))
	return c, nil
}

// aside matches what a directory puts behind a name: "Robin Hale (Recruiting)".
var aside = regexp.MustCompile(`(?:^|\s+)\([^()]*\)$`)

// bare takes off what mail programs put around a name when it is copied from them.
func bare(name string) string {
	name = aside.ReplaceAllString(strings.TrimSpace(name), "")
	for _, quote := range []string{"'", `"`} {
		if inner, ok := strings.CutPrefix(name, quote); ok && strings.HasSuffix(inner, quote) {
			name = strings.TrimSpace(strings.TrimSuffix(inner, quote))
		}
	}
	return name
}

// SplitHonorific parts "Prof. Dr. Ada Lind" into "Prof. Dr." and "Ada Lind".
// Nothing is split off that would leave no name.
func SplitHonorific(name string) (title, rest string) {
	rest = strings.Join(strings.Fields(name), " ")
	for {
		m := honorific.FindStringSubmatch(rest)
		if m == nil || len(m[0]) >= len(rest) {
			return strings.TrimSpace(title), rest
		}
		// A lone initial ("M Laurent") is a title only with what follows it.
		title += " " + m[1]
		rest = rest[len(m[0]):]
	}
}
