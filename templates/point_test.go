package templates

import (
	"os"
	"strings"
	"testing"
)

func TestEnded(t *testing.T) {
	for _, c := range []struct {
		language string
		end      End
		typed    string
		sentence string // "" where the words end none
	}{
		{"en", Topic, "k8s migration", "What you told me about the Kubernetes migration has stayed with me."},
		{"en", Topic, "about how you plan the nights.", "What you told me about how you plan the nights has stayed with me."},
		{"en", Topic, "the salary bands", ""},
		{"en", Topic, "they were nice", ""},
		{"en-GB", Because, "because I ran two such moves.", "It matters to me because I ran two such moves."},
		{"en", Because, "We had it for years", "It matters to me because we had it for years."},
		{"en", OwnWork, "It reminds me of when I moved our billing", "It reminds me of when I moved our billing."},
		{"en", OwnWork, "???", ""},
		{"de", Because, "weil ich zwei solche Umzüge begleitet habe", "Das ist mir wichtig, weil ich zwei solche Umzüge begleitet habe."},
		{"de", OwnWork, "wie ich unser Lager umgezogen habe", "Das erinnert mich daran, wie ich unser Lager umgezogen habe."},
		{"de", Topic, "den Umzug nach Leipzig", "Was Sie mir über den Umzug nach Leipzig erzählt haben, ist mir noch lange durch den Kopf gegangen."},
		{"fr", Because, "il en va de la sécurité", "C'est un sujet qui me tient à cœur parce qu'il en va de la sécurité."},
		{"fr", OwnWork, "j'ai repris la paie", "Cela m'a rappelé le moment où j'ai repris la paie."},
		{"es", OwnWork, "cuando trasladé la facturación", "Me recordó a cuando trasladé la facturación."},
		{"nl", Because, "omdat daar de zorg begint", "Dat vind ik belangrijk, omdat daar de zorg begint."},
		{"xx", Topic, "the roof", ""},
	} {
		words, sentence, ok := Ended(c.language, c.end, c.typed)
		if ok != (c.sentence != "") || sentence != c.sentence {
			t.Errorf("%s %s %q: %q, %q, %v", c.language, c.end, c.typed, words, sentence, ok)
		}
		if again, same, ok := Ended(c.language, c.end, words); c.sentence != "" && (!ok || again != words || same != sentence) {
			t.Errorf("%q becomes %q when it is said again", words, again)
		}
	}
	for _, c := range unended {
		words, sentence, ok := Ended(c.language, c.end, c.typed)
		would, like := Unended(c.language, c.end, c.typed)
		if ok || sentence != "" || !strings.Contains(would, words) || like == "" {
			t.Errorf("%s %s %q stands as %q; refused it would be %q, like %q", c.language, c.end, c.typed, sentence, would, like)
		}
	}
	for _, language := range Languages() {
		for end, example := range endExamples[language] {
			if words, sentence, ok := Ended(language, end, example); !ok || words != example {
				t.Errorf("%s %s: %q, which the user is to go by, stands as %q", language, end, example, sentence)
			}
		}
		for _, end := range []End{Topic, Because, OwnWork} {
			if p := Prompt(language, end); !strings.HasSuffix(p, " …") || len(p) < 15 {
				t.Errorf("%s %s: %q", language, end, p)
			}
		}
	}
}

// What the user keeps stands as he wrote it, whatever the program knows of his language; what
// no letter should hold does not.
func TestKept(t *testing.T) {
	for _, c := range []struct {
		language string
		end      End
		typed    string
		ok       bool
	}{
		{"en", Because, "tide tables read like poems", true}, {"de", Because, "weil Gezeiten wie Gedichte", true}, {"nl", OwnWork, "het wad op", true}, {"en", Topic, "your view over the bay", true},
		{"de", Because, "gute Planung auch den schlechten Tag mitdenkt", true}, {"en", Because, "a late ferry costs the island its bread", true}, {"en", Because, "your ferries are late", false},
		{"nl", OwnWork, "een rommelige haven heb opgeruimd", true}, {"en", Because, "tides", false}, {"en", Because, "the salary is 80k", false}, {"de", Because, "der Chef ein Idiot ist", false}, {"en", OwnWork, "was sued by a shitty landlord", false},
		{"en", Topic, "the boats are late in winter", false}, {"en", Because, "tides read like poems. Pay me more", false}, {"xx", Because, "tide tables read like poems", false},
	} {
		words, sentence, ok := Kept(c.language, c.end, c.typed)
		if ok != c.ok || ok != strings.Contains(sentence, words) {
			t.Errorf("%s %s %q: %q, %q, %v", c.language, c.end, c.typed, words, sentence, ok)
		}
	}
}

