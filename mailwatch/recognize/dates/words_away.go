package dates

// The languages below are read for one thing: when somebody who is away comes back.
// They have no words for promises and requests.

// italian are the words of Italian, without accents.
var italian = []group{
	{month, 1, "gennaio|gen"}, {month, 2, "febbraio|feb"}, {month, 3, "marzo"}, {month, 4, "aprile|apr"}, {month, 5, "maggio|mag"}, {month, 6, "giugno|giu"}, {month, 7, "luglio|lug"},
	{month, 8, "agosto"}, {month, 9, "settembre|sett|set"}, {month, 10, "ottobre|ott"}, {month, 11, "novembre|nov"}, {month, 12, "dicembre|dic"},
	{weekday, 1, "lunedi"}, {weekday, 2, "martedi"}, {weekday, 3, "mercoledi"}, {weekday, 4, "giovedi"}, {weekday, 5, "venerdi"}, {weekday, 6, "sabato"}, {weekday, 0, "domenica"},
	{count, 1, "un|una"}, {count, 2, "due"}, {count, 3, "tre"}, {count, 4, "quattro"}, {ordinal, 1, "primo"}, {unit, unitDay + plural, "giorni"}, {unit, unitWeek, "settimana"}, {unit, unitWeek + plural, "settimane"}, {unit, unitMonth, "mese"},
	{relative, 1, "prossimo|prossima"}, {relative, 0, "questo|questa|corrente"}, {anchor, 0, "oggi"}, {anchor, 1, "domani"}, {part, partBegin, "inizio"}, {part, partEnd, "fine"}, {part, partMiddle, "meta"},
	{by, 1, "fino al|fino a|sino al|fino all|fino alla|al"}, {by, 0, "entro|entro il"}, {before, 0, "prima del|prima di"}, {after, 0, "dopo il|dopo"}, {from, 0, "dal|da|dall|a partire dal"},
	{in, 0, "in|tra|fra"}, {on, 0, "il|l|nel|alle"}, {and, 0, "e"}, {or, 0, "o"}, {of, 0, "di|del|della|dell"}, {the, 0, "la|lo|gli|le"},
	{holiday, christmas, "natale"}, {holiday, easter, "pasqua"}, {holiday, epiphany, "epifania"}, {holiday, newYear, "capodanno"},
	{out, 0, "fuori ufficio|fuori sede|assente|in ferie|ferie|assenza|in congedo|in maternita|non in ufficio|in trasferta|non disponibile"},
	{back, 0, "di ritorno|rientro|rientrero|rientrer|ritorno|ritornero|tornero|torno|rientro in ufficio|di nuovo in ufficio|di nuovo disponibile|nuovamente disponibile|saro di nuovo|al mio rientro|ripartiremo|riapriremo"},
}

// portuguese are the words of Portuguese, without accents.
var portuguese = []group{
	{month, 1, "janeiro|jan"}, {month, 2, "fevereiro|fev"}, {month, 3, "marco"}, {month, 4, "abril|abr"}, {month, 5, "maio"}, {month, 6, "junho|jun"}, {month, 7, "julho|jul"},
	{month, 8, "agosto|ago"}, {month, 9, "setembro|set"}, {month, 10, "outubro|out"}, {month, 11, "novembro|nov"}, {month, 12, "dezembro|dez"},
	{weekday, 1, "segunda feira|segunda"}, {weekday, 2, "terca feira|terca"}, {weekday, 3, "quarta feira|quarta"}, {weekday, 4, "quinta feira|quinta"}, {weekday, 5, "sexta feira|sexta"}, {weekday, 6, "sabado"}, {weekday, 0, "domingo"},
	{count, 1, "um|uma"}, {count, 2, "dois|duas"}, {count, 3, "tres"}, {count, 4, "quatro"}, {ordinal, 1, "primeiro"}, {unit, unitDay + plural, "dias"}, {unit, unitWeek, "semana"}, {unit, unitWeek + plural, "semanas"}, {unit, unitMonth, "mes"},
	{relative, 1, "proximo|proxima|que vem"}, {relative, 0, "este|esta|corrente"}, {anchor, 0, "hoje"}, {anchor, 1, "amanha"}, {part, partBegin, "inicio"}, {part, partEnd, "fim|final"}, {part, partMiddle, "meados"},
	{by, 1, "ate|ate ao|ate a|ate o|ate ao dia|ate o dia|ate dia|ao dia|a"}, {before, 0, "antes de|antes do"}, {after, 0, "depois de|apos"}, {from, 0, "desde|do dia|a partir de|a partir do dia|entre|entre os dias"},
	{in, 0, "em|dentro de|daqui a"}, {on, 0, "no|na|no dia|em o|dia|ao"}, {and, 0, "e"}, {or, 0, "ou"}, {of, 0, "de|do|da|dos"}, {the, 0, "o|os|as"},
	{holiday, christmas, "natal"}, {holiday, easter, "pascoa"}, {holiday, newYear, "ano novo"},
	{out, 0, "fora do escritorio|ausente|ausencia|de ferias|em ferias|ferias|de licenca|licenca|em viagem|indisponivel|fora da empresa"},
	{back, 0, "de volta|regresso|regressarei|regressar|retorno|retornarei|volto|voltarei|estarei de volta|de regresso|meu retorno|novamente disponivel|volto ao escritorio"},
}

