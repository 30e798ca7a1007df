package recognize

import (
	"strings"
	"testing"

	"afterword/mailwatch/recognize/trust"
	"afterword/rules"
)

func TestDistrust(t *testing.T) {
	opt := Options{
		Authserv: []string{"mx.post.example"},
		Contacts: trust.NewContacts(rules.Contact{Name: "Ida Brandt", Address: "ida@nordwind-energy.example"}, rules.Contact{Name: "Ole", Address: "ole@gmail.com"}),
		Own:      []string{"sam@post.example"},
		Domains:  []string{"jobs.suedwind.example", "gmail.com"},
	}
	for _, tt := range []struct {
		name, headers, body string
		want                string // part of the reason; "" for none
	}{
		{"fine", "From: Ida <ida@nordwind-energy.example>\r\nAuthentication-Results: mx.post.example; dmarc=pass header.from=nordwind-energy.example\r\n", "Hello", ""},
		{"dmarc failed", "From: Ida <ida@nordwind-energy.example>\r\nAuthentication-Results: mx.post.example;\r\n spf=pass; dmarc=fail (p=NONE) header.from=nordwind-energy.example\r\n", "Hello", "DMARC"},
		{"dmarc in a second header", "From: Ida <ida@nordwind-energy.example>\r\nAuthentication-Results: mx.post.example; spf=pass\r\nAuthentication-Results: mx.post.example; dmarc=fail\r\n", "Hello", "DMARC"},
		{"somebody else's verdict", "From: Ida <ida@nordwind-energy.example>\r\nAuthentication-Results: mx.evil.example; dmarc=fail\r\n", "Hello", ""},
		{"forged further down", "From: Ida <ida@nordwind-energy.example>\r\nAuthentication-Results: mx.post.example; dmarc=fail\r\nReceived: from evil.example\r\nAuthentication-Results: mx.post.example; dmarc=pass\r\n", "Hello", "DMARC"},
		{"forged failure further down", "From: Ida <ida@nordwind-energy.example>\r\nAuthentication-Results: mx.post.example; dmarc=pass\r\nReceived: from evil.example\r\nAuthentication-Results: mx.post.example; dmarc=fail\r\n", "Hello", ""},
		{"a comment is no verdict", "From: Ida <ida@nordwind-energy.example>\r\nAuthentication-Results: mx.post.example; dmarc=pass (was dmarc=fail before)\r\n", "Hello", ""},
		{"reply-to elsewhere", "From: Ida <ida@nordwind-energy.example>\r\nReply-To: ida@evil.example\r\n", "Hello", "ida@evil.example"},
		{"reply-to within the company", "From: Ida <ida@nordwind-energy.example>\r\nReply-To: jobs@hr.nordwind-energy.example\r\n", "Hello", ""},
		{"reply-to a contact", "From: Jobs <jobs@tracking.example>\r\nReply-To: ida@nordwind-energy.example\r\n", "Hello", ""},
		{"a scheduler's", "From: Südwind <no-reply@scheduler.example>\r\nReply-To: robin@suedwind.example\r\nAuthentication-Results: mx.post.example; dmarc=pass\r\n", "Hello", ""},
		{"a scheduler's, unproven", "From: Südwind <no-reply@scheduler.example>\r\nReply-To: robin@suedwind.example\r\n", "Hello", "robin@suedwind.example"},
		{"a scheduler's, failed", "From: Südwind <no-reply@scheduler.example>\r\nReply-To: robin@suedwind.example\r\nAuthentication-Results: mx.post.example; dmarc=fail\r\n", "Hello", "DMARC"},
		{"a scheduler's, proven by somebody else", "From: Südwind <no-reply@scheduler.example>\r\nReply-To: robin@suedwind.example\r\nAuthentication-Results: mx.evil.example; dmarc=pass\r\n", "Hello", "robin@suedwind.example"},
		{"a scheduler's, elsewhere", "From: Südwind <no-reply@scheduler.example>\r\nReply-To: robin@suedwind-jobs.example\r\nAuthentication-Results: mx.post.example; dmarc=pass\r\n", "Hello", "robin@suedwind-jobs.example"},
		{"free mail is no company's", "From: Südwind <no-reply@scheduler.example>\r\nReply-To: robin@gmail.com\r\nAuthentication-Results: mx.post.example; dmarc=pass\r\n", "Hello", "robin@gmail.com"},
		{"another ending", "From: Ida <ida@nordwind-energy.test>\r\n", "Hello", "looks like"},
		{"a letter swapped", "From: Ida <ida@nordwnid-energy.example>\r\n", "Hello", "looks like"},
		{"a digit for a letter", "From: Ida <ida@n0rdwind-energy.example>\r\n", "Hello", "looks like"},
		{"a Cyrillic letter", "From: Ida <ida@xn--nrdwind-energy-0zk.example>\r\n", "Hello", "looks like"},
		{"words added", "From: Ida <ida@nordwind-energy-careers.example>\r\n", "Hello", "looks like"},
		{"another company", "From: Ida <ida@suedwind.example>\r\n", "Hello", ""},
		{"free mail", "From: Ida <ida@gmx.de>\r\n", "Hello", ""},
		{"address as a name", "From: \"ida@nordwind-energy.example\" <x@evil.example>\r\n", "Hello", "shows the name"},
		{"gift cards", "From: Ida <ida@suedwind.example>\r\n", "We are glad to have you. Please buy three gift cards for the team today.", "gift card"},
		{"equipment fee", "From: Ida <ida@suedwind.example>\r\n", "To get your laptop, please pay the refundable fee of 200 by transfer.", "money"},
		{"bank data", "From: Ida <ida@suedwind.example>\r\nSubject: Your interview\r\n", "We would like to invite you to an interview on Monday at 9:00. Please send us your bank account details before.", "bank"},
	} {
		raw := []byte("Date: Mon, 16 Nov 2026 09:00:00 +0100\r\nTo: sam@post.example\r\n" + tt.headers + "\r\n" + tt.body)
		got := Read(raw, opt).Distrust
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestDistrustLearnt: without a configured authserv-id the topmost header counts.
func TestDistrustLearnt(t *testing.T) {
	raw := "Authentication-Results: mx.post.example; dmarc=%s\r\nReceived: x\r\nAuthentication-Results: other.example; dmarc=%s\r\nFrom: ida@nordwind.example\r\n\r\nHello"
	for _, tt := range []struct {
		top, below string
		want       bool
	}{{"fail", "pass", true}, {"pass", "fail", false}} {
		s := strings.Replace(strings.Replace(raw, "%s", tt.top, 1), "%s", tt.below, 1)
		if got := Read([]byte(s), Options{}).Distrust != ""; got != tt.want {
			t.Errorf("%s over %s: %v", tt.top, tt.below, got)
		}
	}
}