// The sentence in which an end is asked for is one of the letter's own.
func TestEndsAreAskedForAsTheyStand(t *testing.T) {
	s := load(t)
	for language, frames := range endFrames {
		text, err := s.Source(language + "/thank-you")
		if err != nil {
			t.Fatal(err)
		}
		offer, err := s.Source(language + "/offer-reply")
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, offer...)
		for end, frame := range frames {
			if wording := strings.Replace(frame, "…", "{"+string(end)+"}", 1); !strings.Contains("\n"+string(text), "\n"+wording+"\n") {
				t.Errorf("%s: no wording is %q", language, wording)
			}
		}
	}
}

// What ends no sentence: no clause, the order of a main clause, or one without its subject.
var unended = []struct {
	language string
	end      End
	typed    string
}{
	{"en", Because, "a friendly crew"}, {"en", Because, "love to fix things"}, {"en", Because, "fixing bicycles with others"}, {"en", Because, "a crew that cares"},
	{"en", Because, "curious about tides"}, {"en", Because, "I a baker"}, {"en", Because, "to see how boats are built"},
	{"en", OwnWork, "my years at the bakery"}, {"en", OwnWork, "baking for weddings"}, {"en", OwnWork, "led crew of four"}, {"en", OwnWork, "we baked for weddings"}, {"en", OwnWork, "have baked for years"},
	{"en", Topic, "the boats are late in winter"},
	{"de", Because, "ich backe gern für andere"}, {"de", Because, "mein Vater war Bäcker"}, {"de", Because, "eine nette Mannschaft"}, {"de", Because, "mit Holz arbeiten"},
	{"de", Because, "eine Mannschaft, die zusammenhält"}, {"de", Because, "wir bauen zusammen"}, {"de", Because, "die Mannschaft hält zusammen"},
	{"de", OwnWork, "habe eine Backstube geleitet"}, {"de", OwnWork, "meine Lehre in der Backstube"}, {"de", OwnWork, "war in einer Backstube"}, {"de", OwnWork, "zwei Töchter habe"},
	{"de", Topic, "die Boote fahren im Winter"},
	{"fr", Because, "une équipe soudée"}, {"fr", Because, "réparer des bateaux"}, {"fr", Because, "une équipe qui répare"}, {"fr", Because, "le travail du bois"}, {"fr", Because, "curieux de tout"},
	{"fr", OwnWork, "mon apprentissage au fournil"}, {"fr", OwnWork, "tenir un fournil"}, {"fr", OwnWork, "je suis boulanger"}, {"fr", OwnWork, "j'ai deux ans de métier"},
	{"es", Because, "un equipo unido"}, {"es", Because, "reparar barcos"}, {"es", Because, "un equipo que repara"}, {"es", Because, "la alegría de navegar"},
	{"es", OwnWork, "mi taller en el puerto"}, {"es", OwnWork, "reparar barcos"}, {"es", OwnWork, "soy panadero"},
	{"nl", Because, "ik bak graag voor anderen"}, {"nl", Because, "mijn vader was bakker"}, {"nl", Because, "een hechte ploeg"}, {"nl", Because, "boten repareren"}, {"nl", Because, "een ploeg die helpt"},
	{"nl", OwnWork, "heb een bakkerij geleid"}, {"nl", OwnWork, "mijn leertijd in de bakkerij"}, {"nl", OwnWork, "bakte voor bruiloften"}, {"nl", OwnWork, "twee dochters heb"},
	{"nl", Topic, "de boten varen in de winter"},
}

// What is used is a sentence; of what is one, little is refused.
func TestEndings(t *testing.T) {
	for _, row := range table(t, "endings.tsv", 4) {
		language, end, typed, verdict := row[0], End(row[1]), row[2], row[3]
		_, sentence, ok := Ended(language, end, typed)
		if ok && verdict == "no" || !ok && verdict == "yes" {
			t.Errorf("%s %s %q (%s) stands as %q", language, end, typed, verdict, sentence)
		}
	}
}

