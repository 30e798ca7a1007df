package prose

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
	"afterword/mailwatch/recognize/odds"
)

// What shows that a text is about an interview of the reader's, or about something else.
// The expressions read folded text.
var (
	interviewWords = find.Lazy(`\b(?:(?:intro|introductory|screening|exploratory) (?:call|chat|conversation)|interview(?:s|ing)?|(?:phone|recruiter|technical|hr|first|video|coding|initial|screening) (?:screen\w*|round|call)|(?:final|second|third|next|last|interview) (?:round|stage)|on-?site|hiring manager (?:chat|call)|\w*vorstellungsgesprach\w*|bewerbungsgesprach\w*|kennenlerngesprach\w*|\w*interview|erstgesprach|zweitgesprach\w*|entretiens?|entrevistas?|sollicitatiegesprek\w*|kennismakingsgesprek\w*|vervolggesprek|probetag|schnuppertag|meeloopdag|bewerbertag|kennismaking|kennenlernen|kennenlerntermin|(?:erste|zweite|nachste|letzte)\w* (?:gesprach|runde)|(?:tweede|eerste|volgende|laatste) (?:gesprek|ronde)|(?:segunda|primera|siguiente|ultima) (?:fase|ronda|entrevista))\b`)
	applying       = find.Lazy(`\b(?:your application|for applying|you applied|candida\w+|applicants?|the (?:position|role|opening|vacancy)|(?:position|role) (?:of|as|at)|hiring|recruit\w*|talent acquisition|your (?:resume|cv)|next steps|bewerb\w*|stelle als|die stelle|ihre[rn]? bewerbung|lebenslauf|poste|recrutement|puesto|vacante|solicitud|seleccion|curriculum|functie|vacature|sollicit\w*|werving)\b`)
	readers        = find.Lazy(`\b(?:(?:our|your) meeting|(?:unser|ihr)\w* treffen|notre rencontre|nuestro encuentro|(?:for|to|of) (?:the|an|our) (?:\w+ )?interview\b|your (?:upcoming |scheduled |virtual |phone |video |final |second |first |next |\w+ )?(?:interview\w*|application|candidacy|conversation|onsite|phone screen)|interview(?:ing)? you|you for an? \w* ?interview|schedule (?:for|of) the|(?:ihr|dein|ihre|deine|ihrem|deinem|ihrer|deiner|unser|unserem) (?:\w+ )?(?:\w*gesprach|\w*interview|bewerbung|termin)|laden (?:wir )?(?:sie|dich)|(?:votre|ton|notre) (?:\w+ )?(?:entretien|candidature)|(?:tu|su|nuestra) (?:\w+ )?(?:entrevista|candidatura|solicitud)|(?:je|uw|jouw|ons|het) (?:\w+ )?(?:\w*gesprek|sollicitatie|interview)|uitgenodigd|nodig(?:en|t)? (?:wij |we |ik )?(?:je|u|jou)\b.{0,30}\buit)\b`)
	soft           = find.Lazy(`\b(?:(?:on se|se) (?:parle|voit|appelle)|nos vemos|estaremos|zie ik|spreken|erwarten|conversations?|chat\w*|calls?|ring you|phone|i'll ring|telefonieren|sprechen wir|ruft|talk\w*|speak\w*|meet|telefonat|anrufen|rufe|gesprach\w*|termin|kennenlernen|visio\w*|appel\w*|rendez-vous|echang\w*|llam\w+|reunion|charla\w*|videollamada|hablar\w*|conocer\w*|gesprek\w*|bel|bellen|kennismak\w*|afspraak|zoom|teams|video)\b`)
	// elsewhere is what else people are invited to.
	elsewhere = find.Lazy(`\b(?:podcasts?|on the show|our show|reporter|journalist\w*|for a story|my (?:story|article)|newspaper|zeitungsartikel|magazine interview|webinars?|web-?seminar|livestream\w*|live ?stream|join us live|save your seat|register now|en directo|en direct|entrevista exclusiva|exclusive interview|an interview with our|ein interview mit unser\w*|viewings?|apartment|two-bedroom|one-bedroom|landlord|wohnungsbesichtigung|besichtigung|visite de l'appartement|logement|alquiler|visita (?:al|del) piso|bezichtiging|huurwoning|` +
		`dentist\w*|dental (?:check|clean|appointment)|zahnarzt\w*|dentaire|odontolog\w*|tandarts\w*|hygienist\w*|clinic appointment|your appointment with dr|arzttermin|cita medica|rendez-vous medical|doctor's appointment|vaccin\w*|haircut|friseur\w*|coiffeur|peluqueria|kapper|massage|physio\w*|optician|augenarzt|` +
		`career fair|job fair|karrieremesse|jobmesse|salon de l'emploi|feria de empleo|banenmarkt|careers? event|open day|tag der offenen tur|hackathon|meet-?up|conference talk|networking|informational (?:interview|chat|coffee|call)|mock interview|practice interview|interview (?:practice|coaching|training|tips|prep(?:aration)? (?:course|class|webinar|workshop))|probeinterview|bewerbungstraining|simulation d'entretien|simulacro|oefengesprek|career coach\w*|` +
		`user (?:research )?(?:interview|study)|usability|research (?:study|participant)|customer interview|gift ?card|survey|umfrage|nutzerinterview|enquete|encuesta|exit interview|austrittsgesprach|stay interview|performance review|mitarbeitergesprach|jahresgesprach|entretien annuel|functioneringsgesprek|evaluacion del desempeno|` +
		`stand-?up|weekly|all[- ]hands|one[- ]on[- ]one|1:1|1-1|retro(?:spective)?|sprint|standing agenda|jour fixe|team meeting|teammeeting|teamrunde|reunion d'equipe|reunion de equipo|teamoverleg|weekstart|kick-?off|hiring sync|calibration|intake (?:call|meeting)|interview (?:feedback|debrief|training|panel debrief)|debrief call|visa (?:interview|appointment)|embassy|consulate|konsulat|consulat|citizenship|immigration|ind-afspraak|admissions? interview|school interview|parent-teacher|elternabend|elternsprechtag|mortgage|bank appointment|jury duty|volunteer\w* (?:interview|shift)|adoption|` +
		`yoga|gym|personal training|table for|reservation|reservierung|reserva|reservering|flight|booking reference|parcel|delivery (?:window|slot)|paket|lieferung|livraison|entrega|bezorg\w*|test drive|probefahrt|car service|werkstatt|inspection|handwerker|plumber|electrician|birthday|geburtstag|anniversaire|cumpleanos|verjaardag|wedding|dinner|brunch)\b`)
	coffee = find.Lazy(`\b(?:coffee|kaffee|cafe|koffie|lunch)\b`)
	// task is work to hand in, and record what was said once.
	task = find.Lazy(`\b(?:take-?home|coding (?:challenge|test)|assessment (?:link|is due|deadline)|due (?:by|on|at)|complete (?:it|the|this) .{0,40}(?:by|before)|hausaufgabe|probeaufgabe|arbeitsprobe|case study .{0,30}(?:by|due)|test technique a rendre|exercice a rendre|prueba .{0,30}entrega\w*|huiswerkopdracht|hackerrank|codility|codesignal|one-way video|hirevue|on-demand interview|pre-?recorded|recording (?:is|of|available)|transcript|aufzeichnung|enregistrement|grabacion|opname)\b`)
	// others says that somebody else is the candidate.
	others = find.Lazy(`\b(?:interview kit|scorecards?|score card|submit (?:your )?(?:feedback|evaluation|assessment)|your feedback on the candidate|candidate'?s? (?:resume|cv|profile|packet)|resume (?:is )?attached|(?:his|her|their|[a-z]+'s) (?:resume|cv) (?:is )?(?:attached|here|before)|review [a-z]+'s (?:resume|cv)|you(?:'re| are| have been|'ve been| will be)? (?:scheduled to )?interview(?:ing)? (?:the candidate|a candidate)|interviewer (?:guide|training|instructions)|you are (?:on the panel|an interviewer|interviewing)|as (?:an )?interviewer|interviewleitfaden|bewertungsbogen|beurteilungsbogen|bewerberunterlagen|unterlagen de[rs] bewerber\w*|bewerber(?:in)? fur (?:unser|die|das) team|lebenslauf de[rs] (?:bewerber\w*|kandidat\w*)|lebenslauf (?:im anhang|anbei|ist angehangt)|grille d'(?:evaluation|entretien)|(?:cv|dossier) (?:du|de la) candidat\w*|votre avis sur (?:le|la) candidat\w*|guia de entrevista|(?:cv|curriculum) (?:del|de la) candidat\w*|evalua\w* (?:al|a la|del|de la) candidat\w*|beoordelingsformulier|cv van (?:de )?kandidaat|de kandidaat|(?:die|zwei|drei|beiden) (?:kandidaten|bewerber\w*|kandidatinnen) .{0,60}kommen|(?:les|deux) candidat\w* (?:viennent|arrivent)|(?:los|dos) candidat\w* vienen|(?:de|twee) kandidaten komen|the (?:two |three )?candidates (?:are coming|come|arrive)|feedback (?:to|in) (?:greenhouse|lever|ashby|workday))\b`)
	// notAddressed is what looks like the same and is said of the company's own people, or
	// of what the reader has as a candidate.
	notAddressed = find.Lazy(`\byour candidate (?:profile|portal|packet|account|page)|\b(?:our|the|all|your) (?:interviewers?|panel\w*|team|colleagues|hiring manager) (?:to|will|must|should|can|are asked to|have to) (?:\w+ )?submit\w* (?:their |the )?(?:feedback|evaluations?)|\b(?:they|we) (?:will )?submit\w* (?:their |our )?(?:feedback|evaluations?)`)
	// mine begins what somebody tells of an interview of his own.
	mine = find.Lazy(`\b(?:my (?:own )?(?:job )?interview (?:is|on|at|with|for|next|tomorrow|went|this)|i(?:'ve| have)(?: got)? (?:an?|my) (?:job |second |first |final )?interview\b|mein (?:vorstellungsgesprach|bewerbungsgesprach|interview)|ich (?:habe|hab) .{0,40}(?:ein|mein)(?:en)? (?:vorstellungsgesprach|bewerbungsgesprach|interview\b)|mon entretien|j'ai (?:un|mon|cet) entretien|mi entrevista|tengo (?:la|una|mi) entrevista|me hacen la entrevista|mijn (?:sollicitatiegesprek|sollicitatie|gesprek bij)|ik heb .{0,40}(?:een|mijn) (?:sollicitatiegesprek|sollicitatie))\b`)
	// retells says of an interview how it went.
	retells = find.Lazy(`\b(?:(?:interview|conversation|call|screen)\b[^.!?;]{0,40}\b(?:was (?:\w+ )?(?:great|good|bad|fine|ok|odd|weird|awful|terrible|fun|hard|easy|a )|went|has been (?:great|good|bad|fine))|(?:gesprach|interview|vorstellungsgesprach)\b[^.!?;]{0,40}\b(?:war|lief|ist .{0,20}gelaufen)|entretien\b[^.!?;]{0,40}\b(?:a ete|etait|s'est)|entrevista\b[^.!?;]{0,40}\b(?:fue|ha sido|estuvo|salio)|gesprek\b[^.!?;]{0,40}\b(?:was|ging|verliep|is .{0,20}gegaan)|how did (?:your|the) interview go|and yours\?|et le tien|y la tuya|und dein(?:e?s)?\b.{0,20}\?|en (?:die van jou|dat van jou))\b`)
	// courses are what people sign up for, and signsUp is what is said of that.
	courses = find.Lazy(`\b(?:work-?shops?|ateliers?|talleres|taller|masterclass|seminar\w*|kurs|cursus|course|bootcamp|lecture|vortrag|encuentro|rencontre-debat)\b`)
	signsUp = find.Lazy(`\b(?:ponente|ponencia|keynote|speakers?:|conferencier\w*|spreker|(?:votre|ton|your|ihre|deine|tu|su|je|uw) (?:inscription|registration|anmeldung|inscripcion|aanmelding|ticket|teilnahmeplatz)|(?:you are|you're|sie sind|vous etes|estas|u bent|je bent) (?:now )?(?:registered|signed up|angemeldet|inscrite?|inscrit[ao]|aangemeld)|waiting list|wait-?list|warteliste|liste d'attente|lista de espera|wachtlijst|aforo|teilnahmegebuhr|eintritt frei|tienes un evento|our next event)\b`)
	// press is what is asked for a paper or a programme.
	press = find.Lazy(`\b(?:(?:voor|in) (?:onze|de) (?:rubriek|krant|uitzending|serie)|(?:fur|in) (?:unsere[rn]?|die) (?:rubrik|zeitung|sendung|serie|zeitschrift|ausgabe)|(?:pour|dans) (?:notre|la|le) (?:rubrique|journal|emission|magazine|revue|chronique)|(?:para|en) (?:nuestr[ao]|la|el) (?:seccion|periodico|programa|revista|reportaje|diario)|for (?:our|the|my) (?:column|paper|magazine|newspaper|series|programme|show|feature|blog)|fotogra(?:f|af|fin|fo|phe)|photographer|het stuk|der artikel|(?:den|dein|ihr) (?:artikel|portrat)|l'article|el articulo|el reportaje|het artikel|the (?:piece|article|feature) (?:is|will|comes|appears|runs)|verschijnt|erscheint (?:am|in)|(?:sera|est) publiee?|se publica\w*|off the record|on the record|zitat\w* freigeben|redactie|redaktion\w*|la redaction|redaccion|hors antenne)\b`)
	// interviewsWhom is whom somebody is to interview.
	interviewsWhom = find.Lazy(`\b(?:[Yy]ou(?:'re| are| have been|'ve been| will be|'ll be)? (?:scheduled to |going to |to )?interview(?:ing)?|[Pp]lease interview|[Ii]nterview of|[Ii]nterviewing) (\p{Lu}[\pL'-]+ \p{Lu}[\pL'-]+)`)
	candidateLine  = find.Lazy(`(?im)^\W*(?:candidate|applicant|kandidat(?:in)?|bewerber(?:in)?|candidate? ?|candidat(?:e)? ?|candidato|candidata|kandidaat|sollicitant)\s*:\s*([^\n,(|]{3,60})`)
	panelLine      = find.Lazy(`(?im)^\W*(?:interview )?(?:panel|interviewers?|gesprächsführung|intervieweur|entrevistadores|interview(?:er)?s team)\s*:\s*([^\n.]{3,200})`)
)

