package phrases

// germanOutcomes holds the German phrases for rejection, offer and interview.
const germanOutcomes = `
rejection 4
	{nicht} .. {beruecksichtig}
	{nicht} .. in_die|für_die|für_eine|in_den|für_den|zu|in_unsere|in_der .. engere|nähere|engeren|weitere|nächste|endgültige|finale|auswahl|wahl|endauswahl|vorauswahl|endrunde|finalrunde|shortlist|auswahlrunde|vorstellungsgespräch*
	nicht|keine|keinen ... weiterverfolgen|weiter_verfolgen|weiter_berücksichtigen|weiterzuverfolgen|weiter_zu_verfolgen|fortsetzen|fortzusetzen|fortführen|fortzuführen|weiterführen|weitergehen|weiterzuführen|weiterzugehen
	nicht .. mit .. ihnen|dir|ihrer|deiner .. weiter*|fortfahren|fortzufahren
	leider ... {nicht} ... {anbieten}|{beruecksichtig}|überzeugen|einladen|entsprechen|entspricht|möglich|passend|passt|passen|besetzen|entschieden|beschäftigen|einstellen|dienen
	leider ... absage|absagen|ablehnen|abgesagt|negativ*|ablehnung|abschlägig*|absagemail
	leider ... {andere} .. {entschieden}
	leider ... keine|keinen .. {stelle}|möglichkeit|positive|zusage|passende|geeignete|verwendung|bedarf|freie|offene|freien|adäquate|angebot|platz|einsatzmöglichkeit
	leider .. {gegen} ... {entschieden}
	{andere} ... {entschieden}
	{entschieden} ... für|zugunsten .. {andere}
	für|zugunsten .. einen|eine|andere* ... {andere} ... {entschieden}|ausgewählt|vergeben|gefallen
	wahl|entscheidung|entschluss .. auf|für|zugunsten ... {andere}|jemand .. gefallen|getroffen
	{gegen} .. ihre|deine|sie|dich|eine_weitere .. {entschieden}|bewerbung
	nicht .. für .. sie|dich .. {entschieden}
	{stelle}|ausschreibung .. anderweitig|bereits|inzwischen|mittlerweile|intern|schon|nun|leider|zwischenzeitlich .. besetzt|vergeben|besetzen|geschlossen|gestrichen
	{stelle}|ausschreibung .. nicht_mehr|leider_nicht|doch_nicht|nicht_länger|nicht .. verfügbar|frei|vakant|besetzt|besetzen|offen|ausgeschrieben|nachbesetzt
	anderweitig .. besetzt|vergeben|entschieden
	{bew} .. abgelehnt|absagen|abzusagen|nicht_erfolgreich|zurückgewiesen|ablehnen
	müssen|möchten|muss .. ihnen|dir .. leider ... absagen|mitteilen
	{ihnen} ... keine|leider_keine .. zusage|stelle|position|positive
	{ihnen} .. absagen|abzusagen|eine_absage
	eine absage erteilen
	absage .. erteilen|zukommen|aussprechen|schicken|zu_erteilen|senden
	{nicht} .. zu|dem|unserem|den|unseren|genau|vollständig|optimal|ausreichend|ganz .. anforderungs*|anforderungen|profil|erwartungen|vorstellungen .. passt|passen|entspricht|entsprechen|decken|übereinstimmt|erfüllt
	profil|qualifikation*|{bew}|erfahrung* .. nicht .. passt|passen|passend|entspricht|entsprechen|übereinstimm*|zusagt|gerecht|decken
	{nicht} .. zusammen .. kommen|finden|passen|arbeiten
	{nicht} .. einladen|einzuladen|eingeladen
	bewerbungsprozess|bewerbungsverfahren|auswahlprozess|auswahlverfahren .. nicht .. weiter*|fortsetzen
	{nicht} .. weiter .. im .. prozess|verfahren|bewerbungs*|auswahl*
	nicht .. näher|weiter .. in_betracht|berücksichtigt|betrachten
	von|von_einer .. weiteren|abstand .. bewerbung|abstand|verfolgung|zusammenarbeit .. absehen|nehmen|abzusehen
	absehen|abgesehen .. müssen|werden|haben
	{stelle}|besetzung|prozess|verfahren .. eingestellt|auf_eis|gestoppt|gestrichen|abgebrochen|aufgehoben|endgültig_pausiert|dauerhaft
	einstellungsstopp
	bessere|passendere|geeignetere|stärkere .. kandidat*|bewerber*|profile|bewerbungen
	profile|bewerbungen|kandidat*|bewerber* .. die .. besser|genauer|eher|näher|stärker|mehr .. passen|entsprechen|übereinstimm*|decken|anforderungen
	nicht .. angebot .. machen|unterbreiten
	nicht .. die_nachricht|die_antwort|die_rückmeldung .. erhofft|erwartet|gewünscht|gehofft|hören
	{nicht} .. zum_zug|zum_zuge|erste_wahl|ausgewählt
	{nicht} .. weiter .. bewerbung|kandidatur
	{nicht} .. in .. betracht .. ziehen|kommen|gezogen
	keinen .. positiven .. bescheid
	{bew}|erfahrung*|kenntnisse|qualifikation* ... {nicht} .. unseren|den|unserem|dem|unsere|zu .. vorstellungen|anforderungen|erwartungen|suche|profil|kriterien|bedarf|stelle|uns
	anderen|andere|anderer|mitbewerb*|kandidat*|bewerber* .. besser|genauer|mehr|eher|stärker .. gepasst|passen|passten|entsprochen|überzeugt|entsprachen|überzeugten|passt
	uns|mich anders|anderweitig {entschieden}
	für .. {andere} .. {entschieden}
	mit .. {andere} ... fort|weiter|fortgeführt|weitergeführt
	{ihnen} ... {nicht} .. anbieten|zusagen|bieten|anzubieten
	{gegen} ... {entschieden} ... {nicht}
	plätze|praktikumsplätze|ausbildungsplätze ... vergeben|besetzt|ausgeschöpft|belegt
	leider ... geklappt|gereicht|funktioniert|reicht|gelangt|erfolgreich|ausgereicht
	{nicht} .. weitergeht|weiter_geht|weiterkommen|weitergekommen|weiterkommst|weitergekommen
	kein|keine|keinen .. passende*|geeignete*|adäquate*|entsprechende*|offene*|freie* .. {stelle}|vakanz*|positionen
	bereits|schon|inzwischen|mittlerweile .. jemanden|person|kandidat* .. gefunden|eingestellt|entschieden
	suche|besetzung|auswahl|auswahlprozess|bewerbungsprozess|auswahlverfahren .. bereits|schon|inzwischen .. abgeschlossen|beendet
	leider .. passt|passen ... {nicht}
	passt|passen .. leider .. {nicht}
	leider ... niemanden|niemand .. ein|einstellen
	intern ... {stelle} ... besetzen|besetzt
	auf .. {andere} .. konzentriert|konzentrieren|fokussiert|fokussieren
	dagegen {entschieden}
	interne|internen lösung|besetzung|kandidat*|bewerber*|kollegin|kollegen
	{nicht} .. in_frage .. kommt|kommen
	bewerbung .. nicht .. erfolgreich|weiterverfolgt|berücksichtigt|entsprochen|entsprechen|in_betracht
	{nicht} .. für .. {stelle} .. berücksichtigen|auswählen|ausgewählt
	{nicht} .. gemeinsam .. weg|gehen|fortsetzen
	weg .. nicht .. gemeinsam
	entschluss|entscheidung .. gekommen .. {nicht}
	keine .. positive .. rückmeldung|nachricht|antwort|entscheidung
	{nicht} .. fortfahren|fortzufahren .. bewerb*|ihnen|dir|prozess
	{nicht} .. ganz|ganz_ganz gereicht|ausgereicht|gelangt|geklappt
	diesmal|dieses_mal|leider .. {nicht} .. gereicht|geklappt|ausgereicht|gelangt|geschafft
	{stelle} ... intern|anderweitig|bereits|inzwischen|mittlerweile|zwischenzeitlich .. besetz*|vergeben|nachbesetz*
	konnten|haben .. wir .. {stelle}|position|intern|inzwischen|bereits .. intern|anderweitig|inzwischen|bereits .. besetz*|vergeben
	sagen|sage .. wir|ich .. {ihnen} .. ab
	wir|ich sagen|sage .. {ihnen} .. ab
	erfüllen|erfüllten|erfüllt|entsprechen|entsprachen|bringen|brachten|passen|passten ... {bewerbende} ... besser|mehr|eher|genauer|näher|stärker
	andere {bewerbende} ... besser|mehr|eher|genauer|näher|stärker ... überzeug*|entspr*|erfüll*|pass*|gepasst|geeignet|übereinstimm*
	andere {bewerbende} ... überzeug*|vorne|vorgezogen|bevorzugt|vorzug
	person|{bewerbende} die|der|deren ... besser|näher|eher|genauer|mehr|stärker .. pass*|entspr*|gepasst|erfüll*|überzeug*|geeignet
	anderen {bewerbende} .. vorzug|zusage|zugesagt
	den vorzug gegeben|geben
	keine bessere|besseren|bessere|positivere nachricht|nachrichten|neuigkeiten|rückmeldung
	mit .. {bewerbende} ... nächste_runde|nächsten_runde|weiterzugehen|weitergehen|fortzufahren|fortzusetzen|weiterzumachen
	die dem|den|unserem|unseren|unsere .. profil|anforderungen|vorstellungen|erwartungen .. näher|eher|mehr|besser|stärker kommen|entsprechen|erfüllen|gerecht
	jemanden|person|kandidat* .. mit|der|die .. mehr|anderem|anderer|tieferer|längerer ... brauchen|suchen|benötigen|bevorzugen|wünschen|gefunden
	{nicht} .. in .. kreis|auswahl|vorauswahl|liste|auswahlliste .. aufgenommen|einbezogen|gelangt|geschafft
	{nicht} .. einzuladenden
	fiel|fällt|fallen|ist .. wahl|entscheidung .. auf|für|zugunsten .. {andere}
	{stelle} .. leider|schon|bereits|mittlerweile|inzwischen weg|fort|vom_tisch
	{stelle} .. zurückgezogen|zurückgestellt|abgesagt|aufgelöst
	wird|werden|wurde .. nicht .. weitergeführt|fortgeführt|weiterverfolgt|fortgesetzt
	{nicht} .. überzeugen .. konnten|können|konnte
	{nicht} .. auswahl*|bewerbungs*|verfahren|prozess|runde .. aufzunehmen|aufgenommen|einzubeziehen|einbezogen|einbeziehen|aufnehmen
	keine|keinen möglichkeit|einsatzmöglichkeit|bedarf|verwendung|perspektive ... einzusetzen|einzustellen|beschäftigen|anzubieten|anbieten|einsetzen|sehen
	{nicht} .. in .. nächste|weitere|zweite|finale runde .. kommen|kommst|gekommen|schaffen
	{nicht} .. unter .. favoriten|besten|ausgewählten|finalisten|kandidat*|bewerber*|eingeladenen
	{nicht} als .. passend*|geeignet*|richtige*|ideal*
	andere|anderer|anderen {bewerbende} ... entspr*|pass*|erfüll*|decken|überzeug* ... besser|mehr|eher|genauer|näher|stärker
	{bew}|erfahrung*|qualifikation* .. pass*|entspr*|deckt|decken .. {nicht} .. zu|mit|ganz|unseren|unserem|dem|vollständig|den
	{nicht} .. alle|sämtliche|die .. voraussetzungen|anforderungen|kriterien|bedingungen|mindestanforderungen .. erfüll*|mitbringen|mitbringst
	{nicht} .. angebot .. machen|geben|unterbreiten|anbieten|zu_machen|zu_unterbreiten
	{nicht} .. infrage
	infrage .. {nicht}
	{nicht} .. zusammenpassen|zusammenpasst|zueinander|weitermachen|weiterzumachen

rejection 2.5
	leider .. mitteilen|mitzuteilen|informieren
	bedauern .. {ihnen} .. mitteilen|mitzuteilen

rejection 2.5
	wünschen .. {ihnen} ... {zukunft}
	{zukunft} ... alles_gute|viel_erfolg|erfolg|viel_glück|alles_erdenklich
	alles_gute|viel_erfolg|viel_glück|alles_liebe ... {zukunft}

rejection 2.5
	suchen|suchten|brauchen .. jemanden|person|kandidat* .. mit .. mehr|anderem|anderer|stärkerem|längerer
	keine .. entscheidung .. gegen
	keine .. wertung|bewertung|abwertung .. person|qualifikation|persönlich*
	sagt nichts|nicht .. über .. qualifikation|ihre|deine|person
	nicht .. entmutigen

rejection 2.5
	unterlagen .. zurück|zu_unserer_entlastung|gelöscht|vernichtet|gelöscht
	bedauern .. {ihnen}|sehr
	enttäuscht|enttäuschend*|enttäuschung
	absage
	nicht .. leicht .. gefallen|gemacht|entscheidung

rejection 1.5
	keine leichte|einfache entscheidung
	daten|unterlagen|profil|bewerbung|kontaktdaten .. bewerberpool|talentpool|talent_pool|evidenz|vormerken|speichern|aufbewahren
	in evidenz
	evidenz .. halten

rejection 1.5
	erneut|wieder|nochmals|künftig|zukünftig .. bewerben|bewerbung
	zahlreiche|vielzahl|große|hohe|viele|grosse .. bewerbungen|resonanz|bewerbern|qualifizierte*|kandidat*
	qualifizierte|hochqualifizierte .. bewerb*|kandidat*
	bedauern|bedauerlicherweise|bedauere|bedaure
	{dank} .. für .. {bew}|interesse|zeit ... leider
	andere .. stelle|möglichkeit .. finden
	vertrauen .. entgegengebracht*
	freude .. bereitet .. kennen

rejection 1
	leider

rejection 1
	nach .. sorgfältiger|reiflicher|eingehender|intensiver|gründlicher .. prüfung|überlegung|durchsicht|sichtung|abwägung

{bewerbende} = bewerber*|bewerbende*|kandidat*|mitbewerb*|person|personen|profile
{gegen} = gegen
{dank} = dank|danke
{ihnen} = ihnen|dir|sie|dich|euch
{entschieden} = entschieden|entscheiden|gefallen|entschlossen|ausgewählt|vergeben|vorgezogen|bevorzugt|den_vorzug|fortzusetzen|fortsetzen|fortgesetzt|weiterzugehen|weitergehen|weitermachen|weiterzumachen|fortzuführen|fortführen|voranzugehen|weiterzuverfolgen|zugesagt|angenommen|besetzt|weiterverfolgen|weiter_verfolgen|fortfahren|fortzufahren|weitermachen
{beruecksichtig} = berücksichtig*|berücksichtigung|in_betracht_ziehen
{anbieten} = anbieten|anzubieten|zusagen|zusage|bieten|machen|unterbreiten
{zukunft} = zukunft|weiteren_weg|weiteren_beruflichen|berufsweg|beruflichen|jobsuche|stellensuche|suche|bewerbungsprozess|laufbahn|karriere|weitere_zukunft|werdegang|weg|berufliche|berufsleben|arbeitssuche|bewerbungen

offer 4
	freuen .. uns|mich .. {ihnen} ... anbieten|anzubieten|zusagen|angebot|zusage|einstellen|mitteilen|mitzuteilen ... {stelle}|zusage|vertrag|arbeitsvertrag|angebot|anbieten|anzubieten
	ihnen|dir|wir|ich ... {stelle}|zusammenarbeit|festanstellung|anstellung|ausbildungsplatz|arbeitsvertrag .. anbieten|anzubieten|zusagen|geben
	{ihnen} ... ein|unser|konkretes .. angebot|vertragsangebot|arbeitsangebot .. machen|unterbreiten|zukommen|zusenden|schicken|senden|übermitteln|vorlegen
	bieten .. {ihnen} .. die|den|eine|einen|hiermit .. {stelle}|arbeitsvertrag|anstellung|festanstellung
	arbeitsvertrag|vertragsentwurf|arbeitsvertrags* .. anbei|anhang|beigefügt|angehängt|zukommen|unterschrieben|unterzeichn*|zusenden|zugesandt|geht_ihnen|erhalten|erhältst|schicken|senden|zu|unterschreiben|liegt
	anbei|anhang|beigefügt|angehängt .. arbeitsvertrag|vertragsangebot|vertragsentwurf|angebotsschreiben|anstellungsvertrag|dienstvertrag|ausbildungsvertrag
	vertragsangebot|angebotsschreiben|arbeitsangebot|anstellungsvertrag|dienstzettel
	für sie|dich .. {entschieden}
	{entschieden} .. für .. sie|dich
	haben .. uns .. für .. sie|dich .. {entschieden}
	wahl .. auf .. sie|dich .. gefallen
	zusage .. für .. {stelle}|ausbildung
	{ihnen} .. eine .. zusage .. geben|erteilen|aussprechen
	sie_haben|du_hast .. die|den .. {stelle} .. bekommen|erhalten|sicher
	herzlichen glückwunsch .. {stelle}|zusage|sie_haben|du_hast|überzeugt
	{ihnen} .. gerne|gern|bald|als .. einstellen|im_team_begrüßen|als_neue*|an_bord
	willkommen .. im|in .. team|an_bord|bei_uns
	gerne|gern .. mit .. {ihnen} .. zusammenarbeiten|arbeiten .. und|möchten|vertrag|angebot
	einstiegsgehalt|jahresgehalt|bruttogehalt|monatsgehalt .. beträgt|von|in_höhe
	jobzusage|stellenzusage|einstellungszusage|vertragsunterlagen
	{ihnen} .. im_team|in_unserem_team|an_bord|mit_dabei .. haben|begrüßen|sehen|wissen
	schick|schicke|schicken|sende|senden|maile|übersende|lasse .. {ihnen} .. vertrag|arbeitsvertrag|vertragsentwurf|vertragsunterlagen
	vertrag .. schick|schicke|schicken|sende|senden|zusenden|zuschicken|zu .. {ihnen}

offer 2.5
	{ihnen} .. uns .. überzeugt|begeistert
	^ zusage

offer 4 firm
	{stelle} gehört|ist {ihnen}|deiner|deine|ihre

interview 4
	laden .. {ihnen} ... ein
	lade|laden|lädt .. {ihnen} ... {gespraech}
	{ihnen} ... zu|zum ... {gespraech} ... einladen|einzuladen|eingeladen
	einladen|einzuladen .. zu|zum ... {gespraech}
	einladung .. zu|zum|für ... {gespraech}
	{ihnen} .. gerne|gern|persönlich|näher|besser|in_einem|bei_einem|telefonisch .. kennenlernen|kennenzulernen|kennen_lernen|kennen_zu_lernen
	{gern} ... {kennen}
	{ihnen} .. {kennen} .. {gespraech}|termin|wann
	{gern} .. {gespraech} .. {vereinbaren}
	{gern} .. mit .. {ihnen} .. {gespraech}|sprechen|telefonieren|unterhalten|austauschen
	{gespraech} .. mit .. {ihnen} .. {vereinbaren}
	termin .. für|zu|zum .. ein|das|unser|ihr|dein|einem|erstes|persönliches|zweites|telefonisches .. {gespraech}
	{vg} .. am|um|findet|bestätig*|ist|mit|steht|für .. {tag}|{monat}|uhr|statt|termin|bestätigt
	{vg} .. {tag}|uhr|{monat}
	{gespraech} .. am .. {tag} ... uhr
	terminbestätigung|terminvereinbarung|terminvorschlag|terminvorschläge|terminabstimmung|termineinladung|gesprächseinladung|interviewtermin*|gesprächstermin*
	bestätig* .. termin|{gespraech}
	termin .. bestätig*
	termin .. passt|passen|auswählen|buchen|wählen|aussuchen|aus .. ihnen|dir|link|kalender|folgenden
	wann|welcher|welche|wie .. passt|passen|zeit|termin|verfügbar|erreichbar|erreichen .. ihnen|dir|sie|dich|wann|gespräch|telefon*
	hätten|haben|hast|hättest|passt|passen .. sie|du|ihnen|dir|es .. am|an|um|zeit|nächste|diese .. {tag}|{zeit}|uhr|gespräch|telefonat
	freuen|freue .. uns|mich|auf .. gespräch|kennenlernen|treffen|sie|interview .. am|um .. {tag}|{monat}|uhr
	freuen|freue .. uns|mich .. {ihnen} .. kennenzulernen|persönlich|begrüßen_zu_dürfen|im_gespräch
	nächste .. runde|schritt|stufe .. {gespraech}
	zweites|weiteres|zweiten|weiteren|nächstes|nächsten|finales .. {gespraech}
	telefonisch|per_video|teams|zoom|vor_ort|persönlich|online .. {gespraech}|interview .. {tag}|uhr|termin|vereinbaren|führen
	kalenderlink|buchungslink|terminbuchung|calendly|terminfinder
	mögliche|folgende|freie termine
	zu|zum .. {gespraech} .. bitten|bitte
	{gern} .. {ihnen} ... {gespraech} .. treffen|sehen|sprechen
	können|könnten|wollen|sollen .. wir ... telefonieren|sprechen|videocall|treffen
	wann hättest|hätten|hast|haben|passt du|sie|es
	lust|zeit .. auf|für .. {gespraech}
	schlage|schlagen .. {tag} .. uhr|vor
	schlage|schlagen ... {gespraech}
	{vg} .. kommen|vorbeikommen|vorbei|kommst
	kommen|kommst|vorbeikommen|vorbei .. {vg}|auf_ein_gespräch
	vorbeischauen|vorbeikommen|vorbeizukommen|vorbeizuschauen|reinschauen ... kennenlernen|kennenzulernen|gespräch|unterhalten|austauschen
	team .. kennenlernen|kennenzulernen
	{tag}|uhr ... {gespraech} .. einzuladen|einladen
	{monat} ... {gespraech}|assessment* .. einzuladen|einladen
	welche termine|zeiten|tage .. passen|passt|möglich|ihnen|dir

move 4 firm
	{termin} ... {verschieben}
	{verschieben} ... {termin}
	{termin} .. nicht .. stattfinden|wahrnehmen|halten|einhalten|statt
	{ersatz} .. termin
	ersatztermin|alternativtermin|ausweichtermin|terminverschiebung|terminabsage|terminänderung
{termin} = termin|{vg}|gespräch|gesprächstermin|interview|telefonat|kennenlernen|call
{verschieben} = verschieben|verschoben|verlegen|verlegt|absagen|umlegen|verschiebt|vorverlegen|nachholen|umbuchen|verlegung|verschiebung|umplanen|ausfallen|abgesagt|entfällt
{ersatz} = neuen|neuer|anderen|alternativen|neues|alternativer
{gern} = gerne|gern|möchten|möchte|würden|würde|wollen|freuen|freue
{kennen} = kennenlernen|kennenzulernen|kennen_lernen|kennen_zu_lernen|persönliches_kennenlernen
{vereinbaren} = vereinbaren|ausmachen|führen|abstimmen|organisieren|planen|terminieren|haben|einladen|finden|fixieren|festlegen

void interview
	dank|danke .. für .. gespräch|interview|kennenlernen|zeit|treffen|telefonat|vorstellungsgespräch*|bewerbungsgespräch*
	nach|aus|in|während|seit|von|aus .. dem|unserem|ihrem|deinem|den|unseren|diesem|vom .. gespräch|interview|vorstellungsgespräch*|gesprächen|bewerbungsgespräch*|kennenlernen
	nach .. weiteren|den .. gesprächen|interviews
	war|waren|hat .. gespräch|gefreut|kennenzulernen
	gefreut .. {ihnen} .. kennenzulernen|kennen_zu_lernen
	einladen .. erneut|sich .. zu_bewerben
	hat|haben .. gespräch|kennenlernen .. gefallen|gefreut|spaß
	willkommen|laden .. bewerben|veranstaltung|event|webinar|messe
	zeit .. für .. {vg}|gespräch|telefonat .. genommen|nahmen
	zeit genommen
	mock interview|interviews
`
