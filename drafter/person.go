package drafter

import (
	"cmp"
	"strings"

	"afterword/internal/person"
	"afterword/rules"
	"afterword/templates"
)

// nameOf reads how a contact is called: his honorific and name are those of one display
// name, wherever it was parted.
func nameOf(c rules.Contact, company, language string) person.Name {
	display := strings.TrimSpace(templates.Name(c.Honorific) + " " + templates.Name(c.Name))
	return person.Read(display, person.About{Company: company, Address: c.Address, Language: language})
}

// personOf is a contact as a letter in the language may call him.
func personOf(c rules.Contact, company, language string) templates.Person {
	n := nameOf(c, company, language)
	return templates.Person{
		Name: n.Full, Honorific: strings.Join(n.Titles, " "), First: n.Given, Last: n.Family, Called: n.Called, Together: n.People,
	}
}

// named is personOf for somebody whom the letter has to name. The user entered the
// name, and where it is none he sees it in the draft.
func named(c rules.Contact, company, language string) templates.Person {
	p := personOf(c, company, language)
	p.Name = cmp.Or(p.Name, templates.Name(c.Name), strings.NewReplacer("{", "", "}", "", "<", "", ">", "", "[", "", "]", "").Replace(templates.Line(c.Name, 100)))
	return p
}
