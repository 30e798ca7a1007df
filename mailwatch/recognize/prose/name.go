package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Person is somebody whom a text names.
type Person struct {
	Name, Address, Title string
	Part                 string // interviewer, recruiter or other
}

// titles are what stands before a name and is part of how it is spelled.
var titles = set("dr prof cllr rev hon heer mevr monsieur madame senor senora mr mrs ms mx herr frau hr fr m mme mlle sr sra srta dra don dona ir drs dhr mevr mw meneer mevrouw ing mag dipl sir dame")

// smallTitles are those that are written in small letters too.
var smallTitles = set("heer dhr meneer mevrouw mevr mw monsieur madame don dona senor senora sr sra")

// particles join the words of a name.
var particles = set("van von de der den del della di da dos das du la le ter ten te zu zur af al el bin ibn st san")

// noName are words with a capital that are no name of a person: of firms, teams,
// programs, posts, talks and places.
var noName = set(`team teams meet meeting google zoom microsoft skype webex slack calendly outlook calendar event interview interviews interviewer interviewers entretien entretiens entrevista gesprach gesprek sollicitatiegesprek video phone telephone telefon telefoon visio call chat screen conference
	recruiting recruitment recruiter talent talents acquisition hiring workday greenhouse lever ashby goodtime modernloop personio recruitee teamtailor smartrecruiters bookings xing linkedin ihre ihr unsere unser ansprechpartner ansprechpartnerin kontakt contact contacto besprechung besprechungs event name invitee email people human resources hr rh rrhh ta careers career jobs job staffing sourcing personnel personal
	manager managers director directors engineer engineers engineering analyst analysts analytics lead leads leader head senior junior principal staff chief officer executive president vice vp svp evp ceo cto cfo coo cpo cmo cio founder cofounder co owner partner partners partnerin associate assistant coordinator specialist consultant
	architect developer designer scientist administrator supervisor representative advisor counsel lawyer teacher editor writer strategist planner researcher accountant controller buyer
	product products design data science marketing sales finance financial operations ops strategy business development customer success support service services technology technical tech software hardware platform infrastructure security research growth brand content communications legal policy quality supply chain logistics planning procurement commercial digital creative revenue systems system solutions solution management general global regional national international department division group committee board panel
	leiter leiterin teamleiter teamleiterin leitung geschaftsfuhrer geschaftsfuhrerin vorstand bereich abteilung abteilungsleiter abteilungsleiterin referent referentin entwickler entwicklerin berater beraterin projektleiter projektleiterin vertrieb einkauf personalabteilung personalleiter personalleiterin personalreferent personalreferentin fachbereich
	directeur directrice responsable chef cheffe chargee charge ingenieur ingenieure equipe service adjoint adjointe fondateur fondatrice cofondateur cofondatrice recrutement
	director directora jefe jefa gerente ingeniero ingeniera equipo responsable fundador fundadora cofundador cofundadora seleccion encargada encargado coordinadora coordinador tecnica tecnico
	hoofd manager medewerker adviseur afdeling directie teamleider leidinggevende personeelszaken werving selectie oprichter
	gmbh ag inc llc ltd limited corp corporation company co sa sas sarl bv nv kg plc se srl sl labs lab studio studios foods energy energie bank university universitat college school institute hospital clinic foundation stiftung verein ministry agency agentur agence agencia consulting conseil partners holding capital ventures technologies technology media software networks industries instruments works
	room raum salle sala zaal building office buro bureau oficina kantoor floor street avenue road strasse platz square park lobby reception empfang hq campus
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember
	lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
	eastern central pacific mountain standard daylight time zeit heure hora tijd date datum fecha uhrzeit when where wann wo quand ou cuando donde wanneer waar who wer qui quien wie
	the a an and or with your our my we you i he she they this that hi hello dear hallo hey liebe lieber sehr guten bonjour bonsoir salut cher chere hola buenos buenas estimada estimado querida querido beste hoi geachte thanks thank regards best kind cheers sincerely mit viele freundliche herzliche cordialement bien saludos atentamente un una groet groeten vriendelijke met
	case study culture fit values deep dive coding challenge behavioral behavioural portfolio review presentation lunch break intro introduction wrap up tour sense sql metrics leadership skills craft collaboration welcome debrief final first second third round stage step next steps pairing whiteboard exercise problem solving cross functional stakeholder competency motivation experience assessment q bar raiser home take onsite virtual remote day loop session part block work working sample live test discussion conversation
	pause mittagessen kennenlernen fachgesprach fallstudie vorstellung rundgang abschluss begrussung dejeuner accueil visite presentation etude cas comida descanso bienvenida caso practico prueba presentacion pauze lunch rondleiding kennismaking opdracht casus
	location link passcode password id code pin join dial number address adresse direccion adres ort lieu lugar plaats agenda programm programme programa schedule ablauf details note notes please bitte merci gracias bedankt re fwd
	north south east west new york san francisco los angeles london berlin paris madrid amsterdam munich munchen hamburg
	mein meine meinem meiner kollege kollegin kollegen colleague colleagues collegue collegues companero companera collega collegas mon ma mes mi mis mijn notre votre nos vos nuestra nuestro onze ons uw
	then next later afterwards finally also both before after today tomorrow now please just only still once here there danach dann anschliessend zuerst ausserdem auch spater heute morgen weiterhin zudem sowie puis ensuite enfin abord aussi demain aujourd luego despues primero finalmente tambien manana hoy ademas daarna vervolgens eerst ook morgen vandaag tevens
	gesprachspartner gesprachspartnerin gesprachspartnerinnen interviewpartner interviewteam gesprekspartner gesprekspartners interlocuteur interlocutrice interlocuteurs intervieweur intervieweurs entrevistador entrevistadora entrevistadores intervenants jury comite kommission commissie tribunal comision panelists
	estaran asistiran participaran seran hablaras conoceras tendras sera seront recevront participeront attendent ontvangen spreken verder natuurlijk ferner
	schwerpunkt fachrichtung fachgebiet spezialisierung fokus focus speciality specialty mention option specialite filiere especialidad enfoque zwaartepunt specialisatie aandachtsgebied trade compliance
	am pm uhr uur
	reminder erinnerung rappel recordatorio herinnering invitation einladung convocation invitacion uitnodiging confirmation bestatigung confirmed cancelled canceled updated accepted tentative rescheduled attendees participants guests organizer host teilnehmer teilnehmende invites`)

