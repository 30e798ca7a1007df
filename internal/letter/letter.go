package letter

import (
	"regexp"
	"strings"
	"sync"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/newtext"
	"afterword/templates"
)

// A Letter is the text of a message, parted as a reader parts it.
type Letter struct {
	Salutation string   // a line; "" if there is none
	Paragraphs []string // the body, each on one line
	SignOff    string   // the closing words and the name below them
	Signature  string   // below the separator (RFC 3676, section 4.3)
}

// Text returns the body, paragraphs parted by an empty line: what is counted and
// compared.
func (l Letter) Text() string { return strings.Join(l.Paragraphs, "\n\n") }

// Words returns the number of words of the body.
func (l Letter) Words() int { return templates.CountWords(l.Text()) }

// Sentences returns the sentences of the body, as templates.Sentences gives them.
func (l Letter) Sentences() []string {
	if len(l.Paragraphs) == 0 {
		return nil
	}
	return templates.Sentences(l.Text())
}

// Read reads what the writer of a message really wrote, without what he quotes. It
// takes any message; the letter of one that holds no text is empty.
func Read(m *mail.Message) Letter {
	if len(m.Header) == 0 {
		return Letter{} // no message at all
	}
	return Part(newtext.Read(m).Text)
}

var (
	greeting = lazy(`(?i)^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|hallo|moin|grüß gott|grüezi|bonjour|bonsoir|chère?s?|madame|monsieur|salut|estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as) (?:días|tardes|noches)|geachte|beste|dag|goede(?:morgen|middag|navond|ndag))\b`)
	closing  = lazy(`(?i)^(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|sincere)?,? ?(?:regards|wishes|thanks)|best|yours(?: \w+)?|sincerely|cheers|thank you(?: again)?|thanks again|respectfully|warmly|cordially|all the best|(?:mit )?(?:freundliche|beste|herzliche|viele|liebe|schöne)[rns]? (?:grüße[n]?|grüßen|gruß)|hochachtungsvoll|(?:bien )?cordialement|(?:bien )?(?:à|a) vous|sincères salutations|respectueusement|meilleures salutations|veuillez (?:agréer|recevoir)\b.*|je vous prie d.agréer\b.*|(?:un )?(?:cordial|atento) saludo|(?:un )?saludo(?: cordial| atento)?|saludos(?: cordiales)?|(?:muy )?atentamente|(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|hoogachtend|groet(?:en|jes)?)(?: (?:from|aus|depuis|desde|uit) .{1,30}| (?:and|und|et|y|en) .{1,40})?[,.!]?$`)
)

// lazy returns an expression that is compiled when it is first used: the large
// ones take a while, and most commands use none.
func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// Part takes a text apart that quotes nothing. Line breaks within a paragraph are
// those of the program that wrapped it.
func Part(text string) Letter {
	var l Letter
	lines := strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")), "\n")
	for i, line := range lines {
		// The separator is "-- " (RFC 3676, section 4.3); many clients trim it.
		if strings.TrimRight(line, " \r") == "--" {
			l.Signature = strings.TrimSpace(strings.Join(lines[i+1:], "\n"))
			lines = lines[:i]
			break
		}
	}
	blocks := paragraphsOf(lines)
	if len(blocks) > 0 {
		if first := blocks[0]; isSalutation(first[0]) {
			l.Salutation = first[0]
			if blocks[0] = first[1:]; len(blocks[0]) == 0 {
				blocks = blocks[1:]
			}
		}
	}
	blocks, l.SignOff = cutSignOff(blocks)
	for _, b := range blocks {
		l.Paragraphs = append(l.Paragraphs, strings.Join(b, " "))
	}
	return l
}

// paragraphsOf groups lines by the empty lines between them.
func paragraphsOf(lines []string) [][]string {
	var blocks [][]string
	open := false
	for _, line := range lines {
		line = strings.TrimRight(line, " \t\r")
		if strings.TrimSpace(line) == "" {
			open = false
			continue
		}
		if !open {
			blocks = append(blocks, nil)
			open = true
		}
		last := len(blocks) - 1
		blocks[last] = append(blocks[last], strings.TrimLeft(line, " \t"))
	}
	return blocks
}

func isSalutation(line string) bool {
	if len(strings.Fields(line)) > 9 {
		return false
	}
	switch {
	case greeting().MatchString(line):
		return !strings.HasSuffix(line, ".") || len(strings.Fields(line)) < 4
	default: // "Ngozi," and "Ngozi -"
		return len(strings.Fields(line)) <= 3 && strings.ContainsAny(line[len(line)-1:], ",:!")
	}
}

// cutSignOff parts the closing words and the name below them from the body.
func cutSignOff(blocks [][]string) (body [][]string, signOff string) {
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-3; i-- {
		for k, line := range blocks[i] {
			if !closing().MatchString(line) || i == 0 && k == 0 && len(blocks) == 1 && len(blocks[0]) == 1 {
				continue
			}
			// What follows a closing is a name, not a letter.
			rest := blocks[i][k+1:]
			for _, b := range blocks[i+1:] {
				rest = append(rest[:len(rest):len(rest)], b...)
			}
			if len(rest) > 6 || len(strings.Fields(strings.Join(rest, " "))) > 25 {
				continue
			}
			signOff = strings.Join(append([]string{line}, rest...), "\n")
			body = blocks[:i:i]
			if k > 0 {
				body = append(body, blocks[i][:k])
			}
			return body, signOff
		}
	}
	// A bare name at the end.
	if n := len(blocks); n > 1 && len(blocks[n-1]) == 1 && len(strings.Fields(blocks[n-1][0])) <= 3 &&
		!strings.ContainsAny(blocks[n-1][0], ".?!") {
		return blocks[:n-1], blocks[n-1][0]
	}
	return blocks, ""
}
