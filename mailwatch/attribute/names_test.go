package attribute

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/mailwatch/recognize/domains"
	"afterword/rules"

	"pgregory.net/rapid"
)

var appliedAt = time.Date(2026, 11, 12, 10, 0, 0, 0, time.UTC)

// Texts and names of few letters, so that they meet.
func someText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringMatching(`[abAB .é-]{0,12}`), rapid.StringMatching(`(box|Acme|GmbH|é|İ|ß|\+)( (box|Acme|GmbH|K|-|inbox))*`), rapid.String(),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 6), func(b []byte) string { return string(b) }))
}

// An index finds what a walk through all names finds.
func TestNamesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []string
		n := names{}
		for _, name := range rapid.SliceOfN(someText(), 0, 8).Draw(t, "names") {
			if name = lowerName(name); name != "" && !slices.Contains(all, name) {
				all = append(all, name)
				n.add(name)
			}
		}
		for len(all) > 0 && rapid.Bool().Draw(t, "remove") {
			i := rapid.IntRange(0, len(all)-1).Draw(t, "which")
			n.remove(all[i])
			all = slices.Delete(all, i, i+1)
		}
		first, second := someText().Draw(t, "first"), someText().Draw(t, "second")
		text := strings.ToLower(first + " " + second)
		var want, got []string
		for _, name := range all {
			if contains(text, name) {
				want = append(want, name)
			}
		}
		n.each([]byte(text), func(name string) bool { got = append(got, name); return true })
		slices.Sort(want)
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, want) {
			t.Fatalf("%q in %q: %q, want %q", all, text, got, want)
		}
		if n.in(first, second) != (len(want) > 0) {
			t.Fatalf("%q and %q: not %v", first, second, len(want) > 0)
		}
	})
}

// hasWord reports whether a text has a name as words of its own, by going through it.
func hasWord(text, name string) bool {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for i := range text {
		rest, ok := strings.CutPrefix(text[i:], name)
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(rest)
		if ok && name != "" && !isWord(before) && !isWord(after) {
			return true
		}
	}
	return false
}

// longest returns which of the names a text has once all longer ones are taken out of it.
func longest(text string, names []string) map[string]bool {
	sorted := slices.SortedFunc(slices.Values(names), func(a, b string) int { return len(b) - len(a) })
	found := map[string]bool{}
	for _, name := range slices.Compact(sorted) {
		for hasWord(text, name) {
			found[name] = true
			at := strings.Index(text, name)
			for !hasWord(text[:at]+"\x00"+text[at+len(name):], "\x00") {
				at += 1 + strings.Index(text[at+1:], name)
			}
			text = text[:at] + "\x00" + text[at+len(name):]
		}
	}
	return found
}