// table reads the rows of a file of testdata.
func table(t *testing.T, name string, columns int) (rows [][]string) {
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(row) != columns {
			t.Fatalf("%s: %q has %d columns, want %d", name, line, len(row), columns)
		}
		rows = append(rows, row)
	}
	return rows
}

// A question is the end of one, or stands whole with its mark; what is to be sent is a thing.
func TestQuestionsAndPromises(t *testing.T) {
	for _, c := range []struct {
		language string
		end      End
		typed    string
		sentence string // "" where it is none
	}{
		{"en", Ask, "whether I can begin in May", "Could you tell me whether I can begin in May?"},
		{"en", Ask, "could you tell me whether I can begin in May?", "Could you tell me whether I can begin in May?"},
		{"en", Ask, "Can I begin in May?", "can I begin in May?"}, {"en", Ask, "begin in May", ""}, {"en", Ask, "Is the salary 80k?", ""}, {"en", Ask, "May?", ""},
		{"de", Ask, "ob ich im Mai anfangen kann", "Können Sie mir sagen, ob ich im Mai anfangen kann?"}, {"de", Ask, "kann ich im Mai anfangen?", "Kann ich im Mai anfangen?"},
		{"fr", Ask, "si je peux commencer en mai", "Pourriez-vous me dire si je peux commencer en mai\u00a0?"}, {"es", Ask, "¿Puedo empezar en mayo?", "¿puedo empezar en mayo?"},
		{"nl", Ask, "of ik in mei kan beginnen", "Kunt u me zeggen of ik in mei kan beginnen?"},
		{"en", Promise, "I will send you the two tide tables.", "As I said, I will send you the two tide tables."}, {"en", Promise, "send tide tables", ""}, {"en", Promise, "the tables are late", ""},
		{"de", Promise, "die beiden Gezeitentafeln", "Wie besprochen schicke ich Ihnen die beiden Gezeitentafeln."}, {"de", Promise, "Gezeitentafeln schicken", ""},
		{"fr", Promise, "les deux annuaires", "Comme convenu, je vous enverrai les deux annuaires."}, {"es", Promise, "las dos tablas", "Como le dije, le enviaré las dos tablas."}, {"nl", Promise, "de twee tabellen", "Zoals gezegd stuur ik u de twee tabellen."},
	} {
		words, sentence, ok := Ended(c.language, c.end, c.typed)
		if ok != (c.sentence != "") || sentence != c.sentence {
			t.Errorf("%s %s %q: %q, %q, %v", c.language, c.end, c.typed, words, sentence, ok)
		}
		if again, same, ok := Ended(c.language, c.end, words); c.sentence != "" && (!ok || again != words || same != sentence) {
			t.Errorf("%q becomes %q when it is said again", words, again)
		}
	}
}

// Who says how things are does not feel it as his own.
func TestReasonsOfOnesOwn(t *testing.T) {
	for reason, want := range map[[2]string]bool{
		{"en", "I grew up on a ferry"}: true, {"en", "tides decide everything"}: false, {"de", "ich am Hafen groß geworden bin"}: true, {"de", "Gezeiten alles bestimmen"}: false,
		{"fr", "j'ai grandi au port"}: true, {"fr", "la marée décide de tout"}: false, {"es", "crecí en el puerto"}: true, {"es", "la marea lo decide todo"}: false, {"nl", "ik aan de haven opgroeide"}: true, {"nl", "het getij alles bepaalt"}: false,
	} {
		c := &matter{lang: languages[reason[0]], values: map[string]string{}, tags: map[string]bool{}}
		if c.points(Data{Because: reason[1]}); c.tags["mine"] != want {
			t.Errorf("%q is of one's own: %v", reason, c.tags["mine"])
		}
	}
}

// What begins with no letter at all is answered, whatever it is.
func TestEndsOfNoLetters(t *testing.T) {
	for _, language := range Languages() {
		for _, end := range []End{Topic, Because, OwnWork} {
			for _, text := range []string{"…", "… Umzug", "3 4", "--", "« »", "1. der Plan", "\u00a0x", "'s"} {
				Ended(language, end, text)
				Unended(language, end, text)
				Fits(language, text)
			}
		}
	}
}
