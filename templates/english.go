package templates

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

var english = &language{
	code:      "en",
	months:    [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	weekdays:  [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	notes:     []string{"k8s migration", "how the team plans", "moving to Kafka"},
	date:      func(t time.Time) string { return fmt.Sprintf("%s %d", t.Month(), t.Day()) },
	short:     func(t time.Time) string { return t.Format("Jan 2") },
	dayFirst:  func(t time.Time) (date, short string) { return t.Format("2 January"), t.Format("2 Jan") },
	questions: englishClause,
	and:       func(string) string { return "and" },
	honorific: func(s string) (string, bool, bool) {
		_, mr, ms := genderOf(s)
		return s, mr, ms
	},
	person:  func(h, name string) string { return joinWords(h, name) },
	phrase:  englishPhrase,
	because: func(s string) string { return "because " + s },
	stands:  true,
	at:      "at",
	change:  func(from, to string) string { return "the move from " + from + " to " + to },
	extra:   noExtra,
	start:   same,
	finish:  same,
}

var (
	englishVerbs = wordSet(`likes loves hates enjoys has had have is was are were be been wants wanted needs needed uses used works
		worked said says knows knew asked told tell mentioned seems seemed prefers joined left lives plays thinks thought feels felt
		runs ran came comes went goes gave gives got gets looks looked moved did does do will would should could can may must might
		don't doesn't didn't isn't wasn't remember ask check send mention follow write call learn try know explained described liked`)
	// Verbs that no noun is spelled like: a note that begins with one is what is to
	// be done.
	englishDoing = wordSet(`reduce improve build migrate automate replace introduce expand manage simplify modernize modernise create
		develop integrate retain find make get keep attract convince handle grow bring deliver prevent avoid optimize optimise
		standardize standardise consolidate recruit teach strengthen streamline reach serve merge unify`)
	// First words of a note that are no names although a capital begins them, beside
	// those that their ending gives away.
	englishCommon = wordSet(`account agile ai alert annual api app architecture audit automated b2b backend backlog bad big billing board brand
		budget bug business call campaign capacity career case cash category change channel chain checkout churn class classroom client clinic
		close cloud code cold company complex content contract core cost cross culture current customer dashboard dead debt deep
		delivery demand deploy desk developer digital direct doc domain early eco edge end energy error event expense export fast
		field first fleet flow food forecast fraud free front frontend fund future global goal good green growth guest hard health help high hire
		home hospital hot hub hybrid import impact inbound income incident infra input internal inventory invoice issue job joint key lab lack
		large late lead lean learning legacy legal lesson level live load loan local long low machine main major market media member mentor
		merger metric micro mid migration mobile model monolith month multi net network new night north novel nurse office old online
		open order outbound owner parent partner patient payment peer people plan plant platform pipeline price pricing prime process product
		program project proof public pupil quality quarter query quick quota rapid rate raw real recent record refund release report
		request research retail return review risk road roadmap role rollout root route safety sale sales scale scope search season secure
		security self series service sharp shift shop short site skill smart soft software source south spend sprint staff stage
		stakeholder standard start startup state stock store story strategy street student style supplier supply survey system target
		task tax teacher team tech term test text theme ticket time tool top trade traffic trial trust unit upcoming usage user value
		vendor video vision visit volume wage ward warehouse waste water web week weekly west work workflow year youth zero`)
	// Nouns of private life: said in passing, and not for a letter.
	englishPrivate = wordSet(`dog cat kids wife husband hobby hobbies vacation holiday hometown birthday wedding baby interest passion same`)
	// Words that describe and name nothing.
	englishBare = wordSet(`remote hybrid agile flexible friendly busy new young small big senior junior lean fast`)
	// Words before what was talked about.
	englishTalking      = wordSet(`about discuss discussed discussing talk talked talking spoke covered re re:`)
	englishPair         = wordSet(`and or vs vs. versus`)
	englishPrepositions = wordSet(`of to in for with without from at on into across between after before during by around against under over`)
	englishOrdinals     = wordSet(`first second third next last`)
	// Nouns in -ing of which there can be two.
	englishCount = wordSet(`opening meeting closing building briefing offering setting finding hearing rating listing filing`)
	// Adjectives with which a thing is named that there is one of.
	englishOnly = wordSet(`new upcoming planned current future`)
	// Verbs that are nouns, too: they are verbs where an object with its determiner follows.
	englishMaybe = wordSet(`close cut scale move launch plan test hire train support design review roll ship open set run change increase double
		fix document cover track measure monitor start stop lead order process control merge split rewrite`)
	// Words in -ing that name a field, before the noun that they describe.
	englishField = wordSet(`hiring onboarding training planning pricing marketing engineering reporting testing learning staffing billing banking
		manufacturing monitoring recruiting coaching funding nursing teaching operating accounting purchasing scheduling shipping packaging
		meeting publishing consulting housing`)
	englishMany = wordSet(`people staff children women men talent everyone folks juniors others feet`)
	// Words of praise, with which a note only says how something was.
	englishLiking = wordSet(`good great nice cool amazing awesome interesting lovely really very super quite so`)
	// What only says how the talk was.
	englishPraise = wordSet(`vibe vibes conversation chat talk interview atmosphere guy person people team boss office coffee`)
	englishFinite = wordSet(`takes took gets got goes went keeps kept makes made grows grew hires hired comes came becomes became lasts feels felt loves
		hates breaks fails lacks struggles spent helps means joined dropped rose fell doubled tripled is was are were has had have will would should could can cannot can't doesn't don't didn't isn't aren't
		likes wants needs uses seems said says`)
	englishDeterminers = wordSet(`the a an this that these those your their its some any each every no all both more most less many
		several few two three four five six seven eight nine ten`)
	englishClause = wordSet(`how why what where when whether who which`)
	// Nouns that take no article, beside those in -ing, -ness, -ship and plurals.
	englishMass = wordSet(`noise waste energy water heat food data pain growth work quality security research compliance governance observability reliability scalability
		availability accessibility sustainability automation integration-testing documentation infrastructure software hardware
		detection coverage performance management marketing finance leadership communication collaboration culture diversity retention
		recruitment procurement logistics analytics engineering operations support training coaching feedback advice travel
		remote-work traffic churn demand inflation fraud safety debt capacity staffing load productivity innovation development
		design maintenance on-call transparency autonomy trust equality inclusion health education practice
		resolution generation differentiation downtime cashflow accuracy improvement efficiency experience satisfaction engagement loyalty visibility consistency turnover overtime morale wellbeing
		well-being source technology science statistics mathematics economics music sport football chess knowledge production`)
	englishPronouns = regexp.MustCompile(`(?i)(?:^|\s)(?:i|i'm|i've|me|my|mine|we|we're|us|our|he|he's|she|she's|him|his|her|hers|it's|myself)(?:$|\s)`)
)

// englishPhrase makes a note fit after "about" or "on": a noun phrase with its
// article, a gerund, or a clause with "how", "why" and the like. A note that
// says something of a person ("likes rust"), or that is a sentence of its own,
// is none of these.
func englishPhrase(note string) (string, bool) {
	words := spellOut(strings.Fields(note))
	if commonEnglish(strings.ToLower(words[0])) {
		words[0] = lowerFirst(words[0])
	}
	if len(words) > 12 || englishPronouns.MatchString(strings.Join(words, " ")) {
		return "", false
	}
	// The interviewer's side is spoken of in the third person in notes, and in the
	// second in a letter.
	if !addressed(words) {
		return "", false
	}
	first := words[0]
	if englishClause[first] {
		return strings.Join(words, " "), len(words) > 2
	}
	if p, ok := englishShortage(words); ok {
		return p, true
	}
	if foreignNote(words) || first == "not" {
		return "", false
	}
	if first == "to" && len(words) > 2 {
		words = words[1:]
		first = words[0]
	}
	if len(words) > 1 && (englishDoing[first] && !englishPair[words[1]] || len(words) > 2 && englishMaybe[first] && (englishDeterminers[words[1]] || isNumber(words[1]))) {
		words[0] = gerund(first)
		return strings.Join(words, " "), true
	}
	switch last := words[len(words)-1]; {
	case len([]rune(last)) < 2 && last[0] > '9':
		return "", false
	case englishLiking[first] && len(words) < 3, englishBare[first] && len(words) > 1 && (isNumber(words[1]) || words[1][0] == '('), len(words) <= 3 && len(words) > 1 && words[len(words)-2] == "to" && isNumber(last):
		return "", false
	case len(words) == 2 && englishPraise[last] && !startsUpper(first) && !strings.HasSuffix(first, "ing"), len(words) == 1 && englishBare[last], englishPrivate[first], englishPrepositions[first]:
		return "", false
	}
	if first == "you" || first == "you're" || englishTalking[first] && len(words) == 1 || englishVerbs[first] || first == "to" {
		return "", false
	}
	if englishTalking[first] {
		return englishPhrase(strings.TrimPrefix(strings.Join(words[1:], " "), "about "))
	}
	for _, w := range words[1:] {
		if englishClause[w] {
			break // its verb is that of the clause
		}
		if englishFinite[w] || w == "you" {
			return "", false
		}
	}
	if strings.HasSuffix(first, "ing") && len(first) > 5 && !(englishField[first] && len(words) > 1 && !englishMany[words[1]] && nounFollows(words[1])) || englishDeterminers[first] {
		return strings.Join(words, " "), true
	}
	if strings.HasSuffix(strings.ReplaceAll(first, "’", "'"), "'s") {
		return strings.Join(words, " "), true
	}
	if englishOrdinals[first] || takesArticle(words) {
		words = append([]string{"the"}, words...)
	}
	return strings.Join(words, " "), true
}

// addressed makes "you" of the "they" of a jotting. It reports false where they may be
// others, who were named before: "drivers in their first weeks".
func addressed(words []string) bool {
	others := false
	for i, w := range words {
		if you := map[string]string{"they": "you", "their": "your", "they're": "you're"}[w]; you != "" {
			if others {
				return false
			}
			words[i] = you
		}
		others = others || strings.HasSuffix(w, "s") && len(w) > 3 || englishMany[w]
	}
	return true
}

// commonEnglish reports whether a word, in small letters, is one of the language
// rather than a name: it is listed, or ends as such words do.
func commonEnglish(w string) bool {
	for _, words := range []map[string]bool{englishCommon, englishVerbs, englishDoing, englishDeterminers, englishClause, englishMass,
		englishTalking, englishPraise, englishPrepositions, englishOrdinals, englishPrivate, englishBare} {
		if words[w] {
			return true
		}
	}
	return shorthand[w] != "" || strings.Contains(w, "-") || hasEnding(w, commonEndings)
}

var commonEndings = strings.Fields(`ing ly tion sion ment ness ity ed al ive ics ship ance ence able ible ous ful less ic ary age ism ers ions ments ies`)

// nounFollows reports whether a word after one in -ing is a noun that it describes:
// neither an object's determiner nor a preposition.
func nounFollows(w string) bool {
	return !englishDeterminers[w] && !englishPrepositions[w] && !englishPair[w] && !isNumber(w) && !hasEnding(w, []string{"s", "ly"})
}

// englishShortage names what a note says there is too little of.
func englishShortage(words []string) (string, bool) {
	rest := strings.Join(words[min(2, len(words)):], " ")
	switch pair := strings.Join(words[:min(2, len(words))], " "); {
	case rest == "" && words[0] != "no":
	case pair == "too few", pair == "not enough":
		return "the shortage of " + rest, true
	case pair == "too little":
		return "the lack of " + rest, true
	case pair == "too many", pair == "too much":
		return "having " + pair + " " + rest, true
	case words[0] == "no" && len(words) > 1 && len(words) < 5:
		return "the lack of " + strings.Join(words[1:], " "), true
	}
	return "", false
}

// foreignNote reports whether a note is not in English.
func foreignNote(words []string) bool {
	for _, w := range words {
		if lower := strings.ToLower(w); foreignToEnglish[w] || strings.ContainsAny(w, "äöüßñ") && w == lower || len(w) > 7 && hasEnding(lower, foreignToEnglishEnds) {
			return true
		}
	}
	return false
}

func isNumber(w string) bool { return w[0] >= '0' && w[0] <= '9' }

// gerund returns the form in -ing of a verb.
func gerund(verb string) string {
	switch verb {
	case "get", "cut", "set", "run", "plan", "ship", "stop", "split":
		return verb + verb[len(verb)-1:] + "ing"
	}
	return strings.TrimSuffix(verb, "e") + "ing"
}

// takesArticle reports whether an English noun phrase without a determiner wants
// "the". Its head is the word before the first preposition.
func takesArticle(words []string) bool {
	head := words[len(words)-1]
	for i, w := range words {
		if i == 0 || !englishPrepositions[w] && !englishPair[w] {
			continue
		}
		if englishPair[w] {
			// "hiring and onboarding", "build vs buy": a pair needs no article.
			return false
		}
		if head = words[i-1]; w == "of" && !strings.HasSuffix(head, "s") {
			return true
		}
		break
	}
	if len(words) > 1 && englishOnly[words[0]] && isName(head) {
		return true
	}
	if isName(head) || head[0] >= 'A' && head[0] <= 'Z' && len(words) == 1 || head[0] >= '0' && head[0] <= '9' || englishMass[strings.ToLower(head)] {
		return false
	}
	if englishCount[head] {
		return true
	}
	if hasEnding(head, []string{"ing", "ness", "ship", "ics", "ism"}) {
		return false
	}
	return !strings.HasSuffix(head, "s") || strings.HasSuffix(head, "ss") || strings.HasSuffix(head, "sis") || strings.HasSuffix(head, "us")
}
