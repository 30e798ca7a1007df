package prose

import (
	"slices"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/find"
)

// What is no interview of an applicant's whatever else the text says. The expressions read
// folded text.
var (
	// never are talks of another kind: those of patients, pupils, customers, of the
	// unemployed with who pays them, of whom a survey asks, of who learns to be interviewed.
	never = find.Lazy(`\b(?:(?:walk|go|talk|run) (?:you )?(?:through|about|over) (?:the|our|your) offer|discuss (?:the|your|our) offer|das (?:vertrags)?angebot (?:zu )?besprechen|(?:parler|discuter) de (?:notre|votre) offre|hablar de la oferta|het aanbod (?:te )?bespreken|your referees?|referenz(?:en|geber\w*)|\w*(?:karriere|berufs)berat\w*|career (?:advis|counsel|guidance)\w*|conseil\w* (?:en evolution|d'orientation)|orientador\w*|loopbaan(?:advies|begeleid\w*|gesprek)|lebenslauf durch|practi[cs]e (?:answers|questions)|uben (?:antworten|fragen)|bewerbungs-?check|cv[- ]check|prep(?:aration)? call|mentor(?:ing)? session|mentoring|live (?:zum thema|on air|a l'antenne|en antena)|zum thema .{0,40}befragen|radio\w*|redaktion|redaction|redaccion|newsroom|pressestelle|liebe mitglieder|vorstandssitzung|mitgliederversammlung|dear members|chers (?:membres|adherents)|beste leden|estimados socios|asamblea|wg-casting|flatshare|wohngemeinschaft|colocation|my (?:master's |bachelor )?thesis|masterarbeit|bachelorarbeit|memoire de|mi tesis|mijn scriptie|(?:neue[rnm]?|new|nouve(?:au|lle)|nuev[oa]|nieuwe) (?:kolleg\w+|colleague|team member|collegue|companer[oa]|collega)|startet als|open house|open evening|open day|meet the team evening|portes ouvertes|offenen tur|open dag|puertas abiertas|entretien de suivi|votre conseill\w+|francetravail|altersvorsorge|vorgespr[aä]ch am|nuchtern|versichertenkarte|krankenkasse\w*|praxisteam|zahnarzt\w*|carte vitale|cabinet (?:medical|dentaire)|consulta medica|su cita con (?:el|la) dra?|tarjeta sanitaria|verzekeringspas|huisarts|dentist\w*|hygienist|` +
		`klassenlehrer\w*|elterngesprach\w*|elternabend\w*|elternsprech\w*|schulleit\w*|parent[- ]teacher|homeroom|(?:reunions?|entretiens?|rencontres?) (?:individuels? )?parents|parents[- ](?:professeurs|enseignants)|(?:reunion|cita|entrevista|tutoria) (?:con|de) (?:los )?padres|tutoria|oudergesprek|ouderavond|mentor van (?:uw|je)|` +
		`bulletins? de (?:salaire|paie) et|trois derniers bulletins|votre conseill(?:er|ere) (?:bancaire|clientele)|conseill(?:er|ere) (?:bancaire|clientele|financi\w+)|kreditberat\w*|` +
		`uitkering\w*|uwv|arbeitsagentur|agentur fur arbeit|jobcenter|beratungsgesprach|arbeitsvermittl\w*|berufliche situation|pole emploi|france travail|conseiller emploi|sepe|oficina de empleo|job ?centre|work coach|universal credit|arbeitslos\w*|` +
		`mock[- ]interviews?|practice interviews?|interview practice|probe-?interview|ubungsinterview|simulation d'entretien|entretien (?:blanc|fictif)|simulacro\w*|entrevista de practica|oefen(?:gesprek|interview|sessie)|proefsollicitatie|bewerbungs(?:training|coaching|workshop|seminar)|bewerbungstraining|sollicitatietraining|training (?:solliciteren|sollicitatie\w*)|interview (?:coaching|training|workshop|masterclass|tips)|(?:karriere|career|bewerbungs|loopbaan)[- ]?coach\w*|` +
		`user (?:research )?interview|usability|nutzerinterview|(?:customer|discovery|research) interview|entretien utilisateur|entrevista de usuario|gebruikersinterview|gift ?cards?|vouchers?|gutschein\w*|bon d'achat|carte cadeau|vale de|tarjeta regalo|cadeaubon\w*|study participants?|taking part in (?:our|the|this) (?:study|research|survey)|marktforschung\w*|etude de marche|estudio de mercado|marktonderzoek|` +
		`visa (?:interview|appointment|section|office)|visumtermin|einburgerung\w*|naturali[sz]ation|` +
		`(?:wohnungs)?besichtigungstermin\w*|wohnungsbesichtigung|termin zur besichtigung|schufa|viewing of|flat viewing|(?:visite|location) de l'appartement|visita (?:al|del) piso|bezichtiging\w*|huurwoning\w*|room viewing|` +
		`on (?:the|our) show|zu gast bei|invite de l'emission|te gast in|lokalredaktion|chefredaktion|interview-?anfrage|interview (?:zum thema|uber|about the topic|sur le theme)|fur (?:unsere|die) (?:sendung|zeitung|ausgabe)|` +
		`exit interview|austrittsgesprach|austrittsinterview|entretien de (?:depart|sortie)|entrevista de salida|exitgesprek|stay interview|performance review|mitarbeitergesprach|jahresgesprach|feedbackgesprach|zielgesprach|entretien (?:annuel|d'evaluation|professionnel)|evaluacion (?:anual|del desempeno)|functioneringsgesprek|beoordelingsgesprek|probezeitgesprach|appraisal|` +
		`probetraining|schnupperkurs|yoga|tanzkurs|speed[- ]?(?:dating|interview\w*)|jobmesse|career fair|job fair|salon de l'emploi|feria de empleo|banenbeurs|banenmarkt|` +
		`on-demand (?:video )?interview|one-way (?:video )?interview|asynchron\w*|entretien (?:video )?differe|videointerview (?:in eigener|zeitversetzt)|entrevista en diferido|pre-?recorded|recording is (?:now )?available|cloud recording|` +
		`your first (?:working )?day|erste[rn]? arbeitstag|premier jour (?:de travail|chez)|primer dia de trabajo|eerste werkdag|reference (?:check|call)s?|referenzgesprach|informational (?:interview|chat|call)|kein (?:vorstellungs|bewerbungs)gesprach|not an interview|pas un entretien|no es una entrevista|geen sollicitatiegesprek|` +
		`invited you to an event|(?:live )?info(?:rmation)? session|candidate q&a|ask me anything)\b`)
	// foreign are words of other trades: they say so where nothing says that it is about a post.
	foreign = find.Lazy(`\b(?:patient\w*|sprechstunde|mortgage|hypothe\w+|baufinanzierung|hipoteca|besichtigung\w*|wohnung\w*|logement|podcasts?|journalist\w*|journaliste|periodista|fitness\w*|webinar\w*|livestream\w*|embassy|botschaft|consulat\w*|consulado|ambassade|embajada|praxis|clinic|klinik|schule|school|ecole|colegio|bank|banque|banco|versicherung|assurance|seguro|verzekering|notar\w*|rechtsanwalt|steuerberat\w*|werkstatt|garage|taller|friseur|verein|kirche|partei)\b`)
	// swindles are what no company asks an applicant for, and where none meets him.
	swindles = find.Lazy(`\b(?:(?:on|via|per|uber|por|sur) (?:telegram|signal|whatsapp)\b.{0,60}\b(?:interview|hr|manager|add)|(?:interview|vorstellungsgesprach|entretien|entrevista|gesprek)\b.{0,60}\b(?:on|via|per|uber|por|sur) (?:telegram|google hangouts|wire)|telegram (?:id|handle|username|app)|t\.me/|cheque for|check for your (?:equipment|home office)|gebuhr .{0,30}(?:uberweis\w+|bezahlen)|registration fee|processing fee|frais de dossier|western union|bitcoin|usdt|gift cards? to)\b`)
	// asksAfter asks somebody how his interview went, or wishes him luck.
	asksAfter = find.Lazy(`\b(?:how (?:did|was) (?:your|the) (?:\w+ )?interview|good luck (?:with|for|on|at) (?:your|the) interview|(?:wie|und wie) (?:lief|war|ist) .{0,20}(?:dein|ihr|das)\w* (?:vorstellungs|bewerbungs)?(?:gesprach|interview)|(?:viel gluck|daumen|toi toi) .{0,40}(?:gesprach|interview)|comment s'est passe|bonne chance pour ton entretien|(?:que tal|como te) .{0,20}(?:fue|ha ido|entrevista)|suerte (?:en|con) (?:tu|la) entrevista|hoe (?:ging|was) (?:je|jouw|het) .{0,20}(?:gesprek|interview|sollicitatie)|succes met je (?:gesprek|sollicitatie))\b`)
	// colleague asks the reader to interview somebody with him.
	colleague = find.Lazy(`\b(?:(?:mit|von|fur) (?:dem |der |unserem |unserer )?(?:bewerber|bewerberin|kandidat|kandidatin|kandidaten) \pL|(?:du|sie) (?:ubernimmst|ubernehmen|interviewst|interviewen) |kannst du .{0,80}(?:dabei sein|ubernehmen)|beim (?:vorstellungs|bewerbungs)gesprach .{0,40}dabei|lebenslauf hangt|seine? (?:unterlagen|bewerbung)|ihre? unterlagen findest|(?:with|of) (?:the |our )?(?:candidate|applicant)s? \pL|(?:can|could) you (?:join|sit in|cover|take) .{0,60}(?:interview|panel)|you'll (?:be )?(?:cover|interview)\w*|(?:his|her|their) (?:cv|resume|application)|avec (?:le|la) candidate? \pL|peux-tu .{0,60}(?:participer|mener|assister) .{0,40}entretien|son cv|con (?:el|la) candidat[oa] \pL|puedes .{0,60}(?:participar|acompanar|hacer) .{0,40}entrevista|su cv|met (?:de )?(?:kandidaat|sollicitant) \pL|kun je .{0,60}(?:aanschuiven|meedoen|erbij zijn)|(?:zijn|haar) cv)`)
	// certain names an interview for a post, and no other.
	certain = find.Lazy(`\b(?:\w*vorstellungsgesprach\w*|bewerbungsgesprach\w*|job interview|interviewers?|interview (?:panel|loop)|hiring manager|phone screen|recruiter (?:screen|call)|technical (?:interview|screen)|on-?site (?:interview|loop)?|panel interview|(?:first|second|third|final|next)[- ](?:round|stage)|entretien (?:d'embauche|de recrutement|technique)|entrevista (?:de trabajo|laboral|tecnica)|proceso de seleccion|sollicitatiegesprek\w*|selectiecommissie|probearbeiten|zweitgesprach|interview for the)\b`)
)

