package prose

import (
	"strings"

	"afterword/mailwatch/recognize/find"
)

// What a sentence does with a time. The expressions read folded text: lower case,
// without accents.
var (
	proposes = find.Lazy(`\b(?:would any of|any of (?:these|the following|those)|which (?:of|time|slot|one|works)|are you (?:free|available)|(?:could|can) (?:you|we) (?:do|make|talk|meet|speak|move|have|find)|(?:do|does|would|will) .{0,80}\b(?:work|suit)\b|what about|how about|` +
		`let (?:me|us) know (?:which|what (?:works|time)|if any|your availab|when)|(?:choose|pick|select) (?:a|an|one|your|from|the)|book (?:a|your) (?:slot|time)|your availability|available (?:times|slots)|(?:i|we) (?:can |could |would )?(?:propose|suggest|offer)|any chance|here are (?:some|a few|the|my|our) (?:times|slots|options)|following (?:times|slots|options)|` +
		`passt (?:ihnen|dir|es|das|einer)|wurde .{0,60}passen|hatten? (?:sie|du) (?:zeit|da)|hast du (?:zeit|da)|haben sie .{0,40}zeit|konnten? (?:sie|wir) .{0,60}\?|welche[rn]? (?:termin|der|davon)|zur auswahl|terminvorschl\w+|folgende termine|schlage[n]? .{0,40}\bvor\b|wie ware|anbieten|` +
		`(?:seriez|etes)[- ]vous (?:disponible|libre)|(?:es|serais)[- ]tu (?:dispo|libre)|(?:vous|te) convien|t'irait|ca te va|lequel|quel creneau|plusieurs creneaux|creneaux suivants|(?:vous|te) propos|pourriez[- ]vous|dites[- ](?:moi|nous) (?:lequel|ce qui)|` +
		`(?:te|le|os) (?:viene|vendria|va|iria) bien|podria[sn]? .{0,50}\?|tienes? disponibilidad|estarias? (?:disponible|libre)|cual (?:de|te|le)|opciones|te propon|le propon|proponemos|que tal|` +
		`schikt|komt .{0,50}\buit|past .{0,40}\b(?:je|jou|u)\b|zou (?:je|u) .{0,50}kunnen|kun (?:je|u)|kunt u|welk(?:e)? (?:moment|tijd|van|optie)|voorstel\w*|opties|stellen .{0,30}voor)\b|terminvorschlag|creneaux?:`)
	choice   = find.Lazy(`\b(?:which|choose|pick|select|let (?:me|us) know (?:which|what|if any)|any of (?:these|those|them)|welche[rn]?|auswahl|auswahlen|aussuchen|lequel|choisi\w*|cual|elige|elija|escoge|welk\w*|kies|keuze|passt|convien\w*|schikt)\b`)
	confirms = find.Lazy(`\b(?:confirm(?:ed|ing|s)?|confirmation|scheduled|booked|all set|it is[!.,]|is set|set for|see you|we have you down|let'?s do|looking forward|locked in|works (?:great|perfectly|well)|` +
		`bestatig\w*|vereinbart|eingeplant|geplant|laden (?:sie|dich) .*ein|eingeladen|es bleibt bei|festgehalten|steht fest|confirm(?:e|ons|er|ee?)|cale|fixe|convenu|planifie\w*|c'est note|confirma\w*|programad\w+|agendad\w+|quedamos|citad\w|te esperamos|le esperamos|bevestig\w*|ingepland|gepland|uitgenodigd|afgesproken|staat vast|verwachten)\b`)
	recalls = find.Lazy(`\b(?:(?:great|good|nice|lovely|wonderful|pleasure|enjoyed) (?:speaking|talking|meeting|chatting|to (?:meet|speak|talk)|having)|thank(?:s| you) (?:so much |very much |again )?for (?:your time|the time|taking the time|interviewing|speaking|meeting|talking|coming|joining|attending|having)|(?:we|you|i) (?:spoke|met|talked|interviewed|discussed)\b|` +
		`danke? fur (?:das|ihr|dein|unser) .{0,20}(?:gesprach|interview)|hat mich gefreut|hat uns gefreut|merci (?:pour|de) (?:votre temps|notre echange|l'entretien|cet echange|votre venue)|suite a (?:notre|votre) (?:entretien|echange|rencontre|conversation|rendez-vous|appel)|gracias por (?:tu tiempo|la entrevista|la conversacion|su tiempo|venir|la charla)|bedankt voor (?:het|je|uw|ons) (?:gesprek|tijd|komst)|terugkijk\w*)\b`)
	callsOff = find.Lazy(`\b(?:(?:is|are) (?:now |sadly )?off\b|(?:there will be|there is|there's|will be|have) no (?:\w+ )?(?:interview|call|meeting)|(?:gibt es|wird es|haben wir) .{0,20}kein\w* (?:gesprach|interview|termin|vorstellungsgesprach)|(?:pas|plus) d'entretien|no habra (?:\w+ )?entrevista|geen (?:gesprek|interview|afspraak)|cancel(?:l?ed|l?ing|l?ation)?|call(?:ed|ing)? off|(?:will not|won't|cannot|can't|can not|does not|doesn't|is not|isn't) (?:be able to )?(?:take place|taking place|go ahead|going ahead|happening|happen)|(?:need|have|had) to (?:postpone|put)|(?:been|is|are|be) (?:postponed|put on hold|on hold)|no longer (?:taking place|take place|going ahead)|` +
		`(?:can't|cannot|can not) (?:do|make) (?:it )?(?:today|tomorrow|this|mon|tue|wed|thu|fri|\w+day|our|the)\b|abgesagt|absagen|absage (?:des|ihres|deines|unseres)|entfallt|entfallen|fallt .{0,40}\baus|findet .{0,80}nicht statt|nicht stattfinden|storniert|stornierung|ausfallen|` +
		`annul\w+|n'aura (?:finalement |malheureusement )?pas lieu|pas avoir lieu|pas se tenir|est suspendu\w*|` +
		`cancel(?:ar|ada|ado|amos|acion)|anula\w*|no (?:se )?(?:podra|va a|puede|tendra)(?: poder| a)? ?(?:celebrar\w*|realizar\w*|tener lugar|lugar|hacer\w*)|se suspende|suspendid\w|en pausa|` +
		`geannuleerd|annulering|afgezegd|afzeggen|(?:gaat|gaan) .{0,60}niet door|niet door(?:gaan)?\b|komt te vervallen|vervalt|geschrapt)\b`)
	moves = find.Lazy(`\b(?:re-?schedul\w+|(?:been|was|is|has|have|have it|be|to) moved? (?:to|from)|mov(?:e|ed) (?:your|the|our|it|this|up|back)|moving (?:your|the|our|it|this|us)|(?:has|have) (?:been )?changed|new (?:time|date|slot|interview time)|change (?:for|to|of|in)|changed (?:to|from|:)|instead|push(?:ed|ing)? .{0,20}back|shift(?:ed|ing)?|updated (?:invitation|time|interview|event)|time change|brought forward|postponed? .{0,30}(?:to|until)|` +
		`verschoben|verschieb\w+|verleg(?:t|en|ung)|neuer? (?:termin|uhrzeit|zeit)|terminanderung|geandert|statt (?:wie|um|am|dienstag|montag|mittwoch|donnerstag|freitag)|anstatt|vorverlegt|vorziehen|umgebucht|aktualisiert\w*|` +
		`report(?:e|er|ons|ee|es)|passe (?:au|a) (?:lundi|mardi|mercredi|jeudi|vendredi)|decal\w+|deplac\w+|nouve(?:l|au|lle) (?:horaire|creneau|date|heure|rendez)|modification|modifie\w*|avanc(?:e|er|ons|ee)|changement|au lieu d\w*|mis\w* a jour|` +
		`pasa(?:mos)? (?:la entrevista )?(?:al?|para)\b|se pasa\b|reprogram\w+|aplaz\w+|cambi(?:o|a|ar|ado|ada|amos)|nueva (?:fecha|hora)|nuevo (?:horario|dia)|mover|movid\w|movemos|traslad\w+|adelant\w+|pospon\w+|pospuest\w|en lugar de|en vez de|actualizad\w|` +
		`gaat (?:van|naar) (?:\w+dag)|verzet\w*|verplaats\w*|verschoven|verschuiv\w*|nieuwe? (?:tijd|datum|afspraak|tijdstip)|gewijzigd\w*|wijziging|in plaats van|omgezet|vervroeg\w+)\b`)
	mustMove = find.Lazy(`\b(?:(?:need|have|had) to (?:re-?schedule|postpone|move|push)|(?:been|be|is) postponed|muss(?:en|te)?\b.{0,120}(?:verschieben|verlegen|verschoben|verlegt)|(?:devons|dois|devoir|faut) .{0,40}(?:reporter|decaler|deplacer)|(?:tenemos|tengo|debemos) que .{0,30}(?:aplazar|reprogramar|posponer|mover|cambiar)|(?:moeten|moet) .{0,60}(?:verzetten|uitstellen|verplaatsen|verschuiven))\b`)
	reminds  = find.Lazy(`\b(?:reminder|remind(?:ing)?|erinner\w*|rappel|rappelons|rappelle que|recordatorio|recordar(?:te|le|os)|recordamos|herinner\w*)\b`)
	// offers stands in what a message offers for a case that may come: "if you need to
	// cancel, click here".
	offers = find.Lazy(`\b(?:if|in case|should you|whenever|falls|wenn (?:sie|du|ihnen|dir|es)|sollten? (?:sie|du)|solltest|en cas d\w*|si (?:vous|tu|necesit\w*|tiene\w*|no (?:pu\w*|te|le)|desea\w*|quier\w*|besoin|ce|cette|esta|este|la)|pour (?:annuler|modifier|reporter|deplacer|changer)|para (?:cancelar|cambiar|modificar|reprogramar|anular)|als (?:je|u|dat|het|dit)|mocht|wil(?:t)? (?:je|u)|to (?:re-?schedule|cancel|change)\b.{0,60}\b(?:click|visit|use|follow|link|reply|please|contact|here)|need to (?:make a change|re-?schedule\?|cancel\?)|(?:re-?schedule|cancel|modify|change) (?:or|/|and) (?:re-?schedule|cancel|your)|can (?:cancel|re-?schedule)|you may (?:cancel|re-?schedule)|need to (?:cancel|re-?schedule) or|please (?:cancel|reschedule)|will (?:get|receive|send)|bekommen sie|erhalten sie|recevrez|recibira\w*|ontvang\w*)\b|https?://|\b(?:hier|here|ici|aqui) ?:|\babmelden\b|^(?:re-?schedule|cancel|umbuchen|stornieren|annuler|cancelar|annuleren|verplaatsen)(?: \w+){0,3}$`)
	// unless stands where a proposal holds if nobody objects.
	unless = find.Lazy(`\b(?:schon (?:einmal |mal )?(?:fur (?:sie|dich) )?(?:reserviert|vorgemerkt|eingetragen|geblockt)|(?:have|'ve) already (?:booked|reserved|updated|moved|sent)|(?:j'ai|nous avons) deja (?:reserve|bloque|note)|ya (?:he|hemos) (?:reservado|bloqueado)|alvast (?:gereserveerd|vastgezet|ingepland)|unless (?:i|we|you|that)|(?:if|should) (?:i|we) (?:do not|don't|not) hear|sauf (?:avis|contre|indication)|sans (?:reponse|nouvelles|retour) de|si no (?:nos |me )?(?:dices|dice|decis|avisas|avisa|oimos|recibimos)|salvo (?:que|aviso)|sofern (?:sie|du|wir|ich) (?:nichts?|sich nicht|uns nicht)|wenn (?:wir|ich) nichts .{0,20}(?:horen|hore)|ohne (?:gegenteilige|ruckmeldung)|falls (?:wir|ich) nichts|tenzij (?:je|u|we|wij|ik)|zonder (?:tegenbericht|bericht))\b`)
	// finishes stands before the time at which a meeting ends.
	finishes = find.Lazy(`\b(?:(?:finish\w*|end(?:s|ing)?|done|over|wrap\w* up|through|conclude\w*) (?:by|at|around|before|about)|(?:until|till)|(?:endet|ende|fertig|schluss|zu ende|fin\w*|termin\w+|acab\w+|klaar|eindig\w*|afgelopen|einde|duurt) (?:ist |sein |wird |is |zijn )?(?:gegen|um|bis|spatestens um|vers|a|sobre las|hacia las|a las|prevue (?:a|vers)|om|rond|tegen|tot|uiterlijk om))(?: about| around| etwa| circa| ongeveer| environ)? ?$`)
	// notBegun stands before times at which something else is than the interview.
	aside     = find.Lazy(`\b(?:office hours|opening hours|business hours|we are open|reach (?:me|us|out)|call us|erreichbar|offnungszeiten|sprechzeiten|joignable|horario de atencion|localizable|bereikbaar|arrive (?:at|by)|be there (?:at|by)|doors open|deadline|expires|abgabe|submit|einreichen|rendre|entregar|inleveren|sent (?:on|at)|received|created|lunch (?:break|at|from)|due)\b`)
	stays     = find.Lazy(`\b(?:(?:time|date|everything else|schedule|rest)\b.{0,40}(?:stays?|remains?|unchanged|the same|is not changing|does not change)|same (?:time|date|day and time)|no change to the (?:time|date)|(?:uhrzeit|termin|zeit|zeitpunkt)\b.{0,40}(?:bleib\w+|unverandert)|(?:horaire|heure|date)\b.{0,40}(?:inchange\w*|ne change|reste\w*|identique)|(?:hora|horario|fecha)\b.{0,40}(?:no cambia|se mantiene|la misma|el mismo|sigue)|(?:tijd|tijdstip|datum)\b.{0,40}(?:blijf\w*|ongewijzigd|hetzelfde))\b`)
	tentative = find.Lazy(`\b(?:tentativ\w*|pencil\w* (?:you |it )?in|(?:calendar )?hold\b.{0,20}(?:for|:)|placeholder|to be confirmed|tbc|vorlaufig\w*|unter vorbehalt|vorgemerkt|blocker|provisoire\w*|sous reserve|a confirmer|provisional\w*|pendiente de confirma\w*|voorlopig\w*|onder voorbehoud|optie op)\b`)
	former    = find.Lazy(`(?:\binstead of|\b(?:and|but) not|\bet non|\bno longer|\bnicht (?:mehr|wie)|\bund nicht|\b(?:et )?non (?:plus|pas)|\bet pas|\by no|\bya no|\ben niet|\bniet (?:meer|zoals)|\brather than|\boriginally(?: scheduled)?|\bpreviously|\bold (?:time|date)|\bwas:?|\bstatt|\banstelle|\banstatt|\bvorher|\bursprunglich\w*|\bbisher\w*|\balter termin|\bau lieu d\w*|\binitialement|\bancien\w*|\bprevu\w*|\ben (?:lugar|vez) d\w*|\binicialmente|\bprevist\w*|\bantes|\banterior|\bin plaats van|\boorspronkelijk\w*|\boude? \w*|\beerder)[ :,]*(?:prevu\w*|prevista|geplant\w*|scheduled|for|le|del?|den|am|um|on|at|the|las?|el|a|van|om|op|date|time|,|:| )*$`)
	arrives   = find.Lazy(`(?:\bto|\bauf|\bau|\bal?|\bpara|\bnaar|\buntil|\bfor|\bnew \w+|\bneue\w* \w+|\bnouve\w+ \w+|\bnueva? \w+|\bnuevo \w+|\bnieuwe \w+)[ :,]*(?:the|den|dem|le|el|las?|de|am|on|um|at|:| )*$`)
	// sameHour keeps the hour.
	sameHour = find.Lazy(`\b(?:same (?:time|hour)|(?:gleiche|selbe)\w* (?:uhrzeit|zeit|stunde)|(?:zur|um die) (?:gleichen|selben) (?:uhrzeit|zeit)|meme heure|misma hora|zelfde (?:tijd|tijdstip|uur))\b`)
	// renews stands before the new time.
	renews = find.Lazy(`\b(?:new|neue\w*|nouve\w+|nuev[oa]s?|nieuwe?) (?:time|date|slot|appointment|interview time|termin|zeit|uhrzeit|datum|horaire|date|creneau|heure|rendez-vous|fecha|hora|cita|horario|tijd|tijdstip|afspraak|moment)\b[^.!?]{0,30}$`)
	bounds = find.Lazy(`(?:\bby|\bbefore|\bafter|\buntil|\bno later than|\bbis(?: spatestens)?|\bspatestens|\bvor|\bnach|\bab|\bavant|\bapres|\bd'ici|\bjusqu'a|\bantes de|\bdespues de|\bhasta|\ba partir de|\bvoor|\buiterlijk|\bna|\bvanaf|\btot)[ ,]*(?:las?|um|om|at|the|den|le|el|am|on|,| )*$`)
)

