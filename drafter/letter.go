package drafter

import (
	"regexp"
	"strings"
	"sync"

	"afterword/templates"
)

// A letter is the text of a message, parted as a reader parts it.
type letter struct {
	salutation string
	paragraphs []string // the body, each on one line
	signOff    string
	signature  string
}

// text returns the body: what is counted and compared.
func (l letter) text() string { return strings.Join(l.paragraphs, "\n\n") }

// Body reads what the user really sent: the words and the sentences of the body
// without salutation, sign-off, signature and quoted text, and that body itself,
// paragraphs parted by an empty line. It takes any message, and returns nothing
// for one that holds no text.
func Body(raw []byte) (words int, sentences []string, text string) {
	_, written := read(raw)
	text = part(written).text()
	if text == "" {
		return 0, nil, ""
	}
	return templates.CountWords(text), templates.Sentences(text), text
}

var (
	// attribution opens the text that a client quotes, in our five languages.
	attribution = lazy(`(?i)^(?:on\b.{4,200}\bwrote:|am\b.{4,200}\bschrieb\b.{0,200}:|le\b.{4,200}\ba écrit ?:|el\b.{4,200}\bescribió:|op\b.{4,200}\bschreef\b.{0,200}:|.{2,120}\b(?:wrote|schrieb|a écrit|escribió|schreef) ?:)$`)
	forwarded   = lazy(`(?i)^(?:-{2,} ?(?:original message|original appointment|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|mensaje reenviado|oorspronkelijk bericht|doorgestuurd bericht)|_{10,}$|(?:from|von|de|van): .*@)`)
	greeting    = lazy(`(?i)^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|hallo|moin|grüß gott|grüezi|bonjour|bonsoir|chère?s?|madame|monsieur|salut|estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as) (?:días|tardes|noches)|geachte|beste|dag|goede(?:morgen|middag|navond|ndag))\b`)
	closing     = lazy(`(?i)^(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|sincere)?,? ?(?:regards|wishes|thanks)|best|yours(?: \w+)?|sincerely|cheers|thank you(?: again)?|thanks again|respectfully|warmly|cordially|all the best|(?:mit )?(?:freundliche|beste|herzliche|viele|liebe|schöne)[rns]? (?:grüße[n]?|grüßen|gruß)|hochachtungsvoll|(?:bien )?cordialement|(?:bien )?(?:à|a) vous|sincères salutations|respectueusement|meilleures salutations|veuillez (?:agréer|recevoir)\b.*|je vous prie d.agréer\b.*|(?:un )?(?:cordial|atento) saludo|(?:un )?saludo(?: cordial| atento)?|saludos(?: cordiales)?|(?:muy )?atentamente|(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|hoogachtend|groet(?:en|jes)?)(?: (?:from|aus|depuis|desde|uit) .{1,30}| (?:and|und|et|y|en) .{1,40})?[,.!]?$`)
)

// lazy returns an expression that is compiled when it is first used: the large
// ones take a while, and most commands use none.
func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// part takes the text of a message apart.
func part(written string) letter {
	var l letter
	lines := strings.Split(strings.TrimSpace(unquote(written)), "\n")
	for i, line := range lines {
		// The separator is "-- " (RFC 3676, section 4.3); many clients trim it.
		if strings.TrimRight(line, " \r") == "--" {
			l.signature = strings.TrimSpace(strings.Join(lines[i+1:], "\n"))
			lines = lines[:i]
			break
		}
	}
	blocks := paragraphsOf(lines)
	if len(blocks) > 0 {
		if first := blocks[0]; isSalutation(first[0]) {
			l.salutation = first[0]
			if blocks[0] = first[1:]; len(blocks[0]) == 0 {
				blocks = blocks[1:]
			}
		}
	}
	blocks, l.signOff = cutSignOff(blocks)
	for _, b := range blocks {
		l.paragraphs = append(l.paragraphs, strings.Join(b, " "))
	}
	return l
}

// unquote cuts what is quoted: lines that begin with ">", and everything from
// the line that introduces another message.
func unquote(written string) string {
	lines := strings.Split(strings.ReplaceAll(written, "\r\n", "\n"), "\n")
	var kept []string
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, ">") {
			continue
		}
		if forwarded().MatchString(trimmed) {
			break
		}
		// Clients wrap the line of attribution.
		two := trimmed
		if i+1 < len(lines) {
			two += " " + strings.TrimSpace(lines[i+1])
		}
		if (attribution().MatchString(trimmed) || attribution().MatchString(two)) && quotesFollow(lines[i+1:]) {
			break
		}
		kept = append(kept, line)
	}
	return strings.Join(kept, "\n")
}

// quotesFollow reports whether one of the next lines is quoted, or nothing but
// an introduction is left.
func quotesFollow(lines []string) bool {
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, ">") {
			return true
		}
		if line != "" && i > 1 {
			return false
		}
	}
	return true
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
