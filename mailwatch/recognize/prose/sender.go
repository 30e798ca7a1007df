package prose

import (
	"strings"

	"afterword/mailwatch/recognize/find"
)

// What the sender says of himself. The expressions read folded text.
var (
	// firmly says that he will be there.
	firmly = find.Lazy(`\b(?:(?:with|and|meet|join) me\b|(?:and|&) (?:i|myself)\b|i(?:'ll| will| am going to|'m going to) (?:call|ring|phone|meet|interview|be interviewing|be calling|be joining|join|be there|see you)|(?:und|mit) (?:mir|meiner wenigkeit)|ich (?:rufe|melde mich|werde (?:sie|dich) anrufen)|rufe ich|(?:et|avec) (?:moi|moi-meme)|je (?:vous|t'|te) ?(?:appelle\w*|telephone\w*|recevrai|rencontrerai|retrouve)|(?:y|con) (?:yo|un servidor|una servidora)\b|conmigo|(?:te|le|os) (?:llamo|llamare|recibire|veo)|(?:en|met) (?:mij|ik|ondergetekende|mezelf)|ik bel|bel ik|spreek ik|zie ik)\b`)
	// likely says that the talk is his own.
	likely = find.Lazy(`\b(?:let's (?:do|talk|speak|chat|meet|say|plan)|looking forward to (?:talking|speaking|meeting|chatting|our|seeing)|(?:talk|speak|chat)(?:ing)? (?:with|to) you|our (?:conversation|call|chat|interview)|i run|i lead|i manage|i head|i'm the (?:hiring|head|founder|director|ceo|cto|manager)|freue mich (?:auf|schon auf) (?:das|unser|sie|dich)|unser(?:em|en)? (?:gesprach|telefonat|termin)|passt mir|notre (?:entretien|echange|appel|rendez-vous)|on se (?:parle|voit|retrouve|appelle)|hablamos|nos vemos|nuestra (?:entrevista|llamada|charla|reunion)|ons (?:gesprek|telefoontje)|spreken we elkaar|tot dan)\b`)
	clerk  = find.Lazy(`\b(?:recruit\w*|talent\w*|people|hr|human resources|personal\w*|coordinator|ressources humaines|recrutement|drh|rh|rrhh|recursos humanos|seleccion|werving|personeel\w*|sourcer|sourcing|scheduling|staffing|hr-\w+|assistant\w*|assistenz|secretar\w*|sekretariat)\b`)
)

// Clerk reports whether somebody's title is that of one who arranges interviews.
func (p Person) Clerk() bool { return clerk().MatchString(fold(p.Title)) }

// A signature is who signed a letter, and as what.
type signature struct{ name, title, company string }

// signed reads the signature: the last line that is the sender's name, or a name, and
// the lines below it.
func (r *reader) signed() signature {
	s, ok := r.signedBy(true)
	if !ok && (r.m.Sender.Name == "" || r.team) {
		s, _ = r.signedBy(false)
	}
	return s
}

// signedBy looks for the sender's own name, or for that of whoever signed for a mailbox
// that several people have.
func (r *reader) signedBy(own bool) (signature, bool) {
	lines := strings.Split(strings.TrimRight(r.m.Signed, "\n \t"), "\n")
	sender := bareName(r.m.Sender.Name)
	var s signature
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-60; i-- {
		line := strings.Trim(strings.TrimSpace(lines[i]), "*_ ")
		head, rest, cut := line, "", false
		for _, sep := range []string{",", "|", " - ", " – ", " / "} {
			if before, after, ok := strings.Cut(line, sep); ok && !cut {
				head, rest, cut = strings.TrimSpace(before), strings.TrimSpace(after), true
			}
		}
		if greeting := strings.LastIndexAny(head, ",!"); greeting >= 0 {
			head = strings.TrimSpace(head[greeting+1:])
		}
		words := bareName(head)
		mine := len(sender) > 0 && len(words) > 0 && len(words) <= 4 && (sameName(words, sender) || len(words) == 1 && words[0] == sender[0] || len(words) == 2 && len(sender) > 1 && words[1] == sender[len(sender)-1])
		if cut && len(words) == 1 && len(bareName(rest)) == 1 && len(sender) > 0 && bareName(rest)[0] == sender[0] {
			return signature{name: r.m.Sender.Name}, own // "Groet, Wouter"
		}
		if own != mine || !own && !(i > 0 && r.personOf(head)) {
			continue
		}
		if r.own(head, "") {
			continue
		}
		if s.name = head; mine {
			s.name = r.m.Sender.Name
		}
		below := []string{rest}
		for j := i + 1; j < len(lines) && j < i+4; j++ {
			l := strings.TrimSpace(lines[j])
			if l == "" || strings.HasPrefix(l, "_") || strings.HasPrefix(l, "--") || len(l) > 100 {
				break
			}
			below = append(below, l)
		}
		s.title, s.company = r.post(below)
		return s, true
	}
	return s, false
}

// isName reports whether a text is the name of a person and no more.
func isName(s string) bool {
	w := &words{text: s, tokens: tokenize(s)}
	n, ok := w.name(0)
	return ok && n.next == len(w.tokens)
}

// post reads title and company from the lines below a name.
func (r *reader) post(lines []string) (title, company string) {
	for _, line := range lines {
		for _, piece := range split(line, ",", "|", " - ", " – ", " — ", " at ", " bei ", " chez ", " @ ", " • ", " · ") {
			if piece == "" || mailLike.MatchString(piece) || strings.Contains(piece, "://") {
				continue
			}
			switch s := squash(piece); {
			case r.label != "" && (s == r.label || len(s) > 3 && strings.HasPrefix(s, r.label)):
				company = piece
			case title == "" && (posted(piece) || clerk().MatchString(fold(piece))) && len(piece) <= 80:
				title = piece
			case title != "" && company == "" && upper(piece) && len(piece) < 60 && !strings.ContainsAny(piece, "0123456789+"):
				company = piece
			}
		}
	}
	return title, company
}

// split cuts s at each of the separators.
func split(s string, separators ...string) []string {
	pieces := []string{s}
	for _, sep := range separators {
		var next []string
		for _, p := range pieces {
			next = append(next, strings.Split(p, sep)...)
		}
		pieces = next
	}
	for i := range pieces {
		pieces[i] = strings.TrimSpace(pieces[i])
	}
	return pieces
}

// takesPart reports whether the sender says that he interviews: surely, or likely where
// nobody else is named.
func (r *reader) takesPart(slots []slot, alone bool) bool {
	for i, s := range r.sentences {
		if i > maxSentences {
			return false
		}
		near := r.timed(i, slots) || talks().MatchString(s.plain)
		if !near || offers().MatchString(s.plain) || recalls().MatchString(s.plain) {
			continue
		}
		if firmly().MatchString(s.plain) || alone && likely().MatchString(s.plain) {
			return true
		}
	}
	return false
}
