package prose

import (
	"slices"
	"strings"
	"unicode"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
)

var (
	companyLine = find.Lazy(`(?im)^\W*(?:company|organi[sz]ation|employer|unternehmen|firma|arbeitgeber|entreprise|société|empresa|compañía|bedrijf|organisatie|werkgever)\s*:\s*([^\n]{2,60})`)
	office      = find.Lazy(`(?i)[ ,|(\-–]*\b(?:recruiting|recruitment|recruiters?|talent(?: acquisition)?|careers?|jobs|hiring|hr|people(?: ops| operations| & culture)?|interviews?|interviewing|scheduling|team|service rh|service|sekretariat|secretariaat|secretariat|p&o|rrhh|rh|karriere|bewerbermanagement|bewerbungen|personalabteilung|recrutement|ressources humaines|recursos humanos|selección|empleo|werving|personeelszaken|notifications?|calendar|no-?reply|workday|greenhouse|lever|ashby|goodtime|modernloop|calendly|personio|recruitee|teamtailor|smartrecruiters|bookings|via [\pL]+)\b.*$`)
	ofCompany   = find.Lazy(`(\b(?:with|at|from|for|bei|von|chez|con|en|bij|by|mit|avec|met)|@|\|) +((?:\p{Lu}[\pL\pN&.'’-]*)(?: (?:&|of|and|de|la|le|und|et|y|en|du|des|van|von|\p{Lu}[\pL\pN&.'’-]*|\d+))*)`)
)

// own finds the domain of the company: the sender's, or where his answers go, if it is
// no system's and nobody's free mail.
func (r *reader) companyDomain() string {
	for _, a := range []string{r.m.Sender.Address, r.m.ReplyTo, r.m.Organizer.Address} {
		d := mail.DomainOf(a)
		reg := domains.Registrable(d)
		if d == "" || schedulers[reg] || domains.Shared(d) || domains.Shared(reg) || strings.HasSuffix(d, "calendar.google.com") || r.own("", a) {
			continue
		}
		return reg
	}
	return ""
}

// labelOf is the name in a domain, as squash writes it.
func labelOf(domain string) string {
	name, _, _ := strings.Cut(domain, ".")
	return squash(name)
}

// company names the company as it is written: on a line of its own, as the domain has
// it, in the sender's name, in the signature, in the subject.
func (r *reader) company(sig signature) string {
	if m := companyLine().FindStringSubmatch(r.text); m != nil {
		return clean(m[1])
	}
	if r.label != "" {
		for _, text := range []string{r.m.Sender.Name, r.m.Subject, sig.company, r.text} {
			if s := written(text, r.tokensOf(text), r.label); s != "" {
				return s
			}
		}
	}
	if name := r.m.Sender.Name; r.robot && name != "" && !r.personOf(name) {
		if bare := clean(office().ReplaceAllString(name, "")); bare != "" {
			return bare
		}
	} else if name != "" {
		if bare := clean(office().ReplaceAllString(name, "")); bare != "" && (bare != name || r.shared) {
			if !isName(bare) || bare != name && r.shared {
				return bare
			}
		}
		for _, sep := range []string{" (", " | ", " @ ", " at ", " from ", " von ", " de chez ", " bei ", ", "} {
			if _, after, ok := strings.Cut(name, sep); ok {
				if bare := clean(office().ReplaceAllString(strings.TrimRight(after, ")"), "")); bare != "" {
					return bare
				}
			}
		}
	}
	if sig.company != "" {
		return clean(sig.company)
	}
	if r.label != "" {
		for _, text := range []string{r.m.Subject, r.text} {
			if !begins(r.tokensOf(text), r.label) {
				continue
			}
			for _, m := range ofCompany().FindAllStringSubmatch(text, 20) {
				if s := squash(m[2]); len(s) > 3 && (strings.HasPrefix(r.label, s) || strings.HasPrefix(s, r.label)) {
					return clean(m[2])
				}
			}
		}
	}
	for _, m := range ofCompany().FindAllStringSubmatch(r.m.Subject, 10) {
		name := clean(m[2])
		if first := fold(strings.Fields(name + " x")[0]); dayWords[first] || months[first] {
			continue
		}
		if !r.own(name, "") && (atPlace[m[1]] || !isName(name) && !r.firstName(name)) && !noName[fold(strings.Fields(name + " x")[0])] {
			return name
		}
	}
	if r.shared { // "Marlow Instruments" writes by a system's address
		if name := clean(office().ReplaceAllString(r.m.Sender.Name, "")); name != "" && !isName(name) {
			return name
		}
	}
	return ""
}

// firstName reports whether a word is the first name of somebody whom the text names.
func (r *reader) firstName(word string) bool {
	return slices.ContainsFunc(r.named, func(n named) bool { return bareName(n.name)[0] == fold(word) })
}

// tokensOf returns the tokens of a text; those of the message's are at hand.
func (r *reader) tokensOf(text string) []token {
	if text == r.text {
		return r.tokens
	}
	return tokenize(text)
}

// begins reports whether one of the words can begin a name that a domain has.
func begins(tokens []token, label string) bool {
	return slices.ContainsFunc(tokens, func(t token) bool {
		return t.kind == wordToken && (strings.HasPrefix(label, t.word) || strings.HasPrefix(t.word, label))
	})
}

// schedulers are domains of programs that send invitations for everybody.
var schedulers = set("google.com microsoft.com outlook.com zoom.us zoom.com calendly.com cal.com goodtime.io modernloop.io prelude.co youcanbook.me savvycal.com doodle.com xing.com linkedin.com hubspot.com teams.microsoft.com webex.com office365.com microsoftonline.com")

// atPlace are the words behind which a firm stands, and never a person.
var atPlace = set("at bei chez bij @")

// personOf reports whether a program writes in the name of a person, and not of a firm:
// "with Oak Hill" and "at Oak Hill" are said of a firm.
func (r *reader) personOf(name string) bool {
	if !isName(name) {
		return false
	}
	both := plain(r.m.Subject + "\n" + r.text)
	for _, at := range []string{"with ", "at ", "bei ", "mit ", "chez ", "avec ", "en ", "con ", "bij ", "met ", "in ", "of "} {
		if strings.Contains(both, at+plain(name)) {
			return false
		}
	}
	return true
}

func clean(s string) string {
	return strings.Trim(strings.Join(strings.Fields(s), " "), " ,;:-–—.|()\"'")
}

// written finds the words of a text that a domain has as its name: "La Fabrique Bleue"
// for lafabriquebleue.
func written(text string, tokens []token, label string) string {
	w := &words{text: text, tokens: tokens}
	for i, t := range w.tokens {
		if t.kind != wordToken && t.kind != numToken || i > 20000 || t.kind == wordToken && !strings.HasPrefix(label, t.word) {
			continue
		}
		got := ""
		for j := i; j < i+9 && len(got) < len(label); j++ {
			u := w.at(j)
			if u.kind == lineToken || u.kind == signToken && !strings.Contains("-&.'+", u.word) {
				break
			}
			if u.kind == signToken {
				continue
			}
			if got += squash(text[u.start:u.end]); !strings.HasPrefix(label, got) {
				break
			}
			if s := text[t.start:u.end]; got == label && strings.ContainsFunc(s, unicode.IsUpper) && !w.is(j+1, "@") && !(t.tight && w.is(i-1, "@", "/")) && !(w.is(j+1, ".") && w.at(j+1).tight && w.at(j+2).kind == wordToken && w.at(j+2).tight) {
				return s
			}
		}
	}
	return ""
}
