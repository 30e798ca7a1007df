package drafter

import (
	"regexp"
	"strings"
	"sync"

	"afterword/rules"
)

// A phraseList is what a letter of some kinds must not say, by language.
type phraseList struct {
	rule       string
	kinds      []rules.Kind // nil for all
	suggestion string
	by         map[string]func() *regexp.Regexp
}

// languages are those that the proofreader knows phrases of.
var languages = []string{"en", "de", "fr", "es", "nl"}

// compile makes one alternation a language: many small expressions are slow. \b
// knows ASCII only, so the edges are letters of any script. Together they are
// large, and most accounts write in one language, so each waits for its first use.
func compile(by map[string]string) map[string]func() *regexp.Regexp {
	out := map[string]func() *regexp.Regexp{}
	for language, alternatives := range by {
		out[language] = lazy(`(?i)(?:^|[^\pL])(` + alternatives + `)(?:$|[^\pL])`)
	}
	return out
}

var pending = []rules.Kind{rules.CheckIn}

var phraseLists = []phraseList{
	{
		rule: RuleAsks, kinds: []rules.Kind{rules.ThankYou},
		suggestion: "a thank-you asks for nothing: leave it for a check-in",
		by: compile(map[string]string{
			"en": `(?:the|your|any|a) (?:timeline|time ?frame|time line)|(?:the |any )?next steps?|(?:your|a|the|final|hiring) decisions?|when (?:you|i|we|(?:will|do|can|could|would|might) (?:you|i|we|they)) [^.?!]*\?|(?:the |any )?status of|application status|any updates?|an update|(?:to|and|soon) hear(?:ing)? (?:back )?from you|hear from you|hearing from you soon|hear(?:ing)? back|salary|compensation|remuneration|pay (?:range|rate|scale|band|package)|benefits package|start date`,
			"de": `zeitplan|zeitrahmen|nächsten? schritte?n?|weiteres? vorgehen|(?:ihre|eine|die|der|ihrer) entscheidung|(?:der|den|aktuellen?) stand (?:der|des|meiner)|rückmeldung|von ihnen (?:zu )?hören|gehalt(?:s\pL+)?|vergütung|bezahlung|eintrittstermin`,
			"fr": `(?:quels?|vos) (?:délais?|calendrier)|délais? de (?:réponse|décision)|calendrier (?:de recrutement|prévu|du processus|des prochaines)|prochaines? étapes?|(?:votre|la|une) décision|suite que vous|suites? données?|état d'avancement|où en est|votre retour|de vos nouvelles|salaire|rémunération|prétentions`,
			"es": `(?:sus|qué|cuáles son los|los) plazos?(?: del?| previstos?| que)|plazos? (?:de(?:l| la)? (?:proceso|selección|decisión)|previstos?)|calendario (?:del proceso|de selección|previsto)|próximos? pasos?|(?:su|la|una) decisión|estado de (?:mi|la) (?:candidatura|solicitud)|su respuesta|noticias (?:suyas|vuestras)|salario|sueldo|remuneración|retribución`,
			"nl": `tijdlijn|tijdpad|(?:jullie|uw|welke) planning|planning (?:van de procedure|voor het vervolg)|volgende stap(?:pen)?|vervolgstappen|(?:uw|jullie|de|een) beslissing|stand van zaken|(?:uw|jullie) reactie|van u te (?:mogen )?horen|salaris|beloning|arbeidsvoorwaarden`,
		}),
	},
	{
		rule: RuleTone, kinds: pending,
		suggestion: "do not press: one question that is easy to answer",
		by: compile(map[string]string{
			"en": `as soon as possible|asap|urgent(?:ly)?|immediately|i need to know|need an answer|right away|by (?:tomorrow|the end of today)|other offers?|final reminder|last chance|must (?:know|hear)|still waiting|waiting (?:to hear|for (?:your|an?))`,
			"de": `so schnell wie möglich|schnellstmöglich|umgehend|dringend|sofort|unverzüglich|andere[ns]? angebote?|warte (?:noch )?(?:immer|weiterhin|auf)|letzte erinnerung|muss wissen`,
			"fr": `dès que possible|au plus vite|urgent|urgence|immédiatement|sans délai|autres? offres?|j'attends (?:toujours|encore)|dernier rappel|dans les plus brefs délais`,
			"es": `lo antes posible|cuanto antes|urgente(?:mente)?|inmediatamente|de inmediato|otras? ofertas?|sigo esperando|último recordatorio`,
			"nl": `zo snel mogelijk|zo spoedig mogelijk|dringend|onmiddellijk|meteen|andere aanbiedingen?|wacht nog (?:steeds|altijd)|laatste herinnering`,
		}),
	},
	{
		rule: RuleTone, kinds: pending,
		suggestion: "do not complain: what they did not do is known to them",
		by: compile(map[string]string{
			"en": `(?:have not|haven't|not yet|still not) (?:yet )?(?:heard|received)|no (?:reply|response|answer)|without (?:a |any )?(?:reply|response|answer)|disappoint\pL*|frustrat\pL*|ignored?|you (?:had )?(?:promised|said you would)|unfortunately|long wait|delay(?:ed)?|unanswered|silence`,
			"de": `(?:noch )?(?:nichts|nicht) (?:von ihnen )?gehört|keine (?:antwort|rückmeldung|reaktion)|ohne antwort|enttäusch\pL*|frustrier\pL*|ignorier\pL*|versprochen|leider|verzögerung|unbeantwortet`,
			"fr": `(?:pas|jamais) (?:eu |reçu )?(?:de )?(?:vos nouvelles|réponse|retour)|sans (?:réponse|nouvelles|retour)|déçue?|déception|frustr\pL*|ignoré|promis|malheureusement|retard`,
			"es": `no he (?:recibido|tenido)|sin (?:respuesta|noticias)|ninguna respuesta|decepcion\pL*|frustr\pL*|ignorad\pL*|prometi\pL*|lamentablemente|desgraciadamente|retraso`,
			"nl": `(?:nog )?niets (?:van u |van jullie )?(?:gehoord|vernomen)|geen (?:antwoord|reactie)|zonder (?:antwoord|reactie)|teleurgesteld|teleurstell\pL*|gefrustreerd|genegeerd|beloofd|helaas|vertraging`,
		}),
	},
	{
		rule: RuleTone, kinds: pending,
		suggestion: "do not apologise for writing",
		by: compile(map[string]string{
			"en": `sorry|apolog\pL+|forgive|pardon|excuse me|(?:don't|do not) (?:mean|want|wish) to (?:bother|disturb|press|pester|nag|rush|be)|bother(?:ing)? you|hate to|i know you(?:'re| are) (?:very |extremely |really |probably )?busy|intrud\pL+|pester\pL*|nag(?:ging)?`,
			"de": `entschuldig\pL*|verzeih\pL*|tut mir leid|nicht (?:stören|drängen|bedrängen|belästigen)|störung|ungern|weiß,? dass sie (?:sehr |viel )?beschäftigt`,
			"fr": `désolée?|excus\pL*|pardon\pL*|déranger|dérangement|importun\pL*|insister|navrée?`,
			"es": `disculp\pL*|perdón|perdon\pL*|lo siento|molestar\pL*|molestia|insistir|lamento`,
			"nl": `sorry|excus\pL*|verontschuldig\pL*|spijt|storen|lastig ?(?:te )?vallen|vervelend`,
		}),
	},
	{
		rule:       RuleIrritates,
		suggestion: "readers are tired of this: say plainly why you write",
		by: compile(map[string]string{
			"en": `(?:just )?(?:checking|check) in|touch(?:ing)? base|circl(?:e|ing) back|(?:just )?bump(?:ing)?(?: this)?|as? per my|per my last|(?:i )?(?:hope|trust) (?:that )?(?:this|my) (?:e-?mail|message|note|letter) finds you|to whom it may concern|dear (?:sir|hiring|madam)\pL*|(?:gentle|friendly|quick|kind) reminder|pick your brain|earliest convenience|did you (?:get|receive|see) my|just (?:following|wanted|wondering|writing)|quick(?:ly)? (?:follow|check)|reach(?:ing)? out|ping(?:ing)?(?: you)?|any (?:news|updates?)\?|perfect fit|dream job|synerg\pL*|think outside the box`,
			"de": `(?:wollte |möchte )?(?:nur|bloß) (?:kurz |mal )+(?:nachfragen|nachhaken|melden)|nachhaken|(?:ich )?hoffe,? (?:diese|meine) (?:e-?mail|nachricht) (?:erreicht|findet) sie|freundliche erinnerung|kleine erinnerung|sehr geehrte damen und herren|traumjob|wie bereits (?:erwähnt|geschrieben)|hiermit|anbei`,
			"fr": `(?:juste |simplement )?(?:un )?petit (?:rappel|mot pour)|je (?:reviens|me permets de revenir) vers vous|je me permets de vous relancer|relance|j'espère que (?:ce|mon) (?:message|mail|courriel|courrier) vous trouve|madame,? monsieur|comme (?:indiqué|mentionné) (?:précédemment|dans mon)|sauf erreur de ma part|job de (?:mes )?rêves?`,
			"es": `(?:sólo|solo) (?:quería|quiero|escribo)|espero que (?:este|mi) (?:correo|mensaje|email)[^.,]* (?:encuentre|encuentres)|recordatorio (?:amistoso|amable)|pequeño recordatorio|a quien (?:corresponda|pueda interesar)|trabajo de mis sueños|estimados señores|como ya (?:mencioné|comenté|indiqué)`,
			"nl": `(?:wilde |wil )?(?:even|alleen) (?:kort )?(?:checken|navragen|informeren|polsen|een balletje)|vriendelijke herinnering|hopelijk (?:bereikt|vindt) (?:deze|dit|mijn)|ik hoop dat (?:deze|dit|mijn) (?:e-?mail|bericht) u|geachte heer/mevrouw|droombaan|zoals eerder (?:vermeld|gemeld|aangegeven)|bij deze`,
		}),
	},
	{
		rule: RuleCommits, kinds: []rules.Kind{rules.OfferReply},
		suggestion: "confirm that it came and say when you answer: accepting, declining and negotiating are for later",
		by: compile(map[string]string{
			"en": `i (?:am (?:happy|glad|delighted|pleased) to |gladly |hereby |would like to |formally )?accept|(?:have to|must|will|regret to) decline|turn (?:it|this|the offer) down|counter-?offer|negotiat\pL+|higher (?:salary|pay)|increase the`,
			"de": `nehme (?:ich )?(?:das|ihr|dieses) angebot (?:\pL+ )?an|(?:lehne|absagen|ablehnen)|verhandel\pL+|gegenangebot|höheres gehalt`,
			"fr": `j'accepte|accepter votre offre|décliner|refuser|négoci\pL+|contre-proposition|salaire plus`,
			"es": `acepto|aceptar (?:su|la|esta) oferta|rechaz\pL+|declin\pL+|negoci\pL+|contraoferta`,
			"nl": `(?:ik )?aanvaard|accepteer|neem (?:ik )?(?:het|uw) aanbod|afwijz\pL+|afslaan|onderhandel\pL+|tegenbod`,
		}),
	},
	{
		rule: RuleCommits, kinds: []rules.Kind{rules.RejectionReply},
		suggestion: "do not argue, and do not ask them to think again",
		by: compile(map[string]string{
			"en": `reconsider\pL*|think again|mistake|disagree|unfair|wrong decision|surprised (?:by|at|to)|change your mind|why (?:i|you|was|did)|second chance|appeal`,
			"de": `überdenken|noch einmal nachdenken|fehler|ungerecht|unfair|falsche entscheidung|überrascht|warum|zweite chance|umstimmen`,
			"fr": `reconsidérer|revoir votre décision|erreur|injuste|surpris\pL*|pourquoi|seconde chance|deuxième chance`,
			"es": `reconsider\pL*|error|injust\pL*|sorprend\pL*|por qué|segunda oportunidad`,
			"nl": `heroverweg\pL*|fout|vergissing|oneerlijk|verrast|waarom|tweede kans`,
		}),
	},
}

