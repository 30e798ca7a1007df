package phrases

// dutch holds the Dutch phrases, of the Netherlands and of Flanders.
const dutch = `
{niet} = niet|geen|nooit|noch
{soll} = sollicitatie|sollicitaties|cv|motivatie|motivatiebrief|kandidatuur|sollicitatiebrief|profiel|kandidaatstelling
{functie} = functie|vacature|positie|baan|rol|stage|stageplaats|stageplek|job|opdracht|traineeship|plaats|vacatures|plek|bijbaan
{gesprek} = gesprek|gesprekken|sollicitatiegesprek*|kennismakingsgesprek*|kennismaking|kennis_te_maken|interview|telefoongesprek|videogesprek|belafspraak|afspraak|telefonisch_interview|meeloopdag|proefdag|assessment|call|teams_gesprek|intakegesprek|vervolggesprek|gesprekje|arbeidsvoorwaardengesprek|eerste_gesprek|tweede_gesprek|koffie
{echt} = sollicitatiegesprek*|kennismakingsgesprek*|interview|gesprek|meeloopdag|proefdag|vervolggesprek|intakegesprek|assessment
{dag} = maandag*|dinsdag*|woensdag*|donderdag*|vrijdag*|zaterdag*|morgen|vandaag|overmorgen
{maand} = januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
{wanneer} = {dag}|{maand}|volgende_week|komende_week|deze_week|eind_van_de_week|einde_van_de_week|eind_volgende_week|einde_van_de_maand|eind_van_de_maand|volgende_maand|begin|half|medio|eind|einde|week_van|kerst|pasen|vakantie|nieuwjaar
{getal} = een|één|twee|drie|vier|vijf|zes|acht|tien|paar|enkele|1|2|3|4|5|6|7|8|10|14|komende|aantal
{duur} = dag|dagen|week|weken|maand|maanden|werkdagen|uur
{ander} = andere|ander|anderen|kandidaat|kandidaten|sollicitant|sollicitanten|iemand
{derde} = andere_kandidaat|andere_kandidaten|andere_sollicitant|andere_sollicitanten|iemand_anders|interne_kandidaat|betere_kandidaat|geschiktere_kandidaat|andere|ander
{jou} = je|jou|jouw|u|uw|jullie

if
	als|indien|mocht|mochten|wanneer|zodra|tenzij|nadat
	mocht|mochten je|jij|u|we|wij|er|uw|jouw
	in geval
	alleen .. kandidaten|sollicitanten
	eventueel|eventuele
	mits
	of we|wij .. je|jou|u
void if
	als .. uitkomt|schikt|past|lukt|mogelijk|kan
	als|indien|mocht|mochten .. vragen
	weten|horen|laat_weten|aangeven|bevestigen|vragen of|wanneer
	ook als
	wanneer .. kun|kunt|ben|bent|zou|schikt|past|je|u
	als .. sollicitant|kandidaat|onderdeel|organisatie|bedrijf

not
	{niet}
	helaas|zonder
void not
	niet alleen
	aarzel niet
	niet te|beantwoorden .. aarzelen|missen
	geen|niet .. probleem|vergeten
	helaas .. verzetten|verplaatsen|annuleren|afzeggen|verplaatst|verzet|ziek
	waarom niet

void rejection
	nog {niet}
	{niet} .. definitief|besluit .. genomen|besloten|beslist
	nog .. {ander} .. spreken|gesprekken
	{niet}|niets .. besloten|beslist
	nog niets|geen|niet
	gesprekken|spreken .. met .. andere|meerdere .. kandidaten
	gesprek|afspraak|interview .. helaas|niet .. doorgaan|door
	helaas .. gesprek|afspraak|interview .. verzetten|verplaatsen|annuleren|afzeggen|doorgaan
	niet .. vergeten

void offer
	aanbod|aanbieding* .. aan .. {ander}
	{ander} .. aanbod|aangenomen .. geaccepteerd|aangenomen
	vacatureaanbod|aanbiedingen
	ons|onze|speciale|exclusieve|nieuwe|actuele|tijdelijke aanbod|aanbieding
	gesprek|afspraak aan te? bieden

acknowledgement 4
	bedankt|dank|dankjewel|dankuwel .. voor .. {soll}
	bedankt|dank .. voor .. het|je|jouw|uw .. solliciteren|sturen|toesturen|insturen|indienen
	bedankt|dank .. je|u|dat .. gesolliciteerd|solliciteerde|solliciteert
	{soll} .. is|hebben|heb|werd|goed|in_goede_orde|succesvol .. ontvangen|binnengekomen|verzonden|verstuurd|aangekomen|ingediend|geregistreerd
	hebben|heb|bevestig*|ontvangst .. ontvangen|ontvangst|van ... {soll}
	ontvangst .. van|je|jouw|uw .. {soll}
	hebben|heb .. {soll} .. ontvangen|binnen|gekregen
	ontvangstbevestiging|sollicitatiebevestiging
	je|u hebt|heeft|bent .. gesolliciteerd
	{soll} .. bekijken|beoordelen|doornemen|bestuderen|lezen|beoordeeld|bekeken|verwerkt|behandeling
	bekijken|beoordelen|doornemen|bestuderen|behandelen .. je|jouw|uw|alle|de|zorgvuldig .. {soll}
	gesolliciteerd bij|op|naar|als
	{soll} ... ontvangen|binnengekomen|verzonden|verstuurd|aangekomen|ingediend|geregistreerd

acknowledgement 2
	bedankt|dank .. interesse .. in|voor
	nemen|neemt|nemen_wij .. contact .. met_je|met_u|op
	zo .. snel .. mogelijk .. contact|reactie|bericht|terug
	als|indien .. profiel|cv|sollicitatie|je|u .. aansluit|past|matcht|geselecteerd
	{niet} .. gehoord|horen|bericht|reactie ... weken|dagen|kunt|ervan_uitgaan|beschouwen
	sollicitatieprocedure|sollicitatieproces

robot 1
	dit|deze .. automatisch|automatische|geautomatiseerd
	automatisch .. gegenereerd|verzonden|verstuurd|bericht
	niet .. beantwoorden|antwoorden|reageren .. op|deze|dit .. mail|bericht|email|e_mail
	niet .. op .. dit|deze .. reageren|antwoorden

own 1
	je|jouw|uw sollicitatie

job 2
	je|jouw|uw|de sollicitatie
	{echt}
	kandidaat|kandidaten|sollicitant|sollicitanten|recruiter|gesolliciteerd|wervingsprocedure|sollicitatieprocedure
job 1
	{functie}

rejection 4
	{niet} .. {door}  .. {jou}|procedure|sollicitatie|kandidatuur|gesprek|jou
	{niet} .. met .. {jou} .. verder|door|doorgaan|verdergaan
	{niet} .. verder|door|doorgaan|verdergaan .. met|in|te|gaan|sollicitatie|procedure
	{niet} .. {gekozen}|geselecteerd|geworden|gevallen|uitgenodigd|aangenomen .. {jou}|voor|op|door
	{jou} .. {niet} .. {gekozen}|geselecteerd|uitgenodigd|uitnodigen|uit_te_nodigen|aangenomen|geworden
	helaas ... {niet} ... {gekozen}|geselecteerd|uitnodigen|uit_te_nodigen|verder|door|doorgaan|passend|aansluit|past|voldoet|aanbieden|geworden|mogelijk|succesvol|gevallen|match|aansluiten|honoreren|meenemen|positief|doorgang
	helaas ... afwijzen|afgewezen|af_te_wijzen|teleurstellen|negatief|afwijzing|teleur
	helaas ... {derde} .. {gekozen}|kandidaat|voorkeur
	{jou} .. {soll} .. afgewezen|niet|afwijzen|af_te_wijzen
	{gekozen} .. voor .. {derde} .. {derde}|die|met|wiens|beter
	{gekozen} .. met .. {derde} .. verder|door|die
	verder|door .. gaan|met .. {derde}|kandidaten
	keuze|voorkeur|keus .. op|voor|aan|gevallen .. {derde}
	{derde} .. {gekozen}|beter|meer_ervaring|beter_aansluit|beter_past|voorkeur|geselecteerd|aangenomen
	andere|betere|geschiktere kandidaat|kandidaten .. die|beter|geselecteerd|gevonden|met|verder|gekozen|voorkeur
	{functie} .. vervuld|ingevuld|niet_meer_beschikbaar|gesloten|vergeven|komen_te_vervallen|ingetrokken|vervallen|niet_langer|intern_ingevuld|geannuleerd|on_hold|stopgezet|bevroren
	inmiddels|reeds|al|intussen .. vervuld|ingevuld|iemand
	vacaturestop
	{niet} .. aan|bij|op|binnen .. profiel|eisen|functie|wensen|verwachtingen|vacature|criteria .. aansluit|voldoet|past|voldoen|aansluiten
	{niet} .. voldoet|aansluit|past|matcht|aansluiten .. aan|bij|met|op
	{soll}|ervaring|achtergrond|profiel .. {niet} .. aansluit|aansluiten|voldoet|past|matcht|voldoende
	{niet} .. voldoende|goed|volledig|optimaal .. aansluit|aansluiten|past|match|passend|matcht
	{niet} .. {functie} .. aanbieden|bieden|aan_te_bieden
	{niet} .. aanbod .. doen|geven
	besloten|beslist .. {jou}|om .. {niet}|af_te_wijzen|afgewezen
	{niet} .. in .. aanmerking|behandeling .. komt|komen|nemen|kom|te_nemen
	{niet} .. juiste|geschikte|beste .. match|kandidaat|fit
	{niet} .. het .. nieuws|antwoord|bericht .. hoopte|gehoopt|hoopt
	afwijzing
	met .. {derde} .. voort|verder|door|voort_te_zetten
	wijzen|wijs .. {soll}|u|je .. af
	onvoldoende .. aan|aansluit|aansluiten|past|match|ervaring
	aan .. {derde} .. aangeboden|gegund|gegeven|vergeven|toegekend
	{niet} .. weerhouden|weerhoud
	{gekozen} .. om .. {derde}
	{derde} .. aan_te_nemen|aangenomen
	moeten|moet|willen .. teleurstellen|afwijzen|teleur_te_stellen
	{niet} .. door .. naar|volgende .. ronde|fase|volgende
	af .. te|zien .. van .. {soll}|verdere
	net|helaas|toch|m {niet} .. geworden
	kiezen|kies|koos|kozen|gekozen .. voor iemand|een_andere|een_ander|anderen|een_kandidaat|kandidaten
	{functie} .. komt|is|zijn .. te_vervallen|vervallen|opgeheven|geschrapt
	stoppen|stopt|gestopt .. procedure|werving|selectie
	onvoldoende .. aansluiting|raakvlakken|match|ervaring|overeenkomst|aanknopingspunten
	{derde} .. {functie} .. aangeboden|gegeven|gegund|toegezegd

rejection 2.5
	spijt|spijten|spijtig .. {jou} .. mededelen|melden|laten|mee|informeren|weten
	helaas .. mededelen|laten_weten|melden|mee_te_delen|te_laten|berichten|informeren

rejection 2.5
	wensen|wens|wensen_wij .. {jou} ... {succes}
	{succes} .. met|bij|in .. {zoek}

rejection 2.5
	{niet} .. ontmoedigen
	teleurstellend*|teleurstelling|teleurgesteld
	{niet} .. iets|niets .. over .. kwaliteiten|capaciteiten
	nodigen|moedigen .. {jou} .. opnieuw .. solliciteren

rejection 1.5
	wervingsreserve
	bewaren|portefeuille|bestand|talentpool|talent_pool .. gegevens|cv|profiel|portefeuille|in

rejection 1.5
	groot|veel|vele|grote|hoog .. aantal|reacties|sollicitaties|belangstelling
	moeilijke|lastige|zware beslissing|keuze|keuzes
	toekomst|toekomstige .. vacatures|functies|kansen|mogelijkheden|opnieuw
	{dank} .. voor .. {soll}|interesse|gesprek ... helaas

rejection 1
	helaas
	jammer|spijtig genoeg

rejection 1
	na .. zorgvuldig*|grondige|rijp|uitgebreid .. overweging|beraad|overleg|bestudering|beoordeling|afweging|selectie
	echter

{dank} = dank|bedankt
{door} = doorgaan|verdergaan|verder|door|vervolgen|voortzetten|voort_te_zetten|doorzetten|verder_gaan|door_te_gaan|verder_te_gaan
{gekozen} = gekozen|kiezen|besloten|gegaan|geselecteerd|keuze|te_kiezen|verder|gevonden|aangenomen|gegeven
{succes} = succes|veel_succes|het_allerbeste|alle_goeds|het_beste|geluk|alle_succes
{zoek} = zoektocht|toekomst|carrière|loopbaan|vinden|sollicitaties|verdere|zoeken|vervolg|sollicitatietraject|baan

offer 4
	{blij} ... {jou} .. aan_te_bieden|aanbieden|bieden|aanbod|mededelen|melden|laten_weten ... {functie}|aanbod|contract|aangenomen|arbeidsovereenkomst|gekozen
	{jou} ... {functie}|contract|arbeidsovereenkomst|baan .. aanbieden|aan_te_bieden|bieden
	{jou} .. een|ons|graag .. aanbod|voorstel|contractvoorstel|arbeidsaanbod .. doen|sturen|toesturen|te_doen|voorleggen
	bieden .. {jou} .. de|een|graag|hierbij .. {functie}|contract|arbeidsovereenkomst
	arbeidsovereenkomst|arbeidscontract|contractvoorstel|contract|aanbiedingsbrief .. bijlage|bijgevoegd|ondertekenen|ondertekend|toe|tekenen|getekend|ontvang*|sturen|hierbij
	bijlage|bijgevoegd|hierbij .. arbeidsovereenkomst|contract|contractvoorstel|arbeidscontract|aanbod|arbeidsvoorwaardenvoorstel
	{jou} .. bent|ben|hebt|heeft .. aangenomen|de_baan|geworden
	voor .. {jou} .. {gekozen}
	keuze .. op .. {jou} .. gevallen
	gefeliciteerd .. aangenomen|baan|functie|geworden|geselecteerd_voor|aanbod
	{jou} .. graag .. in_dienst|aannemen|verwelkomen|bij_ons_team|in_ons_team|aan_boord
	welkom .. bij|in|aan_boord .. ons|het|team|boord|club
	baan is van|voor jou|je|u
	arbeidsvoorwaarden .. voorstel|bijlage
	bruto .. maandsalaris|jaarsalaris|per_maand
	indiensttreding

interview 4
	{uitnodig} ... {gesprek}|kennismaken|langs|kennis
	{jou} ... {gesprek} .. uitnodigen|uit_te_nodigen|uitgenodigd|nodigen
	nodigen|nodig|nodigt .. {jou} ... uit
	uitnodiging .. voor|tot ... {gesprek}
	{graag} ... {jou} .. {kennis}
	{graag} ... met .. {jou} .. gesprek|praten|spreken|afspraak|inplannen|bellen|kennismaken|kennis|in_gesprek
	{graag} .. {gesprek} .. {plannen}
	{gesprek} .. {plannen}
	{plannen} .. {gesprek}|afspraak
	afspraak .. {gesprek}|maken|inplannen|bevestig*|plannen
	{echt} .. op|om|is|vindt_plaats|bevestig*|met .. {dag}|{maand}|uur
	bevestig* .. gesprek|afspraak|interview|sollicitatiegesprek*|kennismakingsgesprek*
	beschikbaar|beschikbaarheid|gelegenheid|schikt|uitkomen|uitkomt|kun_je|kunt_u .. {gesprek}|{dag}|week|bellen|langskomen
	wanneer|welke|welk .. schikt|past|beschikbaar|uitkomt|kun|kunt|moment|dag|tijd|tijdstip|uitkomen .. {gesprek}|je|u|jou|het|schikt|past|beschikbaar
	kies|kiezen|boek|plan|prik|reserveer .. een|je|zelf .. moment|tijdstip|datum|tijdslot|afspraak
	calendly|datumprikker
	komen|kom|langskomen|langs .. meelopen|proefdraaien|praten|kennismaken|gesprek|koffie
	komen meelopen|proefdraaien|praten
	tweede|volgende|eerste|laatste .. gesprek|gespreksronde|interview .. {dag}|met|plannen|uit|graag|inplannen|uitnodigen
	{dag} .. om .. uur .. {gesprek}|kantoor|teams|telefonisch|schikt
	kijken|zien|tot .. uit|ernaar|je|u|op .. {jou} .. ontmoeten|te_spreken|te_ontmoeten|{dag}

move 4 firm
	{verzet} .. {gesprek}|afspraak
	{gesprek} ... {verzet}
	{gesprek} .. niet .. doorgaan|door|plaatsvinden|kan
	nieuwe|andere|nieuw|ander .. datum|afspraak|moment|tijdstip|tijd .. {gesprek}|plannen|prikken|voor|vinden|zoeken|inplannen|voorstellen
{verzet} = verzetten|verplaatsen|annuleren|afzeggen|verzet|verplaatst|uitstellen|uitgesteld|geannuleerd|verschuiven|verschoven|afgezegd|vervroegen|te_verzetten|te_verplaatsen
{uitnodig} = uitnodigen|uitgenodigd|uit_te_nodigen|uitnodiging
{graag} = graag|willen|wil|zouden|zou|blij|leuk
{kennis} = kennismaken|kennis_maken|kennis_te_maken|ontmoeten|leren_kennen|spreken|te_spreken|kennis|uitnodigen
{plannen} = plannen|inplannen|in_te_plannen|te_plannen|maken|voeren|ingepland|gepland|af_te_spreken|afspreken|regelen
{blij} = blij|graag|verheugd|genoegen|plezier|trots|leuk|fijn|enthousiast

void interview
	bedankt|dank|na|tijdens|sinds|naar_aanleiding|prettig|fijn|leuk|aan .. het|ons|je|jouw|uw|de|voor|van|voor_het .. gesprek|gesprekken|interview|kennismaking|sollicitatiegesprek*|tijd|kennismakingsgesprek*
	was .. gesprek|kennismaking|prettig
	tips|voorbereiding|vragen .. sollicitatiegesprek*|gesprek
	graag .. opnieuw .. solliciteren
	mock interview|interviews

timeline 3
	{voor} .. {wanneer} ... {laten}|{besluit}
	{voor} .. {getal} .. {duur} ... {laten}|{besluit}
	{laten} ... {voor} .. {wanneer}
	{laten} ... {voor} .. {getal} .. {duur}
	{besluit} ... {voor} .. {wanneer}
	{besluit} ... {voor} .. {getal} .. {duur}
	{besluit} ... {wanneer}
	{wanneer} .. {besluit}
	laten|laat|hoor|hoort ... {wanneer} .. weten|van
	uitgesteld|vertraging|vertraagd|uitloop .. tot|naar .. {wanneer}
	hebben|heb|nodig .. nog .. {getal} .. {duur}
{voor} = voor|uiterlijk|binnen|in|op|aan_het|eind|begin|tegen|de_loop|loop|volgende|over|na|vanaf|pas|deze|komende|medio|rond
{laten} = laten_weten|horen|weten|reactie|terugkoppeling|bericht|antwoord|terug|contact|uitsluitsel|hoort|terugkom|nieuws|informeren|berichten|terugkomen|hoor|laat|bellen|mailen
{besluit} = besluit|beslissing|beslissen|besluiten|keuze|knoop|knopen|uitslag|uitkomst|afronden|duidelijkheid

holding 3
	nog {niet} .. besluit|beslissing|besloten|beslist|rond|bekend|gehoord|uit|duidelijk|klaar|afgerond|nieuws|terugkoppeling|weten|definitief
	nog .. {niet}
	nog .. bezig|mee|volop|steeds|druk|in .. bezig|bespreken|procedure|beoordelen|gesprekken|overleg|afwachting|lopende
	{niet} .. nieuws|update|terugkoppeling .. nog|geven|melden
	geduld
	vertraging|langer .. procedure|proces|dan|duurt|opgelopen|verwacht
	nog {niet}|niets .. besloten|beslist|bekend
	niets .. besloten|beslist
	wachtlijst
	wachten|wacht|afwachting .. op|nog|van .. akkoord|reactie|terugkoppeling|besluit|goedkeuring|budget|feedback
	houden|hou|houd .. {jou} .. op_de_hoogte
	laat|laten .. {jou} .. weten .. zodra|snel
	zodra .. meer|nieuws|weet|weten|duidelijk|bekend|gehoord
	mail|vraag|bericht|e_mail|reactie .. doorgestuurd|doorgezet|doorgegeven
	doorgestuurd|doorgezet|doorgestuurd_naar|stuur .. {jou}|vraag|bericht|collega|manager
	kom|komen .. terug .. zodra|snel|spoedig
	niet .. vergeten
	in behandeling

question 3
	kun|kunt|zou|wil|wilt|kan|zouden .. je|u|jij ... {ding}
	graag .. ontvangen|ontvang|zouden|nog .. {ding}|van
	{stuur} ... {ding}
	{ding} .. {stuur}
	nodig|missen|ontbreekt|ontbreken|ontvangen_wij_graag|ontvang_ik_graag ... {ding}
	wat|welke|wanneer|hoe .. is|zijn|kun|kunt|zou .. {ding}|beginnen|starten
	heb|hebt|heeft|beschik|bezit .. je|u .. {ding}|rijbewijs
	ben|bent .. je|u .. bereid|nog|beschikbaar_vanaf|akkoord|geïnteresseerd
	vul|vullen|invullen|ingevuld .. formulier|vragenlijst|test
	vraag|vragen|vraagje .. voor|aan .. je|jou|u
	nog .. een|paar|enkele .. vraag|vragen|vraagje
	online .. test|assessment .. maken|in_te_vullen|doen|afronden
{stuur} = sturen|stuur|toesturen|mailen|doorgeven|aanleveren|opsturen|laten_weten|aangeven|toe_te_sturen|door_te_geven|uploaden|stuur_ons|bevestigen|doorsturen
{ding} = referenties|referentie|salariswens|salarisindicatie|salaris|opzegtermijn|startdatum|diploma|diplomas|certificaat|certificaten|vog|paspoort|identiteitsbewijs|kopie|werkvergunning|verblijfsvergunning|cijferlijst|portfolio|documenten|document|formulier|gegevens|loonstrook|rijbewijs|motivatiebrief|cv|telefoonnummer|adres|geboortedatum|iban|beschikbaarheid|vragen|vraag|informatie|referenten

outreach 3
	je|jouw|uw profiel .. op|via|tegen|gezien|gevonden|interessant .. linkedin|indeed|tegen|gekomen|gezien|nationale
	kwam|stuitte|zag|vond|ben .. je|jouw|uw|op|profiel .. profiel|cv|tegen|linkedin
	mijn|onze|een|voor opdrachtgever|klant|opdrachtgevers .. zoek|ben|is|op_zoek|in
	open .. voor|staat .. nieuwe|andere|uitdaging|kans
	nieuwe|mooie|leuke|interessante .. uitdaging|kans|functie|opdracht|vacature .. voor_jou|voor_je|interesse|iets
	iets .. voor .. jou|je
	werving en selectie
	interesse .. stuur|reageer|bel .. cv|bericht
	zoek|zoeken|zoekt .. ik|wij|we .. een|naar
	voor een|mijn|onze klant|opdrachtgever|relatie|client .. zoek|zoeken|ben|zijn|op_zoek

alert 3
	nieuwe|passende|recente|vergelijkbare .. vacatures|banen|jobs
	vacatures|banen|jobs .. voor|die|op_basis|in .. je|jou|u|passen|buurt|matchen
	vacaturealert|jobalert|job_alert|vacaturemail|zoekopdracht|vacature_alert
	solliciteer .. nu|direct|meteen|vandaag
	bekijk .. alle|vacatures|vacature|meer
	uitschrijven|afmelden|nieuwsbrief|abonnement
	bekeken|bekijken .. je|jouw|uw .. profiel
	bestelling|factuur|bezorgd|levering|korting|pakket|betaling
	wachtwoord|verificatiecode|inlogcode
	bevestig .. je|uw|jouw .. e_mail*|account|emailadres
	sollicitatietips|banenmarkt|carrièrebeurs

elsewhere 4
	woning|appartement|huurwoning|kamer|huis .. bezichtig*|verhuurd|huur|huurder|verhuurder|verkocht|eigenaar
	verhuurder|makelaar|bezichtiging|huurcontract|huurwoning
	lening|hypotheek|krediet|creditcard|subsidie|beurs|verzekering .. aanvraag|aangevraagd|afgewezen|toegekend
	aanvraag .. lening|hypotheek|krediet|subsidie|verzekering|visum
	lezing|paper|artikel|abstract|bijdrage .. congres|conferentie|programmacommissie|ingediend
	kinderopvang|opvangplek|schoolplek|studieplek|kindplaats

hiring 3
	^ hoi|hallo|beste|dag|goedemorgen allemaal|allen|collega_s|collegas|team|iedereen
`
