package trust

import (
	"testing"

	"afterword/internal/mail"
	"afterword/rules"
)

// FuzzDomains: whatever a domain is, it is looked at.
func FuzzDomains(f *testing.F) {
	f.Add("ida@xn--nrdwind-energy-1pb.example")
	f.Add("mx.post.example (comment); dmarc=fail")
	f.Fuzz(func(t *testing.T, s string) {
		authserv(s)
		NewContacts(rules.Contact{Address: "ida@nordwind.example"}, rules.Contact{Address: s}).lookAlike(mail.DomainOf(s))
	})
}
