package templates

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// splitNote parts "k8s migration, oncall pain; likes rust" into its pieces.
func splitNote(note string) []string {
	var all []string
	for _, piece := range strings.FieldsFunc(note, func(r rune) bool { return strings.ContainsRune(",;•|\n\r\t", r) }) {
		whole := clean(piece)
		piece = clean(strings.TrimLeftFunc(piece, func(r rune) bool { return !isWordRune(r) && r != '"' && r != '“' && r != '„' && r != '\'' }))
		piece = strings.TrimRight(piece, ".!…:- ")
		switch {
		case piece != "":
			all = append(all, piece)
		case whole != "":
			all = append(all, whole) // marks alone: no phrase, but to be reported
		}
	}
	return all
}

// rejoined puts together what a comma parted and belongs together: in German it stands
// before every clause, within a question too ("was passiert, wenn die Fähre ausfällt").
func (l *language) rejoined(pieces []string) (all []string) {
	for _, piece := range pieces {
		first, _, more := strings.Cut(piece, " ")
		if n := len(all); l.code == "de" && n > 0 && more && within[first] {
			if opens, _, _ := strings.Cut(strings.ToLower(all[n-1]), " "); germanClause[opens] {
				all[n-1] += ", " + piece
				continue
			}
		}
		all = append(all, piece)
	}
	return all
}

var within = wordSet(`wenn wo wie wann sobald bevor nachdem ohne um`)

// shorthand spells out what people jot down.
var shorthand = map[string]string{
	"k8s": "Kubernetes", "oncall": "on-call", "on call": "on-call", "db": "database", "dbs": "databases", "infra": "infrastructure",
	"perf": "performance", "mgmt": "management", "eng": "engineering", "w/": "with", "w/o": "without", "&": "and", "+": "and", "/": "and",
	"dev": "development", "env": "environment", "envs": "environments", "config": "configuration", "repo": "repository",
	"prod": "production", "docs": "documentation", "comms": "communication", "ops": "operations", "ppl": "people", "a11y": "accessibility", "i18n": "internationalization",
}

// proper gives names of things their capitals, by their small spelling. Names that
// are common words too (Go, Excel, Notion) are not among them.
var proper = func() map[string]string {
	names := map[string]string{}
	for _, w := range strings.Fields(`Kubernetes Kafka Rust Python Java JavaScript TypeScript Golang Terraform Ansible Postgres
		PostgreSQL MySQL SQL NoSQL AWS GCP Azure Docker GitHub GitLab Jira Confluence Salesforce SAP Tableau Snowflake
		dbt Airflow Hadoop Redis MongoDB GraphQL API APIs gRPC Vue Django Linux macOS iOS Android
		Figma CRM ERP KPI KPIs OKR OKRs SEO SEM HR CI/CD QA UX UI ML AI LLM LLMs ETL GDPR DSGVO RGPD IFRS GAAP HGB SLA SLAs SLO SLOs
		Scala Kotlin PHP PowerBI Databricks BigQuery HubSpot Zendesk Netsuite Prometheus Grafana Elixir Erlang RabbitMQ
		Tokyo London Berlin Paris Madrid Amsterdam Munich Vienna Zurich Lagos Nairobi Dublin Lisbon Warsaw Boston Chicago Toronto Singapore Sydney
		Europe Asia Africa America Germany France Spain Italy Portugal Poland Japan China India Brazil Mexico Canada Australia Austria
		Duitse Belgische Franse Engelse Europese Spaanse Italiaanse Poolse Nederlandse Vlaamse Britse Amerikaanse
		English German French Spanish Dutch European American Asian African Japanese Chinese Indian Google Microsoft Amazon Apple`) {
		names[strings.ToLower(w)] = w
	}
	return names
}()

// nameIfCapital are names of things that are common words when written small.
var nameIfCapital = wordSet(`Go Excel Spark Swift Ruby Rails Notion Windows React Slack Angular Looker Teams Word Access Monday May March`)

// isName reports whether a word is a proper name or an acronym: it has a
// capital after its first letter, is a name's possessive, or is one of the names
// that we know.
func isName(word string) bool {
	word = strings.Trim(word, `"'“”()`)
	owner, possessive := strings.CutSuffix(strings.ReplaceAll(word, "’", "'"), "'s")
	if word != "" && (proper[strings.ToLower(owner)] == owner || nameIfCapital[owner] || possessive && startsUpper(owner)) {
		return true
	}
	for i, r := range word {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			return true
		}
	}
	return false
}

