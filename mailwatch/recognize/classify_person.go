package recognize

import (
	"strings"

	"afterword/mailwatch/recognize/phrases"
	"afterword/rules"
)

// person reports whether a person wrote the letter: an answer, or a letter from
// an address that is not an office's, where nothing says that a program did it.
// A template that a recruiter sends in her own name counts as hers.
func (f *findings) person(l Letter, kind rules.MessageKind) bool {
	if l.NoReply || l.List && l.Header.Get("In-Reply-To") == "" || f.score[phrases.Robot] > 0 {
		return false
	}
	if auto := strings.ToLower(l.Header.Get("Auto-Submitted")); auto != "" && !strings.HasPrefix(auto, "no") {
		return false
	}
	if answers(l) {
		return true
	}
	return kind != rules.MessageAcknowledgement && !office(l.Address())
}

// answers reports whether the letter is an answer to another.
func answers(l Letter) bool {
	return l.Header.Get("In-Reply-To") != "" || bare(l.Subject) != l.Subject
}

// office reports whether an address is that of an office or a program, by the
// part before the @.
func office(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	for _, word := range strings.FieldsFunc(local, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if offices[word] {
			return true
		}
	}
	return false
}

var offices = map[string]bool{"job": true, "jobs": true, "career": true, "careers": true, "karriere": true, "recruiting": true,
	"recruitment": true, "recrutement": true, "seleccion": true, "talent": true, "talento": true, "hr": true, "rh": true,
	"rrhh": true, "bewerbung": true, "bewerbungen": true, "candidatures": true, "empleo": true, "vacatures": true,
	"werving": true, "notification": true, "notifications": true, "system": true, "systeme": true, "sistema": true,
	"alert": true, "alerts": true, "news": true, "newsletter": true, "support": true, "service": true, "noreply": true,
	"workday": true, "myworkday": true, "mailer": true, "robot": true, "bot": true, "automated": true}
