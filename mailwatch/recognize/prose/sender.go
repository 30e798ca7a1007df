package prose

import (
	"regexp"
	"strings"

	"afterword/mailwatch/recognize/find"
)

// What the sender says of himself. The expressions read folded text.
var (
	// firmly says that he will be there.
	firmly = find.Lazy(`\b(?:(?:unterhalten|sprechen) (?:wir )?uns|in my office|in meinem buro|dans mon bureau|en mi despacho|(?:op|in) mijn kantoor|(?:hole|treffe|erwarte|empfange) (?:ich )?(?:sie|dich)|nos (?:conectamos|reunimos)|(?:with|and|meet|join|interviewed by) (?:me|myself)\b|(?:and|&) (?:myself\b|i(?: both)? (?:look|are|were|would (?:love|like) to (?:meet|talk|speak)|(?:will|'ll|shall) (?:both )?(?:be )?(?:meet|talk|speak|interview|call|host|join|run|see|conduct|lead)))|(?:it'll|it will|that'll|that will) be (?:just )?me\b|\bme (?:and|&|plus) (?:our|my)\b|(?:just|only) (?:the two of us|you and (?:me|i))\b|(?:i|we) look forward to interviewing you|i(?:'ll| will) (?:also )?(?:run|lead|host|conduct|take) (?:the|this|your|it)|(?:sie|du) und ich\b|wir (?:beide|zwei)\b|unter vier augen|ich (?:fuhre das|leite das|bin (?:auch |ebenfalls |selbst )?dabei|nehme (?:selbst )?(?:auch )?teil|interviewe)|en tete[- ]a[- ]tete|nous deux\b|vous et moi\b|toi et moi\b|(?:tu|usted) y yo\b|nosotros dos\b|los dos solos|sere yo\b|je (?:mene|conduis|conduirai|menerai|animerai)|(?:jij|je|u) en ik\b|wij (?:samen|tweeen)|met z'n tweeen|onder vier ogen|ikzelf\b|i(?:'ll| will) be (?:joined|accompanied) by|(?:zusammen|gemeinsam) mit mein\w*|samen met mijn|together with my|alongside my|je serai accompagnee?|me acompanara|junto (?:con|a) mi|i(?:'ll| will| am going to|'m going to) (?:call|ring|phone|meet|interview|be interviewing|be calling|be joining|join|be there|see you)|(?:und|mit) (?:mir|meiner wenigkeit)|ich (?:rufe|melde mich|werde (?:sie|dich) anrufen)|rufe ich|(?:et|avec) (?:moi|moi-meme)|je (?:vous|t'|te) ?(?:appell\w*|telephon\w*|re[cç]ois|recevrai|rencontrerai|retrouve)|(?:y|con) (?:yo|un servidor|una servidora)\b|conmigo|(?:te|le|os) (?:llamo|llamare|recibire|veo)|(?:en|met) (?:mij|ik|ondergetekende|mezelf)|ik bel|bel ik|spreek ik|zie ik)\b`)
	// twoOfUs says so wherever it stands.
	twoOfUs = find.Lazy(`\b(?:(?:just|only) (?:the two of us|you and (?:me|i))|wir (?:beide|zwei)|(?:sie|du) und ich|unter vier augen|vous et moi|toi et moi|(?:tu|usted) y yo|nosotros dos|los dos solos|(?:jij|je|u) en ik|met z'n tweeen|i(?:'ll| will) be (?:your interviewer|interviewing you))\b`)
	// likely says that the talk is his own.
	likely = find.Lazy(`\b(?:works for me|me va (?:bien|perfecto|genial)|kan (?:ik|bij mij)|me convient|ca me va|let's (?:do|talk|speak|chat|meet|say|plan)|looking forward to (?:talking|speaking|meeting|chatting|our|seeing)|(?:talk|speak|chat)(?:ing)? (?:with|to) you|our (?:conversation|call|chat|interview|meeting)|i run|i lead|i manage|i head|i'm the (?:hiring|head|founder|director|ceo|cto|manager)|freue mich (?:auf|schon auf) (?:das|unser|sie|dich)|unser(?:em|en)? (?:gesprach|telefonat|termin)|passt mir|notre (?:entretien|echange|appel|rendez-vous)|on se (?:parle|voit|retrouve|appelle)|hablamos|nos vemos|nuestra (?:entrevista|llamada|charla|reunion)|ons (?:gesprek|telefoontje)|spreken we elkaar|tot dan|dan doen we|speak then|see you then|talk then|(?:we'll|we will|let's) (?:speak|talk|meet|chat)|(?:i've|i have) (?:moved|booked|put) us|sprechen wir|sehen wir uns|treffen wir uns|wir (?:sprechen|telefonieren|sehen uns|treffen uns)|(?:on|nous) (?:en )?(?:parler|echanger|regarder|discuter)\w*|a (?:mardi|lundi|mercredi|jeudi|vendredi|demain) !|(?:hablaremos|nos conoceremos|quedamos)|we (?:spreken|zien|bellen) elkaar|spreken we af)(?:\b|$)`)
	// alongside says of somebody that he comes to those who are there already, of whom
	// the sender is one.
	alongside = find.Lazy(`\b(?:will (?:also )?be (?:on the (?:line|call)|there|with us) (?:too|as well)|will (?:also )?join us|joins us|joining us|sits in|will sit in|schuift (?:ook )?aan|sluit (?:ook )?(?:bij ons )?aan|komt er(?:ook)? bij|(?:kommt|stosst) (?:auch |noch )?(?:dazu|zu uns)|ist (?:auch |ebenfalls |mit )dabei|se joindra (?:a nous)?|nous rejoint|nous rejoindra|sera (?:aussi |egalement )(?:la|present\w*)|se une a nosotros|se unira|nos acompanara|tambien estara|on ser(?:a|ons) (?:deux|trois|quatre)|nous serons (?:deux|trois|quatre)|somos (?:dos|tres)|seremos (?:dos|tres))\b`)
	// ourTalk says that the talk is the sender's too.
	ourTalk = find.Lazy(`\b(?:our (?:\w+ )?(?:conversation|call|chat|interview|meeting)|unser(?:em|en|es)? (?:\w+ )?(?:gesprach|telefonat|termin|interview)|notre (?:\w+ )?(?:entretien|echange|appel|rendez-vous)|nuestra (?:\w+ )?(?:entrevista|llamada|charla|reunion)|ons (?:\w+ )?(?:gesprek|telefoontje|afspraak))\b`)
	clerk   = find.Lazy(`\b(?:recruit\w*|talent\w*|people|hr|human resources|personal\w*|coordinator|ressources humaines|recrutement|drh|rh|rrhh|recursos humanos|seleccion|werving|personeel\w*|sourcer|sourcing|scheduling|staffing|hr-\w+|assistant\w*|assistenz|secretar\w*|sekretariat)\b`)
)

