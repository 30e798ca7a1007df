package templates

import "testing"

// What people jot down that no letter should hold, by language; written before the lists.
var unfitNotes = map[string][]string{
	"en": {"base 95k, bonus 10%", "salary range 60-70", "they pay £45,000", "RSUs vest over 4 yrs", "30 days holiday", "company car", "dental and vision insurance", "sponsor my visa", "free lunches", "signing bonus",
		"the boss is going through a divorce", "her pregnancy", "recruiter looked hungover", "hot CTO", "young and pretty interviewer", "he has cancer", "manager on antidepressants", "tech lead seems depressed", "his accent is hard to follow", "interviewer is gay",
		"redundancies next quarter", "they fired the last PM", "job cuts in sales", "hiring freeze", "company almost bankrupt", "20% headcount reduction",
		"office politics", "CEO and CFO hate each other", "everyone is leaving", "toxic culture", "bullying by the former boss", "rumours about a takeover", "kununu reviews", "lawsuit with an ex-employee", "sexist remarks",
		"not public yet: merger with Orion", "off the record", "under NDA", "secret project", "don't tell anyone about the new site",
		"shitty codebase", "f***ing Jenkins", "their stack is garbage", "damn slow builds", "total clusterfuck", "sales guys are morons", "dumb questions", "interviewer was 20 minutes late", "boring work", "chaotic onboarding",
		"other candidates in the final", "offer from a rival", "when they decide", "background check"},
	"de": {"75.000 Euro", "Gehalt 60-65k", "13. Monatsgehalt", "30 Urlaubstage", "Firmenwagen auch privat", "Bonus 10 %", "Jobticket", "Boni gestrichen",
		"Chef lässt sich scheiden", "Chefin ist schwanger", "Abteilungsleiter trinkt", "hübsche Kollegin", "Teamleiter hat Krebs", "Kollegin im Burnout", "Chef total cholerisch", "Kollegen wirken überfordert",
		"Stellenabbau im Werk", "Kurzarbeit ab Januar", "drohende Insolvenz", "Entlassungen im Vertrieb", "Vorgänger wurde gefeuert", "Sozialplan",
		"Zoff zwischen den Abteilungen", "schlechtes Betriebsklima", "alle kündigen", "Vorgänger hat hingeschmissen", "Gerüchte über den Verkauf", "Klage einer Exmitarbeiterin",
		"streng vertraulich: neuer Standort", "noch nicht öffentlich: Fusion", "Geheimprojekt Adler", "unter uns gesagt",
		"Drecksladen", "Scheißmeetings", "beschissene Tools", "Arschloch von Chef", "saublöde Software", "Chaosladen", "langweilige Aufgaben", "kam 20 Minuten zu spät", "katastrophale Organisation"},
	"fr": {"salaire 42k", "45 000 € brut", "prime de fin d'année", "voiture de fonction", "mutuelle prise en charge", "RTT et congés", "titres-restaurant", "13e mois",
		"le directeur divorce", "la responsable est enceinte", "chef alcoolique", "la RH est canon", "collègue en arrêt maladie", "manager dépressif", "patron sexiste", "collègues débordés et aigris",
		"plan social en vue", "licenciements chez eux", "suppressions de postes", "redressement judiciaire", "gel des embauches",
		"mauvaise ambiance", "guerre entre les services", "tout le monde démissionne", "avis Glassdoor catastrophiques", "harcèlement dans l'équipe", "procès aux prud'hommes",
		"confidentiel : rachat prévu", "entre nous", "pas encore annoncé", "projet secret",
		"outil de merde", "bordel dans les données", "réunions chiantes", "chef connard", "direction incompétente", "bureaux moches", "c'est nul", "logiciel à chier", "arrivé en retard à l'entretien"},
	"es": {"sueldo de 30.000", "35k brutos", "bonus anual", "coche de empresa", "23 días de vacaciones", "cheque restaurante", "seguro médico", "paga extra",
		"el jefe se está divorciando", "directora embarazada", "recepcionista guapa", "compañero alcohólico", "el CEO tiene cáncer", "jefe estresado", "compañera de baja por depresión",
		"despidos en marzo", "ERE a la vista", "recorte de plantilla", "casi en quiebra", "echaron al anterior",
		"mal rollo entre equipos", "todos se van", "rumores de venta", "acoso laboral", "denuncia de un extrabajador", "críticas en Glassdoor",
		"confidencial: nueva sede", "entre nosotros", "aún no es público", "proyecto secreto",
		"puto Jira", "código de mierda", "reuniones coñazo", "jefe cabrón", "un desastre de oficina", "herramientas cutres", "trabajo aburrido", "llegó 20 minutos tarde", "gente inútil"},
	"nl": {"salaris 4500", "€ 3.800 bruto", "13e maand", "leaseauto", "25 vakantiedagen", "reiskostenvergoeding", "pensioenregeling", "bonus van 8%",
		"baas ligt in scheiding", "leidinggevende is zwanger", "knappe receptioniste", "collega met kanker", "teamleider is overspannen", "directeur drinkt te veel", "chagrijnige manager",
		"ontslagronde in maart", "reorganisatie met gedwongen ontslagen", "bijna failliet", "vacaturestop", "vorige PM is ontslagen",
		"ruzie tussen teams", "slechte sfeer", "iedereen loopt weg", "roddels over de directie", "pesterijen", "rechtszaak van een ex-medewerker",
		"vertrouwelijk: overname", "nog niet openbaar", "geheim project", "onder ons gezegd",
		"klotesysteem", "kutvergaderingen", "wat een puinhoop", "baas is een klootzak", "waardeloze tools", "saai werk", "kwam een kwartier te laat", "achterlijke processen", "rommelig kantoor"},
}