// quarter matches "q3" and "h1", parts of a year.
var quarter = regexp.MustCompile(`^(?:q[1-4]|h[12])$`)

// spellOut replaces shorthand and gives names their capitals.
func spellOut(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		lower := strings.ToLower(w)
		switch {
		case shorthand[lower] != "":
			out[i] = shorthand[lower]
		case proper[lower] != "" && w == lower:
			out[i] = proper[lower]
		case i > 0 && (lower == "btw" || lower == "b/w" || lower == "btwn"):
			out[i] = "between" // and not "by the way"
		case quarter.MatchString(w):
			out[i] = strings.ToUpper(w)
		default:
			out[i] = w
		}
	}
	return out
}

// foreignWords are small words of English, by which a note shows that it is in no
// other language; foreignToEnglish are such words of the others.
var (
	foreignWords = wordSet(`the how why what of to for with and from on at by into a an is are their your our new high low
		likes loves hates wants uses quality hiring growth shortage people customer customers improve improving reduce reducing building
		moving scaling`)
	foreignToEnglish = wordSet(`der das den dem eine einen einem einer und oder vom zum zur ohne für auf aus beim nach über zwischen durch
		wie nicht ist mit von zu mag neue neues neuer neuen hohe hoher hohes viele zwei drei
		le les du une avec dans chez comment pourquoi et aime nouveau nouvelle notre leur
		el las para cómo gusta del por nuevo nueva
		het een voor zonder naar hoe houdt bij nieuw nieuwe`)
)

// foreignToEnglishEnds are endings that no English noun has.
var foreignToEnglishEnds = strings.Fields("ungen keit schaft planung führung ierung ización ización iteit ering")

// fromTo parts "Oracle -> Postgres", as people jot a change down.
var fromTo = regexp.MustCompile(`^(.*\S)\s*(?:-+>|=>|→)\s*(\S.*)$`)

// hasEnding reports whether a word ends in one of the endings.
func hasEnding(w string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// lowerFirst lowers the first letter of a note that was written like a sentence,
// unless its first word is a name.
func lowerFirst(word string) string {
	if word == "" || isName(word) {
		return word
	}
	r := []rune(word)
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

// lazy returns an expression that is compiled when it is first used: the large
// ones take a while, and most commands use none.
func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// unspeakable reports whether a phrase should not stand in a letter of thanks: for
// its words, or because it has marks that a phrase has not.
func unspeakable(s string) bool {
	_, unfit := UnfitOf(s)
	return unfit || malformed(s)
}

// unspeakableEnd is unspeakable of words that the user wrote for a letter: he may name
// somebody.
func unspeakableEnd(s string) bool {
	why, unfit := UnfitOf(s)
	unfit = unfit && why.Kind != "someone" && why.Kind != "family" && !ofNobody(s, why)
	return unfit || malformed(ordinal.ReplaceAllString(s, "$1 "))
}

// ofNobody reports whether words that blame speak of how things go, and not of who reads the
// letter: "good planning thinks of the bad day, too".
func ofNobody(s string, why Unfit) bool {
	return why.Kind == "rude" && !slices.ContainsFunc(tokens(why.Words), func(w string) bool { return !mild[w] }) &&
		!slices.ContainsFunc(strings.Fields(s), func(w string) bool { return readers[strings.Trim(w, ",.;")] })
}

var (
	mild = wordSet(`bad worse worst late messy slow dull broken dirty poor chaotic chaos schlecht schlechte schlechten schlechter schlechtes spat spate spaten chaotisch chaos schmutzig kaputt kaputte
		mauvais mauvaise mauvaises lent lente retard retards chaos chaotique mal mala malo malas malos tarde retraso retrasos sucio sucia caos caotico caotica slecht slechte laat traag rommelig rommelige chaotisch vies`)
	readers = wordSet(`you your Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer du dein deine deinen vous votre vos tu ton ta tes usted ustedes su sus tú uw u jullie je jouw`)
)

// ordinal is a number with its full stop: "1. Mai".
var ordinal = regexp.MustCompile(`(\d)\.\s`)

func malformed(s string) bool {
	return oddMarks.MatchString(s) || flaw(s) != "" || strings.IndexFunc(s, unicode.IsLetter) < 0
}

var oddMarks = regexp.MustCompile(`[?!{}<>\[\]@=\\]|[.:]\s|^\W*$`)