// A named is a name as it stands in a text.
type named struct {
	name       string
	next       int // token
	start, end int
	honorific  bool
	lone       bool // a first name by itself, and nobody says whose
	short      bool // the text has the first name, and the rest is known from elsewhere
}

// name reads the name of a person at token i: two to four words with capitals, what
// joins them, and the title before it.
func (w *words) name(i int) (named, bool) {
	n := named{start: w.at(i).start}
	small := -1 // where what stands behind a title in small letters begins: "mevrouw Maas"
	for titles[w.at(i).word] && w.at(i).kind == wordToken && (upper(w.word(i)) || smallTitles[w.at(i).word] && w.capital(i+1)) || n.honorific && w.is(i, ".") {
		if w.at(i).kind == wordToken && !upper(w.word(i)) {
			small = i + 1
		}
		if w.at(i).kind == wordToken && w.at(i+1).kind == lineToken {
			return n, false
		}
		n.honorific = true
		i++
	}
	count, joined := 0, 0
	last := i
	for j := i; j < i+12; j++ {
		t := w.at(j)
		switch {
		case t.kind == wordToken && j > i && w.gap(j):
			j = i + 12 // two blanks part the columns of a table
		case count == 0 && t.kind == wordToken && (called(t.word) || dayWords[t.word]):
			return n, false // "Vertriebsleiter Jonas Brandt"
		case count > 0 && t.kind == wordToken && titles[t.word] && w.is(j+1, "."):
			if count == 1 {
				return n, false // "Verlegerin Dr. Ute Sandmann" begins at her title
			}
			j = i + 12
		case t.kind == wordToken && w.capital(j) && (!noName[t.word] || particles[t.word] && count > 0) && !zoneAbbreviation(w.word(j)):
			if count++; count > 4 {
				return n, false
			}
			last = j + 1
			if utf8.RuneCountInString(w.word(j)) == 1 && w.is(j+1, ".") && w.at(j+1).tight {
				j++ // an initial
				last = j + 1
				if w.at(j+1).kind != wordToken || !w.capital(j+1) {
					count--
					last = j - 1
					j = i + 12
				}
			}
		case t.kind == wordToken && particles[t.word] && count > 0 && joined < 3:
			joined++
		case t.kind == signToken && (t.word == "-" || t.word == "'") && t.tight && w.at(j+1).tight && w.at(j+1).kind == wordToken && count > 0:
			if t.word == "'" && (w.is(j+1, "s", "m", "ll") || !w.capital(j+1)) {
				j = i + 12
			} else if w.capital(j + 1) {
				count-- // the next is part of the same word
				if t.word == "-" && noName[w.at(j+1).word] {
					return n, false
				}
			} else {
				j = i + 12
			}
		default:
			j = i + 12
		}
	}
	if count < 2 && !(n.honorific && count == 1) {
		return n, false
	}
	if small >= 0 && count > 1 {
		n.start = w.at(small).start
	}
	n.next, n.end = last, w.at(last-1).end
	if next := w.at(last); next.kind == wordToken && noName[next.word] && w.capital(last) && !w.gap(last) && firmWords[next.word] {
		return n, false // "Dana Wu Consulting"
	}
	n.name = strings.Join(strings.Fields(w.text[n.start:n.end]), " ")
	return n, utf8.RuneCountInString(n.name) <= 60
}

