package recognize

import (
	"bytes"
	"reflect"
	"testing"
	"testing/iotest"

	"afterword/rules"
)

func TestEnvelope(t *testing.T) {
	raw := "Message-ID: <2@nordwind.example>\r\nIn-Reply-To: <1@post.example>\r\nReferences: <0@post.example>\r\n <1@post.example>\r\nFrom: =?utf-8?q?Prof=2E_Dr=2E_Bj=C3=B6rn?= Lind <bjorn@nordwind.example>\r\nReply-To: jobs@nordwind.example\r\nTo: \"Sam\" <sam@post.example>\r\nCc: ole@nordwind.example\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nDate: Mon, 16 Nov 2026 09:00:00 +0100\r\n\r\nHello Sam"
	v := Read([]byte(raw), Options{})
	want := rules.Contact{Name: "Björn Lind", Honorific: "Prof. Dr.", Address: "bjorn@nordwind.example"}
	if v.From != want {
		t.Errorf("from %+v", v.From)
	}
	if v.MessageID != "2@nordwind.example" || v.InReplyTo != "1@post.example" || !reflect.DeepEqual(v.References, []string{"0@post.example", "1@post.example"}) {
		t.Errorf("identifiers %q %q %q", v.MessageID, v.InReplyTo, v.References)
	}
	if v.ReplyTo != "jobs@nordwind.example" || !reflect.DeepEqual(v.To, []string{"sam@post.example", "ole@nordwind.example"}) || v.Subject != "Grüße" {
		t.Errorf("reply to %q, to %q, subject %q", v.ReplyTo, v.To, v.Subject)
	}
	if _, offset := v.Date.Zone(); offset != 3600 || v.Date.Day() != 16 {
		t.Errorf("date %v", v.Date)
	}
	if len(v.Problems) > 0 {
		t.Errorf("problems %q", v.Problems)
	}
}

// TestDateOfLastServer: without a Date the last server's word is taken.
func TestDateOfLastServer(t *testing.T) {
	v := Read([]byte("Received: from a by b; Mon, 16 Nov 2026 09:00:00 +0100\r\nFrom: ida@nordwind.example\r\n\r\nHello"), Options{})
	if v.Date.Day() != 16 {
		t.Errorf("date %v", v.Date)
	}
}

// TestReadFrom: one byte at a time and cut off in the middle, a verdict comes out.
func TestReadFrom(t *testing.T) {
	want := Read([]byte(plainLetter), Options{})
	if got := ReadFrom(iotest.OneByteReader(bytes.NewReader([]byte(plainLetter))), Options{}); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\n%+v", got, want)
	}
	cut := ReadFrom(iotest.TimeoutReader(iotest.HalfReader(bytes.NewReader([]byte(plainLetter)))), Options{})
	if cut.Kind == "" || len(cut.Problems) == 0 {
		t.Errorf("%+v", cut)
	}
}
