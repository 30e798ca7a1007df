package mail

import "testing"

// TestStub: a plain part that says something else than the HTML beside it, or only its
// footer, is not what the reader sees.
func TestStub(t *testing.T) {
	const letter = "<p>Dear Sam,</p><p>The garden committee met on Tuesday, and the tulips will come to the north side of the pond.</p><p>Ida</p>"
	const shown = "Dear Sam,\n\nThe garden committee met on Tuesday, and the tulips will come to the north side of the pond.\n\nIda"
	for name, plain := range map[string]string{
		"no HTML":      "Your program cannot display this message. Open it in a browser: https://nordwind.example/v/1",
		"kein HTML":    "Ihr Programm kann diese Nachricht nicht darstellen. Bitte verwenden Sie einen anderen Browser.",
		"a link":       "Read this online: https://nordwind.example/view/0123456789abcdef0123456789abcdef",
		"style sheet":  "p { margin: 0 } @media screen and (max-width: 600px) { .a { width: 100% } .b { color: red } } a { color: blue }",
		"left over":    "{{first_name}}, put the plain version here. Remember to fill it in before you send this out to anybody.",
		"someone else": "Sent on behalf of Nordwind GmbH, Hafenstrasse 1, Kiel. Unsubscribe at https://nordwind.example/u",
	} {
		if got := alternatives(plain, letter); got != shown {
			t.Errorf("%s: %q", name, got)
		}
	}
	footer := "You get this letter as a member of the garden club. Leave it here."
	if got, want := alternatives(footer, letter+"<p>"+footer+"</p>"), shown+"\n\n"+footer; got != want {
		t.Errorf("a footer: %q", got)
	}
	// Both say the same: the plain part is nearer to what was typed.
	same := "Dear Sam,\n\nThe garden committee met on Tuesday, and the *tulips* will come to the north side of the pond.\n\nIda"
	if got := alternatives(same, letter); got != same {
		t.Errorf("the same: %q", got)
	}
}

// alternatives returns the text of a message that has both parts.
func alternatives(plain, html string) string {
	return Read([]byte("From: ida@nordwind.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n" +
		plain + "\n--b\nContent-Type: text/html; charset=utf-8\n\n" + html + "\n--b--\n")).Text().Text
}
