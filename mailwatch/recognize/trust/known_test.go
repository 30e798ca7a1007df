package trust

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/rules"

	"pgregory.net/rapid"
)

// An index finds what a walk through all contacts finds, whatever was added and
// taken back before.
func TestContactsAreLikeAWalk(t *testing.T) {
	word := rapid.OneOf(rapid.StringMatching(`(nordwind|n0rdwind|nordvvind|nordwnid|norwdind|nord)(-?(energy|enregy|energie|jobs|hr|gmbh))?`), rapid.StringMatching(`[abn]{0,6}`),
		rapid.SampledFrom([]string{"xn--nrdwind-energy-1pb", "gmail", "posteo", "careers-nordwind", "acme-inc", "acme", "ac"}))
	address := rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom([]string{"ida@", "Ole@mail.", ""}).Draw(t, "local") + word.Draw(t, "word") + rapid.SampledFrom([]string{".example", ".com", ".de", ""}).Draw(t, "top")
	})
	rapid.Check(t, func(t *rapid.T) {
		var list []rules.Contact
		for _, a := range rapid.SliceOfN(address, 0, 10).Draw(t, "contacts") {
			list = append(list, rules.Contact{Address: a})
		}
		c := NewContacts(list...)
		for len(list) > 0 && rapid.Bool().Draw(t, "remove") {
			i := rapid.IntRange(0, len(list)-1).Draw(t, "which")
			c.Remove(list[i])
			list = slices.Delete(list, i, i+1)
		}
		from := address.Draw(t, "from")
		if got, want := c.has(from), slices.ContainsFunc(list, func(have rules.Contact) bool { return from != "" && strings.EqualFold(have.Address, from) }); got != want {
			t.Fatalf("%q: known %v, want %v", from, got, want)
		}
		domain := domains.Registrable(mail.DomainOf(from))
		want := ""
		for _, one := range list {
			k := domains.Registrable(mail.DomainOf(one.Address))
			if one.Address == "" || domains.Free(k) {
				continue
			}
			if k == domain {
				want = ""
				break
			}
			if (want == "" || k < want) && imitates(label(domain), label(k)) {
				want = k
			}
		}
		if domain == "" || domains.Free(domain) {
			want = ""
		}
		if got := c.lookAlike(mail.DomainOf(from)); got != want {
			t.Fatalf("%q among %+v: like %q, want %q", from, list, got, want)
		}
	})
}

// BenchmarkLookAlike measures what a stranger's domain costs among many known ones.
func BenchmarkLookAlike(b *testing.B) {
	for _, n := range []int{10, 1000, 100_000} {
		c := NewContacts()
		for i := range n {
			c.Add(rules.Contact{Address: fmt.Sprintf("ida@%s-%d.example", strings.Repeat(string(rune('a'+i%26)), 1+i%9), i)})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				c.lookAlike("nordwind-energy.example")
			}
		})
	}
}