// simpleBelongs walks through all applications, as it is told in words.
func simpleBelongs(apps []rules.Application, l recognize.Letter) (ids []string) {
	has := func(a rules.Application, address string) bool {
		return slices.ContainsFunc(a.Contacts, func(c rules.Contact) bool { return c.Address != "" && strings.EqualFold(c.Address, address) })
	}
	short := func(company string) string { return strings.TrimSuffix(company, " GmbH") }
	head := l.Sender.Name + " \n " + l.Subject
	text := head + " \n " + l.Body
	rolesOf := func(apps []rules.Application, text string) map[string]bool {
		var list []string
		for _, a := range apps {
			list = append(list, strings.ToLower(a.Role))
		}
		return longest(strings.ToLower(text), list)
	}
	companiesOf := func(apps []rules.Application, text string) func(a rules.Application) bool {
		var list []string
		for _, a := range apps {
			list = append(list, a.Company, short(a.Company))
		}
		found := longest(text, list)
		return func(a rules.Application) bool { return found[a.Company] || found[short(a.Company)] }
	}
	keep := func(list []rules.Application, fits func(rules.Application) bool) (some []rules.Application) {
		for _, a := range list {
			if fits(a) {
				some = append(some, a)
			}
		}
		return some
	}
	orAll := func(list []rules.Application, fits func(rules.Application) bool) []rules.Application {
		if some := keep(list, fits); len(some) > 0 {
			return some
		}
		return list
	}
	pick := func(found []rules.Application) []string {
		roles, named := rolesOf(found, text), companiesOf(found, text)
		found = orAll(found, func(a rules.Application) bool { return roles[strings.ToLower(a.Role)] })
		for _, a := range orAll(found, named) {
			ids = append(ids, a.ID)
		}
		slices.Sort(ids)
		return ids
	}
	from := mail.DomainOf(l.Sender.Address)
	tracked, free := domains.Tracking(from), domains.Free(from)
	of := func(a rules.Application, domain string) bool {
		return slices.Contains(a.Domains, domain) && strings.Contains(domain, ".") ||
			slices.ContainsFunc(a.Contacts, func(c rules.Contact) bool { return mail.DomainOf(strings.ToLower(c.Address)) == domain })
	}
	near := func(a rules.Application) bool { return false } // of the domain, or one above
	for d := from; strings.Contains(d, ".") && !free && !tracked; _, d, _ = strings.Cut(d, ".") {
		if len(keep(apps, func(a rules.Application) bool { return of(a, d) })) > 0 {
			near = func(a rules.Application) bool { return of(a, d) }
			break
		}
	}
	named := companiesOf(apps, head)
	signed := func(a rules.Application) bool {
		return tracked && (named(a) || short(a.Company) == "Acme" && strings.HasPrefix(l.Sender.Address, "acme@")) || free && named(a) && of(a, from)
	}
	var thread []rules.Application
	for _, id := range slices.Backward(l.Answers()) {
		if known := keep(apps, func(a rules.Application) bool { return id != "" && a.MessageIDs()[id] }); len(known) > 0 && thread == nil {
			thread = known
		} else {
			thread = orAll(thread, func(a rules.Application) bool { return a.MessageIDs()[id] })
		}
	}
	if tracked && len(keep(apps, signed)) > 0 && len(keep(thread, signed)) == 0 {
		thread = nil
	}
	if len(thread) > 0 {
		thread = orAll(thread, func(a rules.Application) bool { return has(a, l.Sender.Address) })
		return pick(orAll(thread, near))
	}
	for _, address := range []string{l.Sender.Address, l.ReplyTo[0].Address} {
		if strings.HasPrefix(address, "no-reply@hire.lever.co") {
			continue
		}
		if found := keep(apps, func(a rules.Application) bool { return has(a, address) }); len(found) > 0 {
			return pick(found)
		}
	}
	if tracked || free {
		return pick(keep(apps, signed))
	}
	found := keep(apps, near)
	roles, company := rolesOf(found, text), companiesOf(found, text)
	if len(keep(found, func(a rules.Application) bool { return !strings.EqualFold(a.Company, found[0].Company) })) == 0 {
		company = func(a rules.Application) bool {
			return hasWord(strings.ToLower(text), strings.ToLower(short(a.Company)))
		}
	}
	return pick(keep(found, func(a rules.Application) bool { return roles[strings.ToLower(a.Role)] || company(a) }))
}