// earlier is what was said of a talk that is over.
var earlier = find.Lazy(`\b(?:(?:following|after|since|further to|from) (?:our|your|my|the)|(?:nach|seit|von) unser\w*|(?:suite a|apres|depuis) notre|(?:tras|desde|despues de) nuestr\w+|na ons|our (?:call|chat|conversation|interview|meeting) (?:last|yesterday|earlier|on monday)|last week|yesterday|gestern|letzte woche|hier|la semaine derniere|ayer|la semana pasada|gisteren|vorige week)\b`)

// away says that the sender will not be there.
var away = find.Lazy(`\b(?:i (?:can't|cannot|won't|will not|am (?:not|away|out|on)|'m (?:not|away|out|on))|ich .{0,30}(?:nicht|im urlaub|verhindert)|je (?:ne|n')|je suis (?:absente?|en conge)|(?:yo )?no (?:podre|estare|puedo)|ik .{0,30}(?:niet|met vakantie|vrij))\b`)

// withMe is somebody's name, and the sender with him: "Dana Wu (CEO) and me".
var withMe = regexp.MustCompile(`\p{Lu}[\pL'’-]+(?: \([^)]{2,60}\))?,? (?:and|&|und|et|y|en|sowie|plus) (?:me|myself|ich|mir|meine Wenigkeit|moi|yo|ik|ikzelf|ondergetekende)\b(?: (?:freu|führ|sprech|nehm|erwart|treff|werden|sind|hebben|spreken|ontvangen|zijn|kijken|estaremos|hablaremos|tenemos|te |le |sommes|serons|aurons|vous |nous )|[.,;:!)(\n]| \(| selbst[.,!\s]| aus| geführt| gemeinsam| geleitet)|\n(?:and|und|et|y|en) (?:me|myself|ich selbst|moi|moi-même|yo|ik|ikzelf)[.!]?\n`)

// Clerk reports whether somebody's title is that of one who arranges interviews.
func (p Person) Clerk() bool { return clerk().MatchString(fold(p.Title)) }

// Arranges reports whether somebody's title is that of one who is there to help, and holds
// no interview himself.
func (p Person) Arranges() bool { return arranges().MatchString(fold(p.Title)) }

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
		s.title, s.company = r.postIn(below)
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

// postIn reads title and company from the lines below a name.
func (r *reader) postIn(lines []string) (title, company string) {
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
// nobody else is named, or where others join what he calls his own talk too.
func (r *reader) takesPart(p Person, slots []slot, alone bool) bool {
	if withMe.MatchString(r.text) {
		return true
	}
	joined, own := false, false
	for i, s := range r.sentences {
		if i > maxSentences {
			break
		}
		near := r.timed(i, slots) || r.m.Calendar && twoOfUs().MatchString(s.plain) || talks().MatchString(s.plain)
		if !near || offers().MatchString(s.plain) || recalls().MatchString(s.plain) {
			continue
		}
		if away().MatchString(s.plain) || earlier().MatchString(s.plain) {
			continue
		}
		if firmly().MatchString(s.plain) || alone && likely().MatchString(s.plain) {
			return true
		}
		joined = joined || alongside().MatchString(s.plain)
		own = own || ourTalk().MatchString(s.plain) || likely().MatchString(s.plain)
	}
	return joined && own && p.Title != "" && !p.Clerk()
}
