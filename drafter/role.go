package drafter

import (
	"regexp"
	"slices"
	"strings"

	"afterword/rules"
	"afterword/templates"
)

// Unsaid returns guesses of how a sentence in the language says role and employer, where
// that is not sure and the user has not told: "" where there is nothing to ask. Until he has,
// the letters name them in the subject alone.
func Unsaid(app rules.Application, language string) (role, company string) {
	if guess, sure := templates.RoleSaid(language, app.Role); !sure && app.RoleSaid == "" {
		role = guess
	}
	if guess, sure := templates.AtCompany(language, app.Company); !sure && app.CompanySaid == "" {
		company = guess
	}
	return role, company
}

// role checks that a letter that must name the role does, as it is spelled. What
// answers a check-in stands below a subject that names it.
func (p *proof) role() {
	if p.c.App == nil || templates.Role(p.c.App.Role) == "" || p.kind() != rules.ThankYou && (p.kind() != rules.CheckIn || p.written != nil && p.l.Reply) {
		return
	}
	all := p.l.Subject + "\n" + p.l.Text
	if p.written != nil && strings.Contains(p.own.Subject+p.own.Text, templates.BlankRole) {
		return
	}
	said, _ := templates.RoleSaid(p.c.Language, p.c.App.Role)
	for _, form := range append(roleForms(p.c.App.Role), said, p.c.App.RoleSaid) {
		if form != "" && (strings.Contains(all, form) || !p.c.Ours && strings.Contains(strings.ToLower(all), strings.ToLower(form))) {
			return
		}
	}
	if p.kind() == rules.ThankYou || p.c.Ours {
		p.add(RuleRole, "", "name the role: %s", p.c.App.Role)
	}
}

var (
	bracketed = regexp.MustCompile(`\s*[(\[][^)\]]*[)\]]`)
	forAll    = regexp.MustCompile(`(?i)\s+[mwfdhxi](?:[/|*][mwfdhxi])+$`)
)

// roleForms are the ways in which a letter may name a role: as the advertisement
// writes it, and without what it adds for the law ("(m/w/d)") or the office.
func roleForms(role string) []string {
	forms := []string{role}
	for _, form := range []string{role, templates.Role(role), bracketed.ReplaceAllString(role, ""), forAll.ReplaceAllString(role, "")} {
		if form = strings.Join(strings.Fields(form), " "); form != "" && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
		// Of a long title the first words name it.
		if words := strings.Fields(form); len(words) > 4 {
			forms = append(forms, strings.TrimRight(strings.Join(words[:3], " "), ",;:"))
		}
	}
	return slices.DeleteFunc(forms, func(s string) bool { return s == "" })
}
