package drafter

import (
	"cmp"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterword/internal/mail"
	"afterword/rules"
)

// TestOursRaiseNoAlarm reads our own letters as if the user had written them: nothing is
// found in letters that are in order. AFTERWORD_LETTERS says how many.
func TestOursRaiseNoAlarm(t *testing.T) {
	n := 1
	if said, err := strconv.Atoi(os.Getenv("AFTERWORD_LETTERS")); err == nil {
		n = said
	}
	kinds := everyKind()
	names := slices.Sorted(maps.Keys(kinds))
	told := map[string]bool{}
	in := input(t, thankYou(okafor))
	in.Now = in.Now.Add(time.Hour)
	for _, language := range languages {
		for _, name := range names {
			for seed := range n {
				one := in
				one.FollowUp, one.App.Language, one.Seed = kinds[name], language, uint64(seed*31+len(name))
				one.Tone = []string{"plain", "warm", "formal"}[seed%3]
				one.App.Interviews = slices.Clone(in.App.Interviews)
				one.App.Interviews[0].Topics, one.App.Interviews[0].Challenges = nil, nil
				if seed%2 == 0 {
					one.App.Interviews[0].Topics = jotted[language][3:5]
				}
				d, findings, err := Compose(t.Context(), one)
				if err != nil {
					t.Fatal(language, name, err, findings)
				}
				m := mail.Read(d.Raw)
				for _, f := range ProofreadMessage(d.Raw, Context{App: &one.App, FollowUp: &one.FollowUp, Me: me, Zone: in.Calendar.Zone(),
					Language: language, Previous: one.FollowUp.Words, Others: []string{"Northwind Labs", "Brightwater"}}) {
					key := cmp.Or(f.Words, f.Suggestion)
					if !told[key] {
						t.Errorf("%s %s: %v in %q %q", language, name, f, m.Subject, d.Body)
					}
					told[key] = true
				}
			}
		}
	}
}

// thanksIn is a thank-you in each language, into which a sentence is put.
var thanksIn = map[string]string{
	"en": "Thank you for your time on Friday and for the open conversation about the Senior Analyst role.",
	"de": "Vielen Dank für Ihre Zeit am Freitag und für das offene Gespräch über die Stelle als Senior Analyst.",
	"fr": "Merci pour le temps que vous m'avez accordé vendredi et pour notre échange sur le poste de Senior Analyst.",
	"es": "Muchas gracias por su tiempo el viernes y por la conversación sobre el puesto de Senior Analyst.",
	"nl": "Hartelijk dank voor uw tijd op vrijdag en voor het open gesprek over de functie van Senior Analyst.",
}

// read proofreads a sentence of the user's in a letter of a kind.
func readOwn(t *testing.T, language string, f rules.FollowUp, sentence string) []Finding {
	app := acme(t)
	app.Language = language
	l := Manuscript{To: []string{f.To.Address}, Subject: "Senior Analyst", Text: sentence}
	if f.Kind == rules.ThankYou {
		l.Text = thanksIn[language] + " " + sentence
	}
	l.Whole = l.Text
	return Proofread(l, Context{App: &app, FollowUp: &f, Me: me, Language: language, Others: []string{"Northwind Labs", "Brightwater", "Nordlicht GmbH", "Signal AG", "Analytics Partners"}})
}

