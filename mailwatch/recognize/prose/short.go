package prose

import "slices"

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