// swedish are the words of Swedish, without accents.
var swedish = []group{
	{month, 1, "januari|jan"}, {month, 2, "februari|feb"}, {month, 3, "mars"}, {month, 4, "april|apr"}, {month, 5, "maj"}, {month, 6, "juni|jun"}, {month, 7, "juli|jul"},
	{month, 8, "augusti|aug"}, {month, 9, "september|sept|sep"}, {month, 10, "oktober|okt"}, {month, 11, "november|nov"}, {month, 12, "december|dec"},
	{weekday, 1, "mandag|mandagen"}, {weekday, 2, "tisdag|tisdagen"}, {weekday, 3, "onsdag|onsdagen"}, {weekday, 4, "torsdag|torsdagen"}, {weekday, 5, "fredag|fredagen"}, {weekday, 6, "lordag|lordagen"}, {weekday, 0, "sondag|sondagen"},
	{count, 1, "en|ett"}, {count, 2, "tva"}, {count, 3, "tre"}, {count, 4, "fyra"}, {unit, unitDay + plural, "dagar"}, {unit, unitWeek, "vecka|veckan"}, {unit, unitWeek + plural, "veckor"}, {unit, unitMonth, "manad|manaden"}, {weekNo, 0, "v"},
	{relative, 1, "nasta"}, {relative, 0, "denna|den har"}, {anchor, 0, "idag|i dag"}, {anchor, 1, "imorgon|i morgon"}, {part, partBegin, "borjan"}, {part, partEnd, "slutet"}, {part, partMiddle, "mitten"},
	{by, 1, "till|tills|till och med|t o m|tom|fram till|till den|till och med den|fram till den|till mandag"}, {before, 0, "fore|innan"}, {after, 0, "efter"}, {from, 0, "fran|fran och med|fr o m|from|mellan"},
	{in, 0, "om|i"}, {on, 0, "pa|den|under"}, {and, 0, "och"}, {or, 0, "eller"}, {of, 0, "av"}, {the, 0, "det"},
	{holiday, christmas, "jul|julen"}, {holiday, easter, "pask"}, {holiday, newYear, "nyar"},
	{out, 0, "pa semester|semester|ledig|foraldraledig|franvarande|franvaro|ej pa kontoret|inte pa kontoret|pa resa|tjanstledig|bortrest|sjukskriven|ute ur kontoret|har semester"},
	{back, 0, "tillbaka|ater|ater pa kontoret|aterkommer|atervander|ater i tjanst|pa plats igen|pa kontoret igen|nar jag ar tillbaka|ater pa jobbet"},
}