func TestOwnFaults(t *testing.T) {
	for language, faults := range map[string]string{
		"en": `misspelled|I beleive that your team does fine work.
			misspelled|Your welcome to call me.
			misspelled|I hope your well.
			misspelled|I liked what your building there.
			misspelled|I liked you're approach to the data.
			misspelled|The company knows it's customers well.
			misspelled|Its a team that I would join at once.
			misspelled|I hope that I did not ask to many questions.
			misspelled|I am looking forward too working with you.
			misspelled|I learned a lot about there product.
			misspelled|Their is a lot that I could bring.
			misspelled|It was more then I expected.
			misspelled|I would apreciate the chance.
			misspelled|It was a interesting afternoon.
			misspelled|I should of mentioned my work on late data.
			misspelled|The enviroment that you described is what I look for.
			misspelled|It was nice to here about the work.
			misspelled|It was a priviledge.
			company|I would love to join Northwind Labs.
			company|The role at Globex Industries is what I look for.
			company|I came away wanting to work at Brightwater.
			asks|I was wondering how long the process usually takes.
			asks|It would be good to know where things stand.
			asks|Do keep me posted.
			asks|Please let me know when you decide.
			asks|I would love to know what comes next.
			tone|I am also talking with other companies.
			company|The way Northwind works is how I like to work.
			tone|A prompt reply would help me.
			asks|I look forward to hearing from you.`,
		"de": `misspelled|Das Gespräch hat mich sehr beindruckt.
			misspelled|Ich freue mich, das Sie sich die Mühe gemacht haben.
			misspelled|Danke für dass Interesse.
			misspelled|Ich arbeite seid drei Jahren mit solchen Daten.
			misspelled|Das gespräch war sehr offen.
			misspelled|Ich würde mich über ein Wider sehen freuen.
			misspelled|Ich bin sehr interresiert.
			misspelled|Die Atmospäre war angenehm.
			misspelled|Das war ausserdem sehr hilfreich.
			misspelled|Ich danke ihnen für die Offenheit.
			misspelled|Daß Sie sich Zeit nahmen, war schön.
			misspelled|Ich möchte mich herzlich für die stelle bewerben.
			company|Ich würde gern bei Nordlicht GmbH anfangen.
			company|Die Stelle bei Globex reizt mich.
			company|Dass Sie bei Nordlicht so offen sind, gefällt mir.
			misspelled|Der Satz, das ein Modell nicht lügt, blieb mir im Kopf.
			misspelled|Sie haben trotz aller schwankungen die Ruhe behalten.
			misspelled|So etwas habe ich bisher vermißt.
			misspelled|Ich fand es schön, das Sie auch mich gefragt haben.
			asks|Mich würde interessieren, wie es nun weitergeht.
			asks|Bis wann darf ich mit einer Antwort rechnen?
			tone|Ich führe gerade auch Gespräche mit anderen Unternehmen.`,
		"fr": `misspelled|J'ai beaucoup apprécier votre franchise.
			misspelled|L'echange m'a conforté dans mon choix.
			misspelled|Votre equipe m'a plu.
			misspelled|Je suis tres motivée.
			misspelled|Vos conseil m'ont été utiles.
			misspelled|C'est une belle entreprise et un bon acceuil.
			misspelled|Je vous remerci encore.
			misspelled|Je reste a votre disposition.
			misspelled|Cet échange à été riche.
			company|J'aimerais beaucoup rejoindre Globex.
			asks|Pourriez-vous me dire quand je peux espérer une suite ?
			misspelled|Je suis un peu decu.
			asks|Le jury se réunira-t-il encore ce mois-ci ?
			asks|Tenez-moi au courant.`,
		"es": `misspelled|Me gusto mucho la conversacion.
			misspelled|Tambien me interesa el trabajo con datos.
			misspelled|Estoy muy interesada en la posicion.
			misspelled|Creo que el equipo esta muy unido.
			misspelled|Espero que le halla parecido bien.
			misspelled|Fue una entrebista muy agradable.
			misspelled|El proximo proyecto me atrae.
			misspelled|Seria un honor trabajar con ustedes.
			misspelled|Hace dos anos trabajé con esos datos.
			company|Me encantaría incorporarme a Globex.
			asks|Quisiera saber cómo sigue el proceso.
			asks|Manténgame al tanto.`,
		"nl": `misspelled|Ik vondt het een intressant gesprek.
			misspelled|Ik wordt er blij van.
			misspelled|Het team die u beschreef, spreekt mij aan.
			misspelled|Bedankd voor de uitleg.
			misspelled|Ik ben erg geinteresseerd.
			misspelled|Hun hebben veel bereikt.
			misspelled|Dank ook voor u openheid.
			misspelled|U heeft mij veel vertelt.
			company|Ik zou graag werken bij Globex.
			misspelled|Als iets onduidelijk is, meldt ik me.
			misspelled|Dat heeft veel ergernis bespaart.
			misspelled|Dat verhaal vind iedereen mooi.
			asks|Ik ben benieuwd welke rondes er na dit gesprek nog komen.
			asks|Ik ben benieuwd hoe het verder gaat.`,
	} {
		for line := range strings.Lines(faults) {
			rule, sentence, _ := strings.Cut(strings.TrimSpace(line), "|")
			got := readOwn(t, language, thankYou(okafor), sentence)
			if !slices.ContainsFunc(got, func(f Finding) bool { return f.Rule == rule }) {
				t.Errorf("%s: %s not found in %q: %v", language, rule, sentence, got)
			}
		}
	}
}