// called reports whether a word that begins with a capital says what somebody is or does,
// and is not the first of his name.
func called(word string) bool {
	for _, end := range []string{"leiter", "leiterin", "manager", "managerin", "chef", "chefin", "sprecher", "sprecherin", "referent", "referentin", "beauftragte", "beauftragter", "vorstand", "emos", "amos"} {
		if len(word) > len(end)+1 && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// firmWords make a firm of the name before them.
var firmWords = set("gmbh ag inc llc ltd limited corp corporation company sa sas sarl bv nv kg plc labs lab studio studios foods energy energie bank university school institute hospital clinic foundation stiftung agency agentur consulting conseil partners holding capital ventures technologies media networks industries instruments group solutions systems software recruiting team careers talent jobs hr interviews street avenue road room")

func (w *words) word(i int) string { t := w.at(i); return w.text[t.start:t.end] }

// capital reports whether a word begins with a capital.
func (w *words) capital(i int) bool {
	if w.at(i).kind != wordToken {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w.word(i))
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// gap reports whether more than a blank stands before a token.
func (w *words) gap(i int) bool {
	between := w.text[w.at(i-1).end:w.at(i).start]
	return len(between) > 1 && between != "\u00a0" && between != "\r"
}

// title reads what somebody is, behind his name: "(Head of Data)", ", Head of Data", ",
// our Category Director,", " - Head of Data" to the end of the line.
func (w *words) title(i int) (string, int) {
	switch {
	case w.is(i, "("):
		for j := i + 1; j < i+16 && w.at(j).kind != lineToken; j++ {
			if w.is(j, ")") {
				return cleanTitle(w.text[w.at(i).end:w.at(j).start]), j + 1
			}
		}
		return "", i
	case w.is(i, ",", "-", "|", ":"):
	default:
		return "", i
	}
	if w.is(i, "-") && w.at(i).tight {
		return "", i
	}
	j, line := i+1, false
	if _, ok := w.name(j); ok {
		return "", i // the next person
	}
	start := w.at(j).start
	for end := j + 14; j < end; j++ {
		t := w.at(j)
		if t.kind == lineToken {
			line = true
			break
		}
		if t.kind == numToken || t.kind == signToken && strings.Contains("()<;@!?|", t.word) {
			break
		}
		if t.kind == signToken && t.word == "." && !(w.at(j+1).tight && w.at(j+1).kind == wordToken) {
			break
		}
		if t.kind == wordToken && (stopsTitle[t.word] && !(t.word == "der" && isPost(w.at(j-1)) && w.capital(j+1)) || (t.word == "und" || t.word == "and" || t.word == "et" || t.word == "y" || t.word == "en") && (w.nameAt(j+1) || w.is(j+1, "me", "mir", "moi", "ich", "i", "ik", "yo", "conmigo", "ondergetekende"))) {
			break
		}
		if t.kind == signToken && t.word == "," && (w.nameAt(j+1) || !w.capital(j+1)) {
			break
		}
	}
	_ = line
	if j <= i+1 {
		return "", i
	}
	s := cleanTitle(w.text[start:w.at(j-1).end])
	if !posted(s) {
		return "", i
	}
	return s, j
}

// isPost reports whether a token is the word of a post: "Leiter der Kommunikation".
func isPost(t token) bool { return t.kind == wordToken && (postWords[t.word] || postEnd(t.word)) }

func (w *words) nameAt(i int) bool { _, ok := w.name(i); return ok }

// stopsTitle are the words that end a title in a sentence.
var stopsTitle = set(`sie elle ella zij hij will who is was are joins join on at for from with about via by to he she they next im am um wird fur mit per uber zum zur von sera est vous pour par avec sur le les se sera estara te le por para con sobre zal is op om voor met via over die der instead this please`)

// ours are what stands before a title in a sentence.
var ours = []string{"our ", "the ", "your ", "a ", "an ", "unser ", "unsere ", "unserem ", "unserer ", "notre ", "nuestro ", "nuestra ", "onze ", "ons ", "de ", "der ", "die ", "le ", "la ", "el "}

func cleanTitle(s string) string {
	s = strings.Trim(strings.Join(strings.Fields(s), " "), " ,;:-–—.|")
	for _, our := range ours {
		if len(s) > len(our) && strings.EqualFold(s[:len(our)], our) {
			s = s[len(our):]
			break
		}
	}
	if len(s) > 80 || strings.ContainsAny(s, "@/0123456789") && !strings.Contains(s, "/in") {
		return ""
	}
	switch fold(s) {
	case "he/him", "she/her", "they/them", "m/w/d", "video", "zoom", "teams", "google meet", "phone":
		return ""
	}
	return s
}

// posted reports whether a text names a post: it has a word of one.
func posted(s string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(fold(s), func(c rune) bool { return !unicode.IsLetter(c) }), func(w string) bool {
		return postWords[w] || postWords[strings.TrimSuffix(w, "in")] || strings.HasSuffix(w, "leiter") || strings.HasSuffix(w, "leiterin") || strings.HasSuffix(w, "manager")
	})
}

var postWords = set(`manager director engineer analyst lead leader head senior principal chief officer executive president vp svp ceo cto cfo coo cpo cmo cio founder cofounder owner partner partnerin associate coordinator specialist consultant architect developer designer scientist administrator supervisor advisor counsel editor writer strategist planner researcher accountant controller buyer recruiter recruiting talent hr people professor teacher nurse doctor producer programmer
	technician assistant representative lawyer paralegal operator trainer instructor lecturer intern apprentice trainee secretary translator therapist pharmacist physician electrician librarian journalist illustrator photographer chemist biologist geologist physicist economist statistician actuary auditor bookkeeper underwriter receptionist merchandiser
	leiter leiterin leitung geschaftsfuhrer geschaftsfuhrerin vorstand referent referentin entwickler entwicklerin berater beraterin vertriebsleiter personalreferentin personalleiter teamleiter teamleiterin fachbereich abteilung chefredakteur redakteurin ingenieurin gf
	directeur directrice responsable chef cheffe chargee charge ingenieur ingenieure fondateur fondatrice cofondateur cofondatrice gerant gerante da drh adjoint adjointe
	directora jefe jefa gerente ingeniero ingeniera fundador fundadora cofundador cofundadora encargada encargado coordinadora coordinador tecnica tecnico socio socia
	hoofd medewerker adviseur directie teamleider leidinggevende oprichter directeur-eigenaar bestuurder hr-adviseur team product data design marketing finance operations pm po chair chairman chairwoman trustee treasurer secretary owner eigenaar eigenaresse inhaber inhaberin griffier wethouder burgemeester betriebsrat betriebsratin prokurist prokuristin chairperson provost dean professor registrar conservator curator kurator kuratorin conservatrice conservateur jurist juristin avocat avocate abogado abogada`)

// bareName is a name without titles, its words in folded letters.
func bareName(name string) []string {
	var list []string
	for _, w := range strings.FieldsFunc(fold(name), func(c rune) bool { return strings.ContainsRune(" .,'’-\u00a0", c) }) {
		if !titles[w] && w != "" {
			list = append(list, w)
		}
	}
	return list
}

// sameName reports whether two names may be one person's: the same words in whatever
// order, or the same last one and the first of one among the other's.
func sameName(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 {
		return len(b) == 1 && a[0] == b[0]
	}
	for _, w := range a {
		if !slices.ContainsFunc(b, func(x string) bool { return x == w || len(w) == 1 && strings.HasPrefix(x, w) }) {
			return false
		}
	}
	return true
}