// More of them, found hard by the lists of a first day.
var unfitFurther = map[string][]string{
	"en": {"£60k plus car", "OTE 110", "14 weeks paid leave", "they cover relocation", "golden handcuffs", "unlimited PTO policy", "4 day week same pay", "CEO's son runs marketing", "hiring manager is recovering from surgery", "he stutters", "smelled of alcohol", "she just had a baby", "he's getting old", "director is a bit of a bully", "team lost three people this month", "last guy got canned", "they might not make payroll", "VC money nearly gone", "the VP is sleeping with the CEO", "nobody likes the new COO", "PR disaster last year", "Project Falcon (hush)", "merger with Orion, keep to myself", "effing slow CI", "BS meetings", "office looks like a prison", "receptionist was snotty", "answers were vague and evasive", "they seemed bored", "second choice candidate"},
	"de": {"62 T€", "Fixum plus Provision", "Urlaubsgeld nur 50 %", "Teilzeit wegen Kind", "CEO hat Alzheimer", "Teamleiterin trauert um ihren Vater", "Chef duzt alle, riecht nach Schnaps", "Personaler war eingebildet", "Kollege wurde rausgeekelt", "Standort wird dichtgemacht", "Auftragseinbruch, Leute müssen gehen", "Eigentümer zerstritten", "Chef hat was mit der Assistentin", "darf noch keiner wissen: Umzug", "Kackprozess", "die haben echt keinen Plan", "grottenschlechte Doku", "Meetings zum Einschlafen", "Drecksarbeit", "Schweinebande"},
	"fr": {"fixe 40 + variable 10", "jours de RTT", "participation et intéressement", "la cheffe attend un bébé", "DRH en deuil", "le patron boit", "recruteuse mal habillée", "boîte au bord du gouffre", "ils virent du monde", "le PDG couche avec l'assistante", "embrouilles entre associés", "à garder pour soi : fusion", "ERP de chiotte", "réunions interminables et débiles", "équipe de bras cassés", "locaux crasseux"},
	"es": {"30 mil brutos", "14 pagas", "jornada intensiva en verano", "la jefa espera un bebé", "el director es un baboso", "entrevistadora antipática", "van a echar a gente", "la empresa se hunde", "el CEO está liado con su secretaria", "malos rollos con el comité", "no se puede contar: fusión", "Excel de los cojones", "vaya panda de inútiles", "oficina asquerosa"},
	"nl": {"3500 bruto p/m", "lease-auto met laadpas", "24 dagen vrij", "manager is net weduwnaar", "directrice verwacht een kind", "teamleider rook naar drank", "er moeten mensen uit", "bedrijf staat op omvallen", "directeur heeft iets met secretaresse", "gekonkel in de top", "mag nog niet naar buiten", "kloteproces", "stomme vragen", "zooitje ongeregeld", "sloom en suf team"},
}