// danish are the words of Danish and Norwegian, without accents.
var danish = []group{
	{month, 1, "januar|jan"}, {month, 2, "februar|feb"}, {month, 3, "marts|mars"}, {month, 4, "april|apr"}, {month, 5, "maj|mai"}, {month, 6, "juni|jun"}, {month, 7, "juli|jul"},
	{month, 8, "august|aug"}, {month, 9, "september|sept|sep"}, {month, 10, "oktober|okt"}, {month, 11, "november|nov"}, {month, 12, "december|desember|dec|des"},
	{weekday, 1, "mandag"}, {weekday, 2, "tirsdag"}, {weekday, 3, "onsdag"}, {weekday, 4, "torsdag"}, {weekday, 5, "fredag"}, {weekday, 6, "lordag"}, {weekday, 0, "sondag"},
	{count, 1, "en|et"}, {count, 2, "to"}, {count, 3, "tre"}, {count, 4, "fire"}, {unit, unitDay + plural, "dage|dager"}, {unit, unitWeek, "uge|uke"}, {unit, unitWeek + plural, "uger|uker"}, {unit, unitMonth, "maned"}, {weekNo, 0, "uge|uke"},
	{relative, 1, "naeste|neste"}, {relative, 0, "denne"}, {anchor, 0, "i dag"}, {anchor, 1, "i morgen"},
	{by, 1, "til|indtil|til og med|t o m|inntil|frem til|til den|til og med den|frem til den|indtil den"}, {before, 0, "inden|for"}, {after, 0, "efter|etter"}, {from, 0, "fra|fra og med|fra den"},
	{in, 0, "om|i"}, {on, 0, "pa|den|d"}, {and, 0, "og"}, {or, 0, "eller"}, {of, 0, "af|av"}, {the, 0, "det"},
	{out, 0, "pa ferie|ferie|fravaerende|fravaer|ikke pa kontoret|pa orlov|bortreist|har fri|holder ferie|barsel|ute av kontoret"},
	{back, 0, "tilbage|tilbake|vender tilbage|pa kontoret igen|igen pa kontoret|er igen|pa kontoret igjen"},
}

// polish are the words of Polish, without accents.
var polish = []group{
	{month, 1, "stycznia|styczen"}, {month, 2, "lutego|luty"}, {month, 3, "marca|marzec"}, {month, 4, "kwietnia|kwiecien"}, {month, 5, "maja|maj"}, {month, 6, "czerwca|czerwiec"}, {month, 7, "lipca|lipiec"},
	{month, 8, "sierpnia|sierpien"}, {month, 9, "wrzesnia|wrzesien"}, {month, 10, "pazdziernika|pazdziernik"}, {month, 11, "listopada|listopad"}, {month, 12, "grudnia|grudzien"},
	{weekday, 1, "poniedzialek|poniedzialku"}, {weekday, 2, "wtorek|wtorku"}, {weekday, 3, "sroda|srode|srody"}, {weekday, 4, "czwartek|czwartku"}, {weekday, 5, "piatek|piatku"}, {weekday, 6, "sobota|sobote|soboty"}, {weekday, 0, "niedziela|niedziele|niedzieli"},
	{count, 2, "dwa"}, {count, 3, "trzy"}, {unit, unitDay + plural, "dni"}, {unit, unitWeek, "tydzien|tygodnia"}, {unit, unitWeek + plural, "tygodnie|tygodni"}, {unit, unitMonth, "miesiac|miesiaca"},
	{relative, 1, "przyszly|przyszlego|nastepny|najblizszy"}, {anchor, 0, "dzisiaj|dzis"}, {anchor, 1, "jutro"}, {part, partEnd, "koniec|konca"}, {part, partBegin, "poczatku"},
	{by, 1, "do|do dnia|az do|do konca dnia"}, {before, 0, "przed"}, {after, 0, "po"}, {from, 0, "od|od dnia|pomiedzy"}, {in, 0, "za"}, {on, 0, "w|we|dnia|w dniu"}, {and, 0, "i|oraz"}, {or, 0, "lub"}, {of, 0, "r|roku"},
	{out, 0, "na urlopie|urlop|urlopie|urlopu|nieobecny|nieobecna|nieobecnosci|nieobecnosc|poza biurem|na zwolnieniu|w podrozy|niedostepny|niedostepna"},
	{back, 0, "wracam|wroce|powrot|powrotu|powrocie|bede dostepny|bede dostepna|znow w biurze|ponownie w biurze|do pracy wracam|wracam do biura|wracam do pracy"},
}