// ofPost reports whether something besides the word for a talk says that it is about a post:
// the role, an application, who hires, or what those are who will be there.
func (r *reader) ofPost(both string) bool {
	if r.role != "" || applying().MatchString(both) || certain().MatchString(both) || clerk().MatchString(fold(r.post)) || hires().MatchString(fold(r.m.Sender.Name)) {
		return true
	}
	if subject := plain(r.m.Subject); r.m.Calendar && interviewWords().MatchString(subject) && slices.ContainsFunc(r.m.Readers, func(name string) bool { return strings.Contains(subject, plain(name)) }) {
		return true
	}
	local, domain, _ := strings.Cut(strings.ToLower(r.m.Sender.Address), "@")
	if hires().MatchString(local) || domains.Tracking(domain) || domains.Tracking(mail.DomainOf(r.m.ReplyTo)) {
		return true
	}
	for _, n := range r.named {
		if title, after := r.title(n.next); title != "" && posted(title) || r.beside(n, after) != "" {
			return true
		}
	}
	return r.m.Reply && applying().MatchString(plain(r.m.Quoted))
}

// hires is what those are called who hire.
var hires = find.Lazy(`\b(?:talent\w*|recruit\w*|career\w*|karriere|hr|people|jobs|hiring|bewerb\w*|personal\w*|recrutement|rh|rrhh|seleccion|werving|vacature\w*|empleo|candidat\w*|interviews?|scheduling)\b`)

// otherwise reports whether a text is surely about no interview of the reader's.
func (r *reader) otherwise(both string) bool {
	never := func(s string) bool { return never().MatchString(s) }
	sender := plain(strings.NewReplacer("@", " ", ".", " ", "-", " ").Replace(r.m.Sender.Name + " " + r.m.Sender.Address))
	return (never(both) || never(sender)) && !(r.roleSaid && never(plain(r.role))) || foreign().MatchString(both) && !r.roleSaid && r.role == "" && !applying().MatchString(both) && !certain().MatchString(both) || swindles().MatchString(both) || asksAfter().MatchString(both) || colleague().MatchString(both)
}