// agrees says yes to a time that the reader proposed.
var agrees = find.Lazy(`\b(?:let's (?:go with|do|say|make it)|sounds good|works (?:great|perfectly|well|for)|(?:mon|tues|wednes|thurs|fri)day it is|it is[.!]|passt (?:super|gut|prima|perfekt)|steht[.!,]|(?:super|prima|perfekt|top|wunderbar), dann|machen wir|c'est (?:cale|note|parfait|bon)|parfait pour|ca marche|va pour|perfecto|genial|quedamos|de acuerdo|top|helemaal goed|prima|dan doen we|doen we|afgesproken|akkoord|perfect)(?:\b|$)`)

// lined is a line of an agenda: a time, and a name behind it.
var lined = regexp.MustCompile(`(?m)^[\s•*|-]*\d{1,2}[:.h]\d{2}\b[^\n]{0,60}?\p{Lu}\pL+ \p{Lu}\pL+`)

// scheduled reports whether the text has an agenda: two lines with a time and somebody.
func (r *reader) scheduled() bool { return len(lined.FindAllStringIndex(r.text, 2)) == 2 }

// enough is the weight from which a text is about an interview of the reader's by the rules.
const enough = 4

// A sign is something that holds of a text, and what it weighs by the rules.
type sign struct {
	name   string
	holds  bool
	weight int
}