// A stance is what a text does with its times.
type stance struct {
	action    string // new, move, cancel or reminder
	unsettled bool   // it must move, and nobody says when to
	tentative bool
}

// advances is how somebody is moved on, and not what he was invited to.
var advances = find.Lazy(`\b(?:mov\w+|advanc\w+) (?:you )?(?:on |forward |ahead |along )?(?:in|to|into|with) (?:the|our|a|your)? ?(?:\w+ )?(?:final|next|second|third|technical|last|interview|hiring|process|round|stage|panel)\b`)

// off reports whether a sentence says with re that something is so, not that it may
// come to it.
func says(s sentence, re interface{ FindStringIndex(string) []int }) bool {
	at := re.FindStringIndex(s.plain)
	return at != nil && !offers().MatchString(s.plain) && !s.asks
}

// stanceOf says what subject and sentences do. The subject counts as a sentence.
func stanceOf(subject string, all []sentence) stance {
	st := stance{action: "new"}
	cancel, move, remind, must, same := false, false, false, false, false
	head := sentence{plain: plain(subject)}
	for i := -1; i < len(all) && i < maxSentences; i++ {
		s := head
		if i >= 0 {
			s = all[i]
		}
		if len(s.plain) > 4000 {
			continue
		}
		cancel = cancel || says(s, callsOff()) && !recalls().MatchString(s.plain)
		move = move || says(s, moves()) && (!advances().MatchString(s.plain) || moves().MatchString(advances().ReplaceAllString(s.plain, "")))
		must = must || says(s, mustMove())
		remind = remind || says(s, reminds())
		same = same || stays().MatchString(s.plain)
		st.tentative = st.tentative || tentative().MatchString(s.plain) && !s.asks
	}
	switch {
	case cancel:
		st.action = "cancel"
		if move {
			st.action = "cancel or move"
		}
	case move && same:
		st.action = "reminder"
	case move:
		st.action = "move"
	case remind, same:
		st.action = "reminder"
	}
	st.unsettled = must
	return st
}

// maxSentences bounds how many sentences are weighed.
const maxSentences = 400

// proposal reports whether the times in sentence i are offered for choice: by itself, or
// by what introduces or follows the list that it is in.
func proposal(all []sentence, i int, timed func(int) bool) bool {
	s := all[i]
	if proposes().MatchString(s.plain) && (s.asks || !confirms().MatchString(s.plain)) {
		return true
	}
	if s.asks && strings.Contains(s.plain, "?") && !confirms().MatchString(s.plain) {
		return true
	}
	j := i - 1
	for j >= 0 && i-j < 12 && timed(j) {
		j--
	}
	if j >= 0 && i-j < 12 && proposes().MatchString(all[j].plain) && !(confirms().MatchString(all[j].plain) && !all[j].asks) && (s.item || j == i-1 || timed(i-1)) {
		return true
	}
	for j = i + 1; j < len(all) && j-i < 12 && timed(j); j++ {
	}
	return (j > i+1 || timed(i-1) || s.item) && j < len(all) && choice().MatchString(all[j].plain) && (all[j].asks || proposes().MatchString(all[j].plain))
}