// What they jot down that a letter may hold.
var fitNotes = map[string][]string{
	"en": {"payroll migration", "the move to Kubernetes", "retention dashboards", "secrets management", "health equity research", "private equity clients", "bad debt reporting", "cancer screening programme", "depression research", "hot leads from trade fairs",
		"sick children on the ward", "budget planning for 2027", "cost of energy", "scaling to 10k users", "5k orders a day", "warehouse in Leeds", "the secretary of state's report", "pricing page redesign", "assessment of year 9", "classroom assistants",
		"tight deadlines at month end", "shift handover", "wound care", "young readers programme", "old warehouse software", "legacy code", "staff shortage at night", "Scunthorpe plant", "passport control", "Dickens festival"},
	"de": {"Umstellung auf SAP", "Lohnabrechnung für 300 Leute", "Krankenhausinformationssystem", "Krankenpflege auf Station 3", "Krebsvorsorge", "Altersvorsorgeprodukte", "Einführung der E-Akte", "alte Lagersoftware", "Geheimnisverwaltung in Vault", "rote Zahlen im Controlling",
		"Angebotserstellung", "Nachtdienste", "Personalmangel", "Homeoffice-Regelung im Team", "Mistelzucht", "Schulsozialarbeit", "Junge Bühne", "Energiekosten", "Kundenabwanderung", "Rotation der Schichten"},
	"fr": {"gestion de la paie", "refonte du site", "confection des plannings", "appels d'offres", "dépistage du cancer", "prise en charge de la dépression", "concours de cuisine", "coûts de l'énergie", "conduite du changement", "sous-effectif la nuit",
		"passage à Kubernetes", "données de santé", "secret médical", "jeunes publics", "vieux logiciel de caisse"},
	"es": {"migración a SAP", "gestión de nóminas", "consultas con pacientes", "detección del cáncer", "control de calidad", "coste de la energía", "reputación de la marca", "computación en la nube", "disputas de frontera", "jóvenes lectores",
		"falta de personal", "seguridad de los secretos en Vault", "malaria y vacunas", "nueva planta"},
	"nl": {"overstap naar SAP", "salarisadministratie", "kankeronderzoek", "ziekenhuisapotheek", "personeelstekort", "energiekosten", "rotatie van diensten", "jonge lezers", "oude kassasystemen", "geheimbeheer in Vault",
		"wachtlijsten", "leescultuur", "kostprijs per product", "kunststofverwerking", "luchtkwaliteit"},
}

func TestUnfit(t *testing.T) {
	through, held := 0, 0
	for _, language := range Languages() {
		for _, note := range append(unfitNotes[language], unfitFurther[language]...) {
			// What fits no sentence goes into none, either.
			if _, unfit := UnfitOf(note); !unfit && Fits(language, note) {
				through++
				t.Logf("%s: %q is let through", language, note)
			}
		}
	}
	for language, notes := range fitNotes {
		for _, note := range notes {
			if why, unfit := UnfitOf(note); unfit {
				held++
				t.Logf("%s: %q is held back: %s (%q)", language, note, why.Kind, why.Words)
			}
		}
	}
	if through > 0 || held > 0 {
		t.Errorf("%d let through, %d held back", through, held)
	}
}

// Jottings as sentences and their parts.
func TestJottings(t *testing.T) {
	for _, row := range table(t, "jottings.tsv", 3) {
		language, verdict, jotting := row[0], row[1], row[2]
		if fits := Fits(language, jotting); fits != (verdict == "fit") {
			t.Errorf("%s %q is %s, and stands in a letter: %v (%s)", language, jotting, verdict, fits, WhyLeftOut(jotting))
		}
	}
}