// phrases finds what a letter of its kind must not say.
func (p *proof) phrases() {
	p.listed(phraseLists)
	if p.written != nil {
		p.listed(ownLists)
	}
}

// ownLists are held against our own words alone, of which no topic is a part: the user may
// thank for a talk about planning.
var ownLists = []phraseList{{
	rule: RuleAsks, kinds: []rules.Kind{rules.ThankYou},
	suggestion: "a thank-you asks for nothing: leave it for a check-in",
	by: compile(map[string]string{
		"fr": `calendrier|délais?`,
		"es": `plazos?|calendario`,
		"nl": `planning`,
	}),
}}

func (p *proof) listed(lists []phraseList) {
	text := strings.Join(strings.Fields(p.own.Text), " ")
	greeting := p.own.Salutation + " "
	for _, list := range lists {
		if list.kinds != nil && !containsKind(list.kinds, p.kind()) {
			continue
		}
		for _, language := range languages {
			words, ok := list.by[language]
			if !ok || p.c.Language != "" && p.c.Language != language {
				continue
			}
			for _, m := range words().FindAllStringSubmatch(greeting+text, -1) {
				p.add(list.rule, m[1], "%s", list.suggestion)
			}
		}
	}
}

func containsKind(kinds []rules.Kind, k rules.Kind) bool {
	for _, one := range kinds {
		if one == k {
			return true
		}
	}
	return false
}

// gratitude is how thanks are said.
var gratitude = regexp.MustCompile(`(?i)thank|grateful|appreciat|dank|merci|remerci|reconnaissan|gracias|agrade|bedank|dankbaar|waarde`)

// pleasure is how the user may say it in other words.
var pleasure = regexp.MustCompile(`(?i)pleasure|enjoyed|glad|great to|good to|lovely|freude|gefreut|schön|plaisir|ravie?|placer|encantad|gusto|plezier|leuk|fijn`)

// thanks finds a letter of thanks without thanks.
func (p *proof) thanks() {
	switch p.kind() {
	case rules.ThankYou, rules.OfferReply, rules.RejectionReply:
		text := p.l.Text
		if p.written != nil {
			text = p.own.Text
		}
		if !p.c.Ours {
			text += p.l.Subject
		}
		if !gratitude.MatchString(text) && (p.c.Ours || !pleasure.MatchString(text)) {
			p.add(RuleThanks, firstWords(p.l.Text), "say thank you")
		}
	}
}

// lazy returns an expression that is compiled when it is first used: the large
// ones take a while, and most commands use none.
func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