// signs are what shows that a text is about an interview in which the reader is the
// candidate, or about something else; what bars it is sure to be.
func (r *reader) signs(subject, text string) (list []sign, barred bool) {
	both := subject + "\n" + text
	domain, local := mail.DomainOf(r.m.Sender.Address), strings.ToLower(r.m.Sender.Address)
	inSubject, inText := interviewWords().MatchString(subject), interviewWords().MatchString(text)
	moved := moves().MatchString(both) || callsOff().MatchString(both)
	of := r.ofPost(both)
	likes := soft().MatchString(both)
	course := courses().MatchString(both) && !courses().MatchString(plain(r.firm))
	told := !r.m.Interview && !r.m.Calendar && retells().MatchString(text) && !moved
	list = []sign{
		{"subject names one", inSubject, 3},
		{"both name one", inSubject && inText, 1},
		{"text names one", !inSubject && inText, 2},
		{"applying", applying().MatchString(both), 2},
		{"the reader's", readers().MatchString(both), 2},
		{"role said", r.roleSaid, 2},
		{"role in subject", r.roleSaid && soft().MatchString(subject), 1},
		{"role", !r.roleSaid && r.role != "", 1},
		{"tracking", domains.Tracking(domain) || domains.Tracking(mail.DomainOf(r.m.ReplyTo)), 2},
		{"talk", likes, 1},
		{"talk with a post", likes && r.post != "" && r.m.Interview, 1},
		{"kind", r.m.Interview, 2},
		{"reply", r.m.Reply && !r.m.List, 1},
		{"reply about a role", r.m.Reply && !r.m.List && r.role != "" && !r.roleSaid, 1},
		{"agrees", r.m.Reply && !r.m.List && agrees().MatchString(text), 1},
		{"hires", clerk().MatchString(fold(r.post)) || hires().MatchString(fold(r.m.Sender.Name)) || hires().MatchString(local), 1},
		{"agenda", r.scheduled(), 2},
		{"elsewhere", elsewhere().MatchString(both), -5},
		{"retells", told, -3},
		{"signs up", signsUp().MatchString(both) || !r.roleSaid && (press().MatchString(both) || course), -6},
		{"no post", !of && !moved && !mustMove().MatchString(both), -2},
		{"task", task().MatchString(both) && !r.m.Calendar, -4},
		{"coffee", coffee().MatchString(subject), -3},
		{"list", r.m.List, -4},
		{"calendar", r.m.Calendar, 0},
		{"robot", r.robot, 0},
		{"team", r.team, 0},
		{"post", r.post != "", 0},
		{"others'", others().MatchString(notAddressed().ReplaceAllString(both, " ")), 0},
		{"told", mine().MatchString(both), 0},
		{"otherwise", r.otherwise(both), 0},
	}
	for _, s := range list[len(list)-3:] {
		barred = barred || s.holds
	}
	return list, barred
}

