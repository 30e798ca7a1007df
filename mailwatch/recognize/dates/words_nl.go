package dates

// dutch are the words of Dutch, without accents.
var dutch = []group{
	{month, 1, "januari|jan"}, {month, 2, "februari|feb|febr"}, {month, 3, "maart|mrt"}, {month, 4, "april|apr"}, {month, 5, "mei"}, {month, 6, "juni|jun"}, {month, 7, "juli|jul"},
	{month, 8, "augustus|aug"}, {month, 9, "september|sept|sep"}, {month, 10, "oktober|okt"}, {month, 11, "november|nov"}, {month, 12, "december|dec"},
	{weekday, 1, "maandag|maandagochtend|maandagmiddag|maandagavond|ma"}, {weekday, 2, "dinsdag|dinsdagochtend|dinsdagmiddag"}, {weekday, 3, "woensdag|woensdagochtend|woensdagmiddag|wo"}, {weekday, 4, "donderdag|donderdagochtend|donderdagmiddag"},
	{weekday, 5, "vrijdag|vrijdagochtend|vrijdagmiddag|vrijdagavond|vr"}, {weekday, 6, "zaterdag|za"}, {weekday, 0, "zondag|zo"},

	{count, 1, "een"}, {count, 2, "twee|een paar honderd"}, {count, 3, "drie"}, {count, 4, "vier"}, {count, 5, "vijf"}, {count, 6, "zes"}, {count, 7, "zeven"}, {count, 8, "acht"}, {count, 9, "negen"}, {count, 10, "tien"},
	{count, 12, "twaalf"}, {count, 14, "veertien"}, {count, 15, "vijftien"}, {count, 20, "twintig"}, {count, 30, "dertig"},
	{ordinal, 1, "eerste"}, {ordinal, 2, "tweede"}, {ordinal, 3, "derde"}, {ordinal, 4, "vierde"},
	{vague, 0, "enkele|een aantal|aantal|paar|een paar|meerdere|enige|wat"},

	{unit, unitDay, "dag"}, {unit, unitDay + plural, "dagen|kalenderdagen"}, {unit, unitBusinessDay, "werkdag"}, {unit, unitBusinessDay + plural, "werkdagen|werkbare dagen"}, {unit, unitWeek, "week|werkweek"}, {unit, unitWeek + plural, "weken"}, {unit, unitMonth, "maand"}, {unit, unitMonth + plural, "maanden"},
	{unit, unitQuarter, "kwartaal"}, {unit, unitQuarter + plural, "kwartalen"}, {unit, unitYear, "jaar"}, {unit, unitYear + plural, "jaren"}, {unit, unitHour, "uur"}, {unit, unitHour + plural, "uren"},
	{relative, -1, "vorige|vorig|afgelopen|laatste|verleden|jongstleden|jl"}, {relative, 0, "deze|dit|lopende|de lopende|huidige"},
	{relative, 1, "volgende|volgend|aankomende week"}, {relative, coming, "komende|komend|aanstaande|aankomende|eerstvolgende|aankomend|a s"},
	{part, partBegin, "begin|het begin|begin van|start van|aan het begin|in het begin"}, {part, partMiddle, "midden|half|medio|het midden|halverwege|midden van"},
	{part, partEnd, "eind|einde|het einde|het eind|eind van|einde van|aan het eind|aan het einde|tegen het einde"}, {part, partLate, "laatste dagen"}, {part, partLater, "later|verder in|rest van|de rest van"},
	{part, partFirstHalf, "eerste helft|de eerste helft"}, {part, partSecondHalf, "tweede helft|de tweede helft"}, {part, partWhole, "in de loop|loop|gedurende|in de loop van|de loop van|ergens"},
	{anchor, 0, "vandaag|vanmiddag|vanavond|vanochtend"}, {anchor, thisMoment, "nu"}, {anchor, 1, "morgen"}, {anchor, 2, "overmorgen"}, {anchor, -1, "gisteren"}, {anchor, -2, "eergisteren"},
	{weekend, 0, "weekend|weekeinde"}, {endOf, unitMonth, "maandeinde"}, {endOf, unitYear, "jaareinde"},
	{weekOf, 0, "week van|week vanaf|week beginnend op"}, {weekNo, 0, "week nummer|weeknummer|wk|week nr"},
	{quarterNo, 0, "q"}, {quarterNo, 1, "eerste kwartaal"}, {quarterNo, 2, "tweede kwartaal"}, {quarterNo, 3, "derde kwartaal"}, {quarterNo, 4, "vierde kwartaal|laatste kwartaal"},
	{daypart, 0, "ochtend|ochtends|middag|middags|avond|avonds|s ochtends|s middags|s avonds|tussen de middag|vroeg|aan het eind van de middag"},
	{daypart, 1, "eind van de dag|einde van de dag|het einde van de dag|het eind van de dag|einde werkdag|einde van de werkdag|eind van de werkdag|einde dag"},

	{by, 1, "tot|tot en met|t m|tm|tot en met de|tot aan|tot de|tot uiterlijk"}, {by, 0, "uiterlijk|uiterlijk op|uiterlijk voor|uiterlijk tegen|ten laatste|ten laatste op|op zijn laatst|tegen|niet later dan|voor of op|op of voor|deadline|uiterlijk in|vóór of op|voor uiterlijk"},
	{before, 0, "voor|vooraleer|nog voor|voorafgaand aan"}, {after, 0, "na|na de|na het|ná"}, {since, 0, "sinds|sedert|vanaf afgelopen"},
	{within, 0, "binnen|binnen de|binnen maximaal|binnen uiterlijk|in maximaal|in hoogstens|binnen een termijn van|binnen ongeveer|binnen circa"},
	{in, 0, "in|over|in de|over ongeveer|over circa|over zo n|rond"},
	{on, 0, "op|om|rond|aan|tijdens|gedurende"}, {from, 0, "van|vanaf|met ingang van|per|ingaande"}, {between, 0, "tussen|tussen de"}, {to, 0, "naar|a"},
	{and, 0, "en"}, {or, 0, "of|dan wel|danwel"}, {of, 0, "van|van de|van het"}, {the, 0, "de|het|den|hele"},
	{approx, 0, "ongeveer|circa|ca|rond|zo n|waarschijnlijk|vermoedelijk|hopelijk|naar verwachting|nog|extra|maximaal|andere"},
	{takes, 0, "duurt|duurt nog|duren|nodig|hebben nog|nog|nog ongeveer|nog zo n|tot wel|neemt"},
	{ago, 0, "geleden"}, {each, 0, "elke|iedere|ieder|elk|per|alle"},
	{thing, 0, "verdieping|ronde|gesprek|keer|plaats|etage|fase|stap"},

	{holiday, newYear, "nieuwjaar|nieuwjaarsdag|de jaarwisseling|jaarwisseling"}, {holiday, easter, "pasen|paasweekend|het paasweekend"}, {holiday, goodFriday, "goede vrijdag"}, {holiday, easterMonday, "tweede paasdag"}, {holiday, ascension, "hemelvaart|hemelvaartsdag"},
	{holiday, pentecost, "pinksteren"}, {holiday, whitMonday, "tweede pinksterdag"}, {holiday, kingsDay, "koningsdag"}, {holiday, mayDay, "dag van de arbeid"}, {holiday, allSaints, "allerheiligen"}, {holiday, sinterklaas, "sinterklaas|pakjesavond"},
	{holiday, christmas, "kerst|kerstmis|kerstdagen|de kerst|de kerstdagen"}, {holiday, christmasEve, "kerstavond"}, {holiday, boxingDay, "tweede kerstdag"}, {holiday, newYearsEve, "oudjaar|oudejaarsdag|oud en nieuw"},
	{holiday, theHolidays, "de feestdagen|feestdagen|kerstvakantie|de kerstvakantie"},

	{pastCue, 0, "ontmoet|gesproken|spraken|sollicitatie|je sollicitatie|uw sollicitatie|jouw sollicitatie|uw brief|je mail|uw mail|uw bericht|je bericht|ontvangen|was|waren|bedankt voor|dank voor|gesprek|gehad|had|verstuurd|hebben wij uw"},
	{futureCue, 0, "zullen|zal|gaan|gaat|hopen|verwachten|plannen|willen|laten|krijg|krijgt|hoor|hoort|kunnen|graag|aub|wordt|worden|streven"},
	{promise, 1, "beslissing|een beslissing|onze beslissing|besluit|een besluit|beslissen|besluiten|beslist|uitslag|resultaat|de knoop doorhakken|knoop|afronden|de procedure af"},
	{promise, 0, "nemen contact|neem contact|contact met u|contact met je|contact met jou|contact op|laten weten|laten we|laten wij|laten u weten|laten je weten|laat ik|horen van ons|van ons horen|hoor je|hoort u|hoor je van ons|hoort u van ons|van ons|van mij|van me|komen bij u terug|komen bij je terug|komen terug|bij je terug|bij u terug|kom ik terug|terugkoppeling|een terugkoppeling|terugkoppelen|informeren|op de hoogte|berichten|bericht van ons|een bericht|uitsluitsel|reactie|een reactie|reageren|antwoord|een antwoord|feedback|update|een update|nieuws|vervolgstappen|volgende stappen|bellen|bellen we|mailen|meer weten|meer duidelijkheid|duidelijkheid|terugbellen"},
	{request, 0, "u heeft|je hebt|laat ons|laat het ons|laat het mij|laat mij|laat me|wilt u ons|wil je ons|kun je ons|kunt u ons|uw reactie|je reactie|jouw reactie|uw antwoord|je antwoord|jouw antwoord|uw beslissing|je beslissing|jouw beslissing|bevestig|bevestigen|bevestigt|getekend|ondertekend|ondertekende|retour|terugsturen|stuur ons|accepteren|te accepteren|van je horen|van u horen|graag van je|graag van u|ons laten weten|ons weten|mij weten|me weten"},
	{expiry, 0, "geldig|aanbod is geldig|geldt|vervalt|verloopt|aanbod staat|blijft staan|deadline|uiterste datum|reactietermijn|open tot"},
	{event, 0, "afspraak|interview|sollicitatiegesprek|gesprek op|kennismaking|kennismakingsgesprek|beschikbaar op|beschikbaar|startdatum|eerste werkdag|andere kandidaten|gesprekken|overige kandidaten|gesloten|ben je vrij"},
	{out, 0, "afwezig|afwezigheid|niet aanwezig|niet op kantoor|met vakantie|op vakantie|vakantie|verlof|met verlof|zwangerschapsverlof|ouderschapsverlof|niet bereikbaar|ziek|op reis|zakenreis|buiten kantoor|niet beschikbaar|vrij"},
	{back, 0, "terug|weer terug|weer aanwezig|weer bereikbaar|weer op kantoor|weer beschikbaar|terug op kantoor|ben ik weer|mijn terugkomst|terugkomst|terugkeer|weer aan het werk|weer in"},
}
