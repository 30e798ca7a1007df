package templates

import (
	"regexp"
	"strings"
	"unicode"
)

// splitNote parts "k8s migration, oncall pain; likes rust" into its pieces.
func splitNote(note string) []string {
	var all []string
	for _, piece := range strings.FieldsFunc(note, func(r rune) bool { return strings.ContainsRune(",;•|\n\r\t", r) }) {
		piece = clean(strings.TrimLeft(piece, " -–*"))
		piece = strings.TrimRight(piece, ".!… ")
		if piece != "" {
			all = append(all, piece)
		}
	}
	return all
}

// shorthand spells out what people jot down.
var shorthand = map[string]string{
	"k8s": "Kubernetes", "oncall": "on-call", "on call": "on-call", "db": "database", "dbs": "databases", "infra": "infrastructure",
	"perf": "performance", "mgmt": "management", "eng": "engineering", "w/": "with", "w/o": "without", "&": "and", "+": "and",
	"dev": "development", "env": "environment", "envs": "environments", "config": "configuration", "repo": "repository",
	"prod": "production", "docs": "documentation", "comms": "communication", "ops": "operations",
}

// proper gives names of things their capitals.
var proper = map[string]string{}

func init() {
	for _, w := range strings.Fields(`Kubernetes Kafka Rust Python Java JavaScript TypeScript Go Golang Terraform Ansible Postgres
		PostgreSQL MySQL SQL NoSQL AWS GCP Azure Docker GitHub GitLab Jira Confluence Salesforce SAP Excel Tableau Looker Snowflake
		dbt Airflow Spark Hadoop Redis MongoDB GraphQL REST API APIs gRPC React Angular Vue Django Rails Linux Windows macOS iOS Android
		Figma CRM ERP KPI KPIs OKR OKRs SEO SEM HR IT CI CD CI/CD QA UX UI ML AI LLM LLMs ETL GDPR DSGVO RGPD AVG IFRS GAAP HGB SLA SLAs SLO SLOs
		Scala Kotlin Swift Ruby PHP PowerBI Databricks BigQuery HubSpot Slack Notion Zendesk Workday Netsuite Prometheus Grafana Elixir Erlang`) {
		proper[strings.ToLower(w)] = w
	}
	// These are common words too.
	for _, w := range []string{"go", "rest", "it", "excel", "spark", "swift", "ruby", "rails", "notion", "windows", "react", "slack", "angular", "looker", "avg"} {
		delete(proper, w)
	}
}

// isName reports whether a word is a proper name or an acronym: it has a
// capital after its first letter, or is one of the names that we know.
func isName(word string) bool {
	word = strings.Trim(word, `"'“”()`)
	if proper[strings.ToLower(word)] == word && word != "" {
		return true
	}
	for i, r := range word {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			return true
		}
	}
	return false
}

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
		default:
			out[i] = w
		}
	}
	return out
}

// lowerFirst lowers the first letter of a note that was written like a sentence,
// unless its first word is a name.
func lowerFirst(word string) string {
	if isName(word) {
		return word
	}
	r := []rune(word)
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

// unspeakableWords have no place in a letter of thanks, in any of our languages:
// they ask about money or the decision, or they judge.
var unspeakableWords = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:` +
	`timelines?|status|decisions?|next steps?|pay|paid|payroll|salary|salaries|compensation|bonus(?:es)?|equity|offers?|deadlines?|update|` +
	`gehalt\pL*|vergütung\pL*|entscheidung\pL*|zeitplan\pL*|nächsten? schritte?|bonus\pL*|frist\pL*|angebot\pL*|` +
	`salaires?|rémunération|décisions?|délais?|prochaines étapes|calendrier|primes?|` +
	`salarios?|sueldos?|retribución|decisiones|decisión|plazos?|próximos pasos|calendario|` +
	`salaris\pL*|loon\pL*|vergoeding\pL*|beslissing\pL*|besluit\pL*|tijdlijn|planning|vervolgstappen|` +
	`boring|awful|terrible|weird|rude|arrogant|toxic|bad|ugly|stupid|mess|messy|annoying|disorganised|disorganized|nervous|` +
	`langweilig\pL*|schlecht\pL*|arrogant\pL*|chaotisch\pL*|ennuyeu\pL*|mauvais\pL*|aburrid\pL*|mal[oa]s?|saai\pL*|slecht\pL*` +
	`)(?:$|[^\pL])`)

func unspeakable(s string) bool {
	return unspeakableWords.MatchString(s) || strings.ContainsAny(s, "?!{}<>[]@=")
}