// How likely it must be that it is the reader's: where the rules say so, where they do not,
// and where something is said that bars it.
const (
	likelyWhoseByRule = 0.3
	likelyWhose       = 0.4
	surelyWhose       = 0.6
)

// candidate reports whether the text is about an interview in which the reader is the
// candidate.
func (r *reader) candidate(slots []slot) bool {
	if d := mail.DomainOf(r.m.Sender.Address); d != "" && !domains.Free(d) && r.m.Own != nil && r.m.Home(d) {
		return false // the reader's own employer
	}
	if r.somebodyElse() {
		return false
	}
	subject, text := plain(r.m.Subject), plain(r.text)
	signs, barred := r.signs(subject, text)
	score := 0
	for _, s := range signs {
		if s.holds {
			score += s.weight
		}
	}
	takes := score >= enough && !barred
	times := r.timesOf(slots)
	cues := whoseCues(subject, text, times)
	for _, s := range signs {
		cues.Flag(s.name, s.holds)
	}
	cues.Add("score", strconv.Itoa(max(-6, min(12, score))))
	cues.Flag("takes", takes)
	switch p := r.weigh(Question{Kind: Whose, Cues: cues, Takes: takes, Timed: len(times) > 0 || callsOff().MatchString(text)}); {
	case takes:
		return p > likelyWhoseByRule
	case r.m.Interview && !barred:
		return p > likelyWhose
	default:
		return p > surelyWhose
	}
}

