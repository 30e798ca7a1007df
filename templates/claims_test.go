package templates

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// kindOf says by its job what a sentence claims. A job that states a fact has in every
// wording a value that bears it.
var kindOf = map[string]string{
	"opening": "thanks, role or date", "thanks": "thanks, role or date", "answer": "date",
	"elsewhere": "fact", "thought": "fact", "reason": "fact", "work": "fact", "second": "fact", "point": "fact", "concrete": "fact",
	"interest": "interest", "enthusiasm": "interest", "door": "interest",
	"ask": "question", "question": "question", "promise": "fact", "word": "question", "request": "question", "suggest": "question",
	"closing": "courtesy", "also": "courtesy", "offer": "courtesy", "understanding": "courtesy", "wish": "courtesy",
}

// bearers are the values that are facts, and the conditions under which one is known.
var (
	bearers    = wordSet(`topic topic2 challenge de-topic de-topic2 de-challenge because reason a-reason own-work met-people people a-people decision respond ask question promise feedback`)
	bearingTag = wordSet(`holding silence moved promised again given chosen feedback`)
)

// facts are the words by which a sentence says what somebody said, did or was like. Where
// no fact is borne by such a sentence, nobody said so.
var facts = map[string]string{
	"en": `\byou (?:told|said|explained|described|answered|showed|mentioned|shared|spoke)|\b(?:told|noticed|learned|understood) |\bopenly|\bclear(?:er|ly)\b|\bhelped me|\bstayed with me|picture of|\bhow much (?:thought|of)`,
	"de": `\b(?:sie|du) (?:\pL+ )*(?:erzählt|gesagt|beschrieben|erklärt|berichtet|gezeigt)|\b(?:gelernt|aufgefallen|erfahren (?:habe|hat)|verstanden)\b|anschaulich|offenheit|ein (?:viel )?(?:klares|klareres) bild|im gedächtnis`,
	"fr": `(?:vous|tu) (?:m'|me )?(?:avez |as )?(?:dit|expliqué|décrit|montré|répondu)|\b(?:appris|remarqué|retenu|entendu)\b|franchement|clairement|en tête|idée (?:bien )?plus`,
	"es": `\b(?:contó|contaste|dijo|dijiste|explicó|explicaste|mostró|describió|comentó|comentaste)\b|\b(?:aprendí|entendí|escuché|oí)\b|franqueza|idea (?:mucho )?más`,
	"nl": `\b(?:vertelde|zei|uitlegde|liet zien|beschreef)\b|\b(?:geleerd|gehoord|begrepen|gemerkt)\b|\bopen was\b|een (?:veel )?(?:helder|duidelijker) beeld|bijgebleven`,
}

// TestClaims says of every wording of every text of ours what it claims: thanks, role or
// date, a question, interest, courtesy, or a fact. A fact must be borne: by a value in the
// wording, or by a condition of its section. `-v` lists them all.
func TestClaims(t *testing.T) {
	s := load(t)
	for _, info := range s.List() {
		if strings.HasSuffix(info.Name, common) || isForm(info.Name) {
			continue
		}
		f, err := s.file(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		fact := regexp.MustCompile(`(?i)` + facts[info.Language])
		for _, sec := range f.sections {
			kind := kindOf[sec.job]
			if kind == "" {
				t.Errorf("%s:%d: what does the job %q claim?", info.Name, sec.line, sec.job)
			}
			known := slices.ContainsFunc(sec.when, func(tags []string) bool {
				return slices.ContainsFunc(tags, func(tag string) bool { return bearingTag[tag] })
			})
			for _, w := range sec.wordings {
				borne := false
				var text strings.Builder
				for _, p := range w.parts {
					if text.WriteString(p.text); p.name != "" {
						text.WriteString("{" + p.name + "}")
						borne = borne || bearers[p.name]
					}
				}
				if kind == "fact" && !borne || fact.MatchString(text.String()) && !borne && !known {
					t.Errorf("%s:%d: [%s] claims what no fact bears: %s", info.Name, w.line, sec.job, text.String())
				}
				t.Logf("%-20s %s: %s", kind, info.Name, text.String())
			}
		}
	}
}

// What our texts once said and nobody had told us is a fact that wants a bearer.
func TestClaimsAreSeen(t *testing.T) {
	for language, sentence := range map[string]string{
		"en": "Going over my notes, I noticed how much of the work I already enjoy.", "de": "Beim Durchsehen ist mir aufgefallen, wie viel davon ich gern mache.",
		"fr": "Merci de m'avoir présenté aussi clairement le poste.", "es": "Lo que me contó del trabajo me dio una idea más concreta.", "nl": "Wat u me vertelde, gaf me een helder beeld.",
	} {
		if !regexp.MustCompile(`(?i)` + facts[language]).MatchString(sentence) {
			t.Errorf("%s: %q is taken for no fact", language, sentence)
		}
	}
}