// A matcher in which applications were replaced, many times and in any order, is
// like one that walks through those that there are.
func TestMatcherIsLikeAWalk(t *testing.T) {
	address := rapid.SampledFrom([]string{"ada@box.example", "Kim@agency.example", "jo@gmail.com", "hr@mail.box.example", "no-reply@hire.lever.co", "acme@hire.lever.co", "x@else.example"})
	company := rapid.SampledFrom([]string{"Box", "Acme", "Acme GmbH", "Big Box", "a+b", "Ärzte & Söhne", "+"})
	role := rapid.SampledFrom([]string{"Analyst", "Senior Analyst", "Data Engineer", ""})
	id := rapid.SampledFrom([]string{"m1@x.example", "m2@x.example", "m3@x.example", ""})
	app := rapid.Custom(func(t *rapid.T) rules.Application {
		d := rules.Described{Company: company.Draw(t, "company"), Role: role.Draw(t, "role")}
		for _, a := range rapid.SliceOfN(address, 0, 3).Draw(t, "contacts") {
			d.Contacts = append(d.Contacts, rules.Contact{Address: a})
		}
		if rapid.Bool().Draw(t, "domain") {
			d.Domains = []string{"box.example"}
		}
		facts := []rules.Fact{{Key: "added", At: appliedAt, What: d}}
		for _, m := range rapid.SliceOfN(id, 0, 2).Draw(t, "messages") {
			facts = append(facts, rules.Fact{Key: "placed/" + m, At: appliedAt, What: rules.Placed{FollowUp: "thank-you/1/x", MessageID: m}})
		}
		return rules.Fold(fmt.Sprint("app-", rapid.IntRange(0, 6).Draw(t, "id")), facts)
	})
	rapid.Check(t, func(t *rapid.T) {
		byID := map[string]rules.Application{}
		m := NewMatcher(nil, []string{"sam@home.example"})
		for _, a := range rapid.SliceOfN(app, 0, 12).Draw(t, "applications") {
			m.Replace(a)
			byID[a.ID] = a
		}
		var apps []rules.Application
		for _, a := range byID {
			apps = append(apps, a)
		}
		l := letterFrom(address.Draw(t, "from"))
		l.From[0].Name, l.Sender.Name = "Kim", "Kim"
		l.ReplyTo = []mail.Address{{Address: address.Draw(t, "reply to")}}
		l.InReplyTo = id.Draw(t, "answers")
		l.References = rapid.SliceOfN(id, 0, 2).Draw(t, "references")
		written := rapid.Map(company, func(name string) string {
			if rapid.Bool().Draw(t, "small") {
				return strings.ToLower(name)
			}
			return name
		})
		l.Subject = oneLine(strings.Join(rapid.SliceOfN(written, 0, 2).Draw(t, "subject"), " "))
		l.Body = oneLine("the " + role.Draw(t, "text") + " role, or " + strings.ToLower(role.Draw(t, "other")) + " at " + written.Draw(t, "company"))
		var got []string
		for _, a := range m.Belongs(l) {
			got = append(got, a.ID)
		}
		if want := simpleBelongs(apps, l); !slices.Equal(got, want) {
			t.Fatalf("%+v: %q, want %q", l, got, want)
		}
		if len(got) > 0 && !m.Wants(l.Envelope) {
			t.Fatalf("%+v belongs to %q and is not wanted", l, got)
		}
		e := l.Envelope
		e.To = []mail.Address{{Address: address.Draw(t, "to")}}
		e.Bcc = []mail.Address{{Address: address.Draw(t, "bcc")}}
		e.MessageID = id.Draw(t, "own")
		msg := &mail.Message{Envelope: e}
		if found := m.Sent(msg, appliedAt, nil, asIs); len(found) > 0 && !m.WantsSent(e) {
			t.Fatalf("%+v: sent, belongs to %d and is not wanted", e, len(found))
		}
	})
}

// strangers are headers that belong to nobody, as most of a mailbox does.
func strangers() (list []mail.Envelope) {
	for i := range 50 {
		e, _ := mail.ReadEnvelope([]byte(fmt.Sprintf("From: Weekly Paper <news%d@mail%d.paper.example>\r\nTo: sam@home.example\r\nSubject: What happened in week %d, and why the trains to Aachen were late\r\n"+
			"Date: Thu, 12 Nov 2026 09:00:00 +0100\r\nMessage-ID: <%d@mail.paper.example>\r\nReferences: <a%d@paper.example> <b@paper.example>\r\nContent-Type: multipart/alternative;\r\n\tboundary=\"x\"\r\nReturn-Path: <bounce@paper.example>\r\n\r\n", i, i, i, i, i)))
		list = append(list, e)
	}
	return list
}

// many makes n applications at companies of their own.
func many(n int) []rules.Application {
	apps := make([]rules.Application, n)
	for i := range apps {
		apps[i] = rules.Fold(fmt.Sprintf("app-%06d", i), []rules.Fact{{Key: "added", At: appliedAt, What: rules.Described{Company: fmt.Sprintf("Company n%d Works", i), Role: "Data Engineer",
			Contacts: []rules.Contact{{Name: "Kim Lee", Address: fmt.Sprintf("kim@company-%d.example", i)}}}}})
	}
	return apps
}

func TestStrangersCostNothing(t *testing.T) {
	m := NewMatcher(many(100), []string{"sam@home.example"})
	for _, h := range strangers() {
		if m.Wants(h) {
			t.Fatalf("%s is wanted", h.Subject)
		}
		if n := testing.AllocsPerRun(10, func() { m.Wants(h); m.WantsSent(h) }); n > 0 {
			t.Fatalf("%s: %v allocations", h.Subject, n)
		}
	}
}

// BenchmarkWants measures what a header costs that nobody wants.
func BenchmarkWants(b *testing.B) {
	headers := strangers()
	for _, n := range []int{10, 1000, 100_000} {
		m := NewMatcher(many(n), []string{"sam@home.example"})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				m.Wants(headers[i%len(headers)])
				i++
			}
		})
	}
}

// BenchmarkReplace measures what a change of one application costs.
func BenchmarkReplace(b *testing.B) {
	for _, n := range []int{10, 1000, 100_000} {
		apps := many(n)
		m := NewMatcher(apps, []string{"sam@home.example"})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			i := 0
			for b.Loop() {
				m.Replace(apps[i*7919%n])
				i++
			}
		})
	}
}