// timesOf are the sentences that name a time at which something may be.
func (r *reader) timesOf(slots []slot) (list []string) {
	for _, s := range slots {
		if text := r.sentences[s.sentence].plain; !s.aside && !s.old && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}

// How many words of subject and text are looked at.
const (
	wordsOfSubject = 20
	wordsOfText    = 250
)

// parts parts words.
func parts(c rune) bool { return strings.ContainsRune(" ,.;:()!?\n\"'-/", c) }

// whoseCues are the words by which a text is about an interview of the reader's.
func whoseCues(subject, text string, times []string) *odds.Cues {
	c := &odds.Cues{}
	add := func(place, s string, most int) {
		last := ""
		for i, w := range strings.FieldsFunc(s, parts) {
			if i == most {
				break
			}
			if w[0] >= '0' && w[0] <= '9' {
				w = "0"
			}
			w = stem(w)
			c.Add(place, w)
			c.Add(place, last, w)
			last = w
		}
	}
	add("subject", subject, wordsOfSubject)
	add("text", text, wordsOfText)
	c.Add("times", strconv.Itoa(min(3, len(times))))
	for _, s := range times {
		add("time", s, wordsOf)
	}
	return c
}

// somebodyElse reports whether somebody else is named as the candidate, or the reader as
// one who interviews.
func (r *reader) somebodyElse() bool {
	for _, m := range candidateLine().FindAllStringSubmatch(r.text, 5) {
		if isName(clean(m[1])) && !r.own(clean(m[1]), "") {
			return true
		}
	}
	for _, text := range []string{r.m.Subject, r.text} {
		for _, m := range interviewsWhom().FindAllStringSubmatch(text, 5) {
			if !r.own(m[1], "") && isName(m[1]) {
				return true
			}
		}
	}
	for _, m := range panelLine().FindAllStringSubmatch(r.text, 5) {
		for _, one := range split(m[1], ",", " and ", " und ", " et ", " y ", " en ", "&", ";", "(") {
			if r.own(one, "") {
				return true
			}
		}
	}
	// "Interview: Jo Park / Ops Analyst": the candidate of that is not the reader, unless
	// the company or one of its people stands first.
	if c := r.m.Guest; c != "" && !r.own(c, "") {
		return strings.Contains(plain(r.m.Subject), plain(c))
	}
	return false
}