// TestOwnPressure finds pressure that is put politely in a check-in.
func TestOwnPressure(t *testing.T) {
	for language, sentences := range map[string][]string{
		"en": {"It has been over two weeks since we spoke about the Senior Analyst role.", "I have to decide on the Senior Analyst role and others by then.", "I had hoped to have heard by now about the Senior Analyst role."},
		"de": {"Ich hatte eigentlich mit einer Nachricht zur Stelle als Senior Analyst gerechnet.", "Über eine baldige Antwort zur Stelle als Senior Analyst würde ich mich freuen."},
		"fr": {"Je dois prendre une décision pour le poste de Senior Analyst.", "Une réponse rapide au sujet du poste de Senior Analyst m'aiderait."},
		"es": {"Tengo que tomar una decisión sobre el puesto de Senior Analyst.", "Una pronta respuesta sobre el puesto de Senior Analyst me ayudaría."},
		"nl": {"Ik moet binnenkort een beslissing nemen over de functie van Senior Analyst.", "Een spoedige reactie over de functie van Senior Analyst zou helpen."},
	} {
		for _, sentence := range sentences {
			got := readOwn(t, language, checkIn(1), sentence)
			if !slices.ContainsFunc(got, func(f Finding) bool { return f.Rule == RuleTone || f.Rule == RuleIrritates }) {
				t.Errorf("%s: nothing found in %q: %v", language, sentence, got)
			}
		}
	}
}

// TestOwnFair holds that right sentences near the faults raise no alarm.
func TestOwnFair(t *testing.T) {
	for language, sentences := range map[string]string{
		"en": `I appreciate your taking the time, and your very kind words.
			It's kind of you to share what it's about.
			What you said about your growing team, and about there being too few testers, stayed with me.
			The people there work hard, and I met some too.
			When I worked at Siemens, I led a similar team, and my colleagues at Philips taught me a lot.
			I spoke to many customers, and that led to much better results.
			I learned a lot from the people you introduced me to.
			I'd be glad to hear more about the data, i.e. what arrives late.
			Please let me know if you need anything else from me.
			I would be glad to join you, and to work with Kubernetes again.`,
		"de": `Das Team, das Sie beschrieben haben, und das Gespräch, das wir führten, haben mir gefallen.
			Es gefällt mir, dass Sie das Thema offen ansprechen.
			Ich war seit 2019 bei Siemens und habe dort Frau Kahl und ihr Team kennengelernt.
			Für weitere Fragen stehe ich Ihnen gern zur Verfügung.
			Ich wünsche Ihnen und Ihrem Team eine gute Woche.
			Ein Haus, das viele Brücken baut, ist ein gutes Signal.
			Mir hat das Projekt gefallen, das Sie erwähnten, und es war schön, das Team zu treffen.
			Auf ein Wiedersehen würde ich mich freuen.`,
		"fr": `J'ai apprécié votre franchise, et j'ai hâte de travailler avec vous.
			Quand vous avez parlé des enjeux, j'ai pensé à mon expérience chez Airbus à Toulouse.
			Ce que vous m'avez expliqué est très intéressant, et cet échange a été riche.
			Je reste à votre disposition pour toute question.`,
		"es": `Me gustó mucho la conversación, y también lo que usted comentó sobre el equipo.
			Esta empresa está creciendo, y eso me atrae.
			Sé lo que cuesta vigilar plazos en cuatro registros a la vez.
			Trabajé en Madrid, donde hice algo parecido.
			Quedo a su disposición para cualquier pregunta.`,
		"nl": `Het team dat u beschreef, spreekt mij aan, en de uitleg was helder.
			Ik vind het mooi dat u daar zo open over vertelt.
			Bij Philips in Eindhoven heb ik iets dergelijks gedaan.
			Dat je je plek zelf kiest, vind ik sterk.
			Ik zou graag met uw team werken.`,
	} {
		for sentence := range strings.Lines(sentences) {
			if got := readOwn(t, language, thankYou(okafor), strings.TrimSpace(sentence)); len(got) > 0 {
				t.Errorf("%s: %q: %v", language, strings.TrimSpace(sentence), got)
			}
		}
	}
}

// In Switzerland there is no ß.
func TestSwissSpelling(t *testing.T) {
	app := acme(t)
	l := Manuscript{To: []string{okafor.Address}, Text: "Das war ausserdem hilfreich.", Whole: "Das war ausserdem hilfreich."}
	for holidays, want := range map[string]int{"CH-ZH": 0, "DE-BY": 1} {
		app.Holidays = holidays
		got := 0
		for _, f := range Proofread(l, Context{App: &app, FollowUp: &rules.FollowUp{}, Language: "de"}) {
			if f.Rule == RuleMisspelled {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d findings, want %d", holidays, got, want)
		}
	}
}
