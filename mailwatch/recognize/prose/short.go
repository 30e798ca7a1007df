package prose

import (
	"slices"
	"strings"

	"afterword/internal/person"
)

// calledShort adds to the names those of whom a text has no more than the first: "Dana and
// Raj will meet you", where it names them in full elsewhere, or what it answers does.
func (r *reader) calledShort(all []named) []named {
	full := map[string]string{} // by first name; "" where two have it
	other := &words{text: r.m.Quoted}
	if r.m.Quoted != "" && r.m.Reply {
		other.tokens = tokenize(other.text)
	}
	for _, n := range append(other.names(), all...) {
		first := bareName(n.name)
		if len(first) < 2 || r.own(n.name, "") || Same(n.name, r.m.Sender.Name) {
			continue
		}
		if have, ok := full[first[0]]; !ok {
			full[first[0]] = n.name
		} else if !Same(have, n.name) {
			full[first[0]] = ""
		}
	}
	if len(full) == 0 {
		return all
	}
	var short []named
	for i, t := range r.tokens {
		if t.kind != wordToken || full[t.word] == "" || !r.capital(i) || r.is(i-1, "@", "-", ".") && t.tight || r.is(i+1, "@", "-", ".") && r.at(i+1).tight && r.at(i+2).tight {
			continue
		}
		if len(short) < maxSpans && !slices.ContainsFunc(all, func(n named) bool { return n.start <= t.start && t.start < n.end }) {
			short = append(short, named{name: full[t.word], next: i + 1, start: t.start, end: t.end, short: true})
		}
	}
	if len(short) == 0 {
		return all
	}
	all = append(all, short...)
	slices.SortFunc(all, func(a, b named) int { return a.start - b.start })
	return all
}

// withLone adds to the names the given names that stand by themselves: "Karim from our team
// will be there too". Whose they are the text does not say.
func (r *reader) withLone() []named {
	all := slices.Clone(r.named)
	for i, t := range r.tokens {
		if len(all) == maxSpans {
			break
		}
		if t.kind != wordToken || !r.capital(i) || noName[t.word] || titles[t.word] || !person.Given(t.word) || r.greets(i) ||
			r.is(i-1, "@", ".", "-") && t.tight || r.is(i+1, "@", ".", "-") && r.at(i+1).tight && r.at(i+2).tight && r.at(i+2).kind == wordToken || r.at(i+1).kind == wordToken && r.capital(i+1) && !r.gap(i+1) && !noName[r.at(i+1).word] {
			continue
		}
		if slices.ContainsFunc(r.named, func(n named) bool { return n.start <= t.start && t.start < n.end }) || r.own(r.word(i), "") || firstOf(t.word, append([]string{r.m.Sender.Name}, r.m.Readers...)) {
			continue
		}
		all = append(all, named{name: r.word(i), next: i + 1, start: t.start, end: t.end, lone: true})
	}
	slices.SortFunc(all, func(a, b named) int { return a.start - b.start })
	return all
}

// greets reports whether a token is in the greeting of a letter, or in the line that signs it.
func (r *reader) greets(i int) bool {
	start := strings.LastIndexByte(r.text[:r.at(i).start], '\n') + 1
	line := strings.TrimSpace(firstLine(r.text[start:]))
	return strings.TrimSpace(r.text[:start]) == "" && len(line) < 60 && strings.HasSuffix(line, ",") || len(strings.Fields(line)) == 1
}

// firstOf reports whether a word is the first name of one of some people.
func firstOf(word string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		bare := bareName(name)
		return len(bare) > 0 && bare[0] == word
	})
}
