package phrases

// german holds the German phrases besides the outcomes. Compounds are met by
// stems, the verb at the end of the sentence by wide gaps.
const german = `
{nicht} = nicht|kein|keine|keinen|keiner|keinem|nie|niemals|weder
{bew} = bewerbung|bewerbungen|bewerbungsunterlagen|unterlagen|kandidatur|profil|lebenslauf|initiativbewerbung
{stelle} = stelle|position|stellen|vakanz|ausschreibung|ausbildungsplatz|ausbildungsstelle|praktikum|praktikumsplatz|praktikumsstelle|job|rolle|werkstudentenstelle|arbeitsplatz|posten|funktion|dienstposten|trainee*|ausbildung|arbeitsstelle|tätigkeit
{gespraech} = gespräch|gespräche|vorstellungsgespräch*|bewerbungsgespräch*|interview|interviews|kennenlerngespräch*|telefoninterview*|erstgespräch|zweitgespräch|telefonat|videocall|video_call|videointerview*|call|kennenlernen|termin|jobinterview*|fachgespräch|videogespräch*|telefongespräch|probearbeit*|probetag|schnuppertag|auswahltag|assessment*|auswahlgespräch*|onlinegespräch*|online_gespräch|meeting|treffen|gesprächstermin
{vg} = vorstellungsgespräch*|bewerbungsgespräch*|interview|interviews|kennenlerngespräch*|telefoninterview*|videointerview*|jobinterview*|fachgespräch|probearbeit*|probetag|schnuppertag|auswahltag|auswahlgespräch*|erstgespräch|zweitgespräch|gesprächstermin*|interviewtermin*|assessment*|bewerbergespräch*
{tag} = montag*|dienstag*|mittwoch*|donnerstag*|freitag*|samstag*|sonntag*|morgen|heute|übermorgen|mo|di|mi|do|fr
{monat} = januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jänner|feber
{zeit} = {tag}|{monat}|nächste_woche|nächster_woche|kommende_woche|kommender_woche|dieser_woche|diese_woche|kommenden_woche|nächsten_woche|monatsende|wochenende|ende_der_woche|ende_des_monats|jahresende|anfang|mitte|ende|kw|kalenderwoche|jahreswechsel|ostern|weihnachten|pfingsten|feiertagen|quartalsende
{zahl} = ein|einer|zwei|drei|vier|fünf|sechs|acht|zehn|1|2|3|4|5|6|7|8|10|14|paar|wenigen|nächsten|kommenden|einigen|ca
{spanne} = tag|tagen|tage|woche|wochen|monat|monaten|werktagen|werktage|arbeitstagen|arbeitstage
{andere} = andere|anderen|anderer|anderes|anderem|weiteren|weitere|bewerber*|kandidat*|mitbewerb*|person|personen

if
	falls|sofern|ob
	^ sollten|sollte|wenn|sobald|falls|bevor|nachdem|im_falle
	sollten|solltest sie|wir|du|ihre|deine|sich|ihr|unsererseits|noch|wider
	sollte ihr|ihre|dein|deine|sich|es|eine|ein|das|die|der
	wenn|sobald|insofern|vorausgesetzt
	im falle|fall
	andernfalls|ansonsten
	nur .. kandidat*|bewerber* .. die|deren
	bei interesse|passung|eignung|positiver
	würden|könnten .. gegebenenfalls|ggf|eventuell
	gegebenenfalls|ggf|eventuell|evtl
void if
	ob|wenn .. ihnen|dir|es|der|das|dieser|ihr .. passt|passen|möglich|recht|zusagt
	wissen|mitteilen|bescheid|sagen|bestätigen|rückmeldung|fragen|frage .. ob|wann
	wenn|falls|sollten|sollte|sofern .. fragen|rückfragen
	auch|selbst wenn
	falls|sollten .. verhindert|zeitlich
	falls|wenn|sollte .. termin

not
	{nicht}
	leider
	ohne
void not
	nicht nur|zögern|zuletzt|vergessen|verpassen
	zögern .. nicht
	nicht .. zu_zögern
	ob .. nicht
	nicht antworten
	leider .. verschieben|verlegen|absagen|verschoben|verlegt|verhindert|erkrankt|krank

void rejection
	noch {nicht}
	noch .. {nicht} .. entschieden|entscheidung|abgeschlossen|besetzt|final
	{nicht} .. endgültig|final .. entschieden
	keine absage
	{termin} .. absagen|abgesagt|verschieben|verlegen|abzusagen
	noch .. {andere} .. gespräche|interviews|kennenlernen|sprechen
	noch|derzeit|aktuell|momentan|gerade .. gespräche|interviews .. mit .. weiteren|anderen
	termin|gespräch|interview .. leider|nicht .. wahrnehmen|stattfinden|absagen
	leider .. termin|gespräch|interview .. nicht .. wahrnehmen|stattfinden|einhalten|halten
	{nicht} .. bevor|ehe|solange
	nicht .. vergessen

void offer
	angebot* .. an .. {andere}
	{andere} .. angebot*|zusage
	stellenangebot*|jobangebot*|sonderangebot*|angebote
	unser|unsere|aktuelles|exklusives|kostenloses|tolles|bestes|neues angebot*
	stelle|position .. anderweitig|vergeben
	zusage .. für|zu .. termin|interview|gespräch|teilnahme

acknowledgement 4
	vielen|herzlichen|besten|danke|dank .. für .. ihre|deine|die|eure|das|den .. {bew}
	danke|dank .. für .. interesse ... {bew}
	{bew} .. ist|sind|haben|wurde|hat|wir .. eingegangen|erhalten|bekommen|angekommen|eingetroffen|erreicht|empfangen|eingelangt|übermittelt|gesendet|verschickt|zugestellt
	erhalt|eingang .. ihrer|deiner|der .. {bew}
	eingang .. bestätig*
	bestätig* .. eingang|erhalt|dass|hiermit ... {bew}
	eingangsbestätigung|empfangsbestätigung|bewerbungseingang|bewerbungsbestätigung
	wir haben .. {bew} .. erhalten|bekommen
	erfolgreich .. beworben|übermittelt|eingegangen|versendet|gesendet|eingereicht
	{bew} .. erfolgreich
	{bew} .. prüfen|sichten|bearbeiten|ansehen|anschauen|durchsehen|lesen|prüft|weitergeleitet|bearbeitet|geprüft
	prüfen|sichten|sichtung|bearbeiten|bearbeitung|prüfung|durchsicht .. ihre|deine|ihrer|deiner|die|der|aller|alle .. {bew}
	du hast|sie_haben|dich|sich .. beworben
	{bew} ... eingegangen|angekommen|eingetroffen|eingelangt

acknowledgement 1
	um .. etwas .. geduld
	bitten .. um .. geduld
	deine|ihre bewerbung .. an|bei|als|für|um

acknowledgement 2
	danke|dank .. für .. interesse .. an|in|bei
	melden .. uns|sich .. bei|mit|in .. ihnen|dir|kürze|verbindung
	sobald|nach .. prüfung|sichtung|geprüft|gesichtet
	nimmt|nehmen|dauert .. zeit .. anspruch
	bewerberportal|bewerbungsportal|karriereportal|karriereseite|bewerbungsprozess|bewerbungsstatus
	freuen .. uns .. über|dass ... {bew}|interesse|bewerben|beworben

robot 1
	diese|dies .. automatisch|automatisierte|automatische|automatisiert
	automatisch .. generiert|erzeugt|erstellt|versendet|gesendet
	bitte .. antworten .. nicht|sie_nicht
	nicht .. auf .. diese .. mail|nachricht|email .. antworten
	antworten .. auf .. diese .. nicht .. gelesen|bearbeitet
	keine antworten

own 1
	ihre|deine|ihrer|deiner bewerbung

job 2
	ihre|deine|ihrer|deiner {bew}
	{vg}
	bewerber*|kandidat*|personalabteilung|bewerbungs*|beworben
job 1
	{stelle}|stellenangebot*|karriere|recruiting

timeline 3
	{bis} .. {zeit} ... {melden}|{entsch}
	{bis} .. {zahl} .. {spanne} ... {melden}|{entsch}
	{melden} ... {bis} .. {zeit}
	{melden} ... {bis} .. {zahl} .. {spanne}
	{entsch} ... {bis} .. {zeit}
	{entsch} ... {bis} .. {zahl} .. {spanne}
	{entsch} ... erst .. {zeit}
	verzögert|verschiebt|verschoben|dauert|dauern|benötigen|brauchen ... {zeit}
	verzögert|dauert|dauern|benötigen|brauchen .. noch .. {zahl} .. {spanne}
	{zeit} .. {melden}
	verzögert|verschiebt|verzögern|verschieben|verlängert ... um .. {zahl} .. {spanne}
	am .. {zeit} ... {entsch}|{melden}
{bis} = bis|im_laufe|innerhalb|in|spätestens|ende|anfang|mitte|ab|am|binnen|nach|erst|noch
{melden} = melden|rückmeldung|bescheid|antwort|nachricht|informieren|zurückkommen|feedback|melde|hören|informiere|auf_sie_zu|auf_dich_zu|rückmelden|mitteilen|mitzuteilen|kontaktieren|zurückmelden|neuigkeiten|sagen
{entsch} = entscheidung|entscheiden|entschieden|entscheid|abschließen|abgeschlossen|ergebnis|auswahl_treffen|entscheidungen

holding 3
	noch .. {nicht} .. {entsch}|abgeschlossen|soweit|rückmeldung|neuigkeiten|neues|feedback|vorliegen|sagen|final|fertig|gehört|dazu_gekommen
	noch .. {nicht}
	noch|derzeit|aktuell|momentan|weiterhin .. in|im|mitten|läuft|laufen .. prozess|auswahl*|bewerbungsprozess|abstimmung*|gesprächen|prüfung|verfahren|sichtung|bearbeitung|interviews
	{nicht} .. neues|neuigkeiten|update|rückmeldung .. geben|noch|leider|bisher
	etwas|ein_wenig|noch|bisschen .. geduld|gedulden
	dank|danke|bitte|bitten .. geduld
	geduld
	gedulden
	melden|melde .. uns|mich .. sobald|sobald_wie_möglich|zeitnah|baldmöglichst|schnellstmöglich|in_kürze|demnächst|unaufgefordert
	sobald .. {melden}|entscheidung|neuigkeiten|wissen|vorliegt|feststeht
	verzögerung|verzögert|verspätet*|späte .. antwort|rückmeldung|entschuldig*|prozess|sich
	warten .. auf|noch .. freigabe|rückmeldung|feedback|entscheidung|budget
	nachricht|mail|anfrage|frage|email ... weitergeleitet|weitergegeben|weiter
	leite|leiten|weitergeleitet|weiterleiten .. anfrage|nachricht|mail|weiter|kollegin|kollegen|fachabteilung|fachbereich
	warteliste|nachrückliste|zurückgestellt
	nicht .. vergessen
	bewerbung .. in .. bearbeitung|prüfung

holding 3
	zwischenbescheid|zwischennachricht|zwischenstand|zwischenmeldung|wasserstandsmeldung
	benötigen|brauchen .. noch .. zeit
	zeit .. für .. auswahl|entscheidung|prüfung .. noch
	dauert|verzögert|zieht .. länger|leider|sich .. als|noch|etwas
	noch .. nicht .. abschließend|abgeschlossen|entschieden

question 3
	könnten|können|kannst|könntest|würden|würdest .. sie|du|uns|mir ... {unterlage}
	bitte .. {schicken}|um|noch ... {unterlage}
	{unterlage} .. {schicken}
	{schicken} .. uns|mir|bitte .. noch|ihre|deine|ihren|deinen|die|das|folgende ... {unterlage}
	benötigen|brauchen|bräuchten|fehlt|fehlen|fehlen_uns|fehlt_uns|bitten_um|bitten_sie_um|erbitten ... {unterlage}
	wie|was|welche|wann|ab_wann|zu_wann ... {unterlage}|anfangen|beginnen|starten|verfügbar|einsteigen
	sind_sie|bist_du .. {bereit}
	haben_sie|hast_du|besitzen_sie ... {unterlage}|interesse|fragen_an|führerschein
	teilen .. uns|mir .. ihre|deine|mit ... {unterlage}
	wären_sie|wärst_du .. {bereit}
	noch .. frage|fragen|rückfrage|rückfragen .. an|zu|offen|hätte|habe|hätten
	füllen .. sie|du|bitte|uns .. formular|fragebogen|bogen|test
	online .. test|assessment|fragebogen .. absolvieren|ausfüllen|durchführen|bearbeiten
	vervollständigen|ergänzen .. bewerbung|profil|unterlagen|angaben
	{unterlage} .. nicht|keine|fehlen|fehlt|noch .. beigefügt|beigelegt|vorhanden|vollständig|dabei|enthalten
	fehlende|fehlenden|unvollständige {unterlage}
	bewerbung|unterlagen .. unvollständig|nicht_vollständig
	keine {unterlage} .. beigefügt|beigelegt|dabei|enthalten
{schicken} = nachzureichen|einzureichen|zuzusenden|zuzuschicken|mitzuteilen|zu_senden|zu_schicken|zu_übermitteln|hochzuladen|vorzulegen|anzugeben|zu_nennen|reichen_sie|nachgereicht|schickst|sendest|mailst|nennst|schicken|senden|zusenden|zukommen|nachreichen|übermitteln|mitteilen|nennen|einreichen|hochladen|angeben|zuschicken|schick|sende|mailen|ergänzen|bestätigen|vorlegen|nachsenden
{unterlage} = zeugnis|zeugnisse|referenz|referenzen|gehaltsvorstellung*|gehaltswunsch|gehalt*|kündigungsfrist|eintrittsdatum|eintrittstermin|startdatum|verfügbarkeit|nachweis|nachweise|arbeitszeugnis*|arbeitserlaubnis|aufenthaltstitel|visum|führerschein|ausweis|kopie|lebenslauf|anschreiben|motivationsschreiben|arbeitsproben|portfolio|unterlagen|dokumente|formular|telefonnummer|anschrift|geburtsdatum|bankverbindung|sozialversicherungsnummer|angaben|information|informationen|zertifikat|zertifikate|diplom|abschluss|abschlusszeugnis|frage|fragen
{bereit} = bereit|noch_interessiert|interessiert|einverstanden|flexibel|verfügbar|mobil|weiterhin|umzugsbereit

outreach 3
	auf .. ihr|dein|ihrem|deinem .. profil .. gestoßen|aufmerksam|aufmerksam_geworden
	profil .. bei|auf|in|über .. xing|linkedin|stepstone|jobbörse|indeed
	aufmerksam geworden
	personalberatung|personalberater*|headhunter*|personalvermittl*|personaldienstleister*
	unser|unseren|mein|meinen|für_einen .. kunde|kunden|mandant|mandanten|klienten .. suchen|sucht|suche
	im auftrag .. kunden|mandanten|unternehmens
	neue|spannende|interessante|passende|attraktive .. herausforderung|stelle|position|möglichkeit|vakanz|jobs .. für_sie|für_dich|interessieren|interesse|anbieten
	offen .. für .. neues|neue|wechsel|gespräch|austausch
	haben|hätten|hast|hättest .. sie|du .. interesse .. an|neuen|mehr|position|austausch
	wechselwillig|wechselbereit|veränderung
	aktuellen|aktuelle .. lebenslauf .. zukommen|senden|schicken
	unverbindlich*|vertraulich* .. telefonieren|gespräch|austausch|austauschen|kontaktaufnahme|sprechen|telefonat
	für ein|einen|eine|unseren|meinen .. unternehmen|kunden|mandanten|mandantin|konzern .. suchen|suche|sucht
	werdegang|profil|lebenslauf|erfahrung .. passt|passen|spannend|interessant|ausgezeichnet|überzeugend .. ausgezeichnet|perfekt|hervorragend|auf|zu_einer|ideal

alert 3
	neue jobs|stellen|stellenangebote|jobangebote|stellenanzeigen
	jobs|stellen|stellenangebote|jobangebote .. für_sie|für_dich|passend|in_ihrer|in_deiner|ihrer_suche|deiner_suche|in
	jobagent|jobalarm|jobletter|jobmail|jobnewsletter|suchagent|suchauftrag|job_alert
	newsletter|abbestellen|abmelden|abmeldelink
	jetzt bewerben
	passende jobs|stellen|stellenangebote|angebote
	jetzt .. ansehen|entdecken|registrieren|kaufen|sichern
	bewerbungstipps|karrieretipps|gehaltsvergleich|karrieremesse|jobmesse|webinar
	profil .. angesehen|aufgerufen|besucht
	rechnung|bestellung|lieferung|versandt|gutschein|rabatt|zahlungseingang
	e_mail adresse .. bestätigen|verifizieren
	passwort|bestätigungscode|einmalcode|zugangscode
	jetzt .. bewerben
	firmen|unternehmen|arbeitgeber suchen .. dich|sie

elsewhere 4
	interesse .. an .. wohnung|wohnhaus|immobilie|zimmer|grundstück
	wohnungssuche|mietvertrag|mietobjekt|besichtigungstermin|besichtigung|vermieter|vermieterin|hausverwaltung|mietinteressent*|mietbewerb*
	kredit|darlehen|finanzierung|kreditkarte|konto|visum|versicherung .. antrag|anfrage|beantragt|abgelehnt
	kreditantrag|kreditanfrage|darlehensantrag|kreditentscheidung|versicherungsantrag|förderantrag|stipendium|schufa
	vortrag*|beitrag|abstract|manuskript|einreichung .. eingereicht|programm|konferenz|tagung
	betreuungsplatz|kitaplatz|kita_platz|krippenplatz|kindergartenplatz|schulplatz|studienplatz|therapieplatz

elsewhere 2.5
	wohnung|zimmer_wohnung|mieter|miete
	malerarbeiten|kostenvoranschlag|zahnarzttermin|arzttermin|sprechstunde|friseurtermin|behandlungstermin|praxistermin|liefertermin|montagetermin
	angebot .. über .. arbeiten|lieferung|montage

void timeline
	sagt|gebt|gib|geben_sie|sagen_sie|meldet|melde_dich|melden_sie_sich|meldet_euch ... bescheid|rückmeldung|antwort|zurück
	bitte .. bis .. {zeit} .. bescheid|rückmeldung|antwort

hiring 3
	^ hallo|liebe|hi|guten_tag|guten_morgen|moin alle|zusammen|kollegen|kolleginnen|team|leute
	^ liebe kolleginnen|kollegen
`
