package robot

import (
	"regexp"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
)

// A Bounce says that a message did not reach its recipient.
type Bounce struct {
	Confidence float64
	Evidence   []find.Evidence
	Failed     []string // addresses
	// Quoted holds the identifiers of the messages that the report is about, as it
	// quotes them: anybody can write a report, but only who has seen a message can
	// quote it.
	Quoted    []string
	Temporary bool // the system is still trying
}

// daemonLocal and daemonName are how mail systems sign.
var (
	daemonLocal = find.NewGate("daemon master mail bounce exchange failure mta listserv majordomo -admin -owner -request -errors", `^(?:mailer[-_.]?daemon|mail[-_.]?daemon|post[-_.]?master|mdaemon|maildaemon|mail[-_.]delivery[-_.](?:system|subsystem|service)|mail\.delivery\.system|bounces?|microsoftexchange[0-9a-f]+|double-bounce|failure|mta|listserv|majordomo|.+-(?:admin|owner|request|bounces|daemon|errors))$`)
	daemonName  = find.NewGate("mail deliver admin postmaster outlook system mta", `mail ?(?:er)?[- ]?(?:daemon|deliver|system|administrator|router|server)|delivery (?:sub)?system|system administrator|postmaster|microsoft outlook|mail delivery|systemadministrator|administrateur système|mta\b`)
)

// bounceSubject are the subjects of delivery reports, in lower case.
var bounceSubject = find.NewGate("deliver return fail bounce error warning unable unknown postmaster notif delay reject block refus sent send zust fehl übermittelt remis échec distribu entreg onbestel bezorgd besteld afgeleverd consegna recapi levere dostar доставл 送 エラー 退信 投递 投遞 传递 傳遞 전송 반송 member duplicat daemon status undeliver message",
	`undeliver`, `non[- ]?deliver`, `not (?:be )?deliver`, `returned mail`, `mail returned`, `return(?:ed|ing) (?:message )?to sender`, `delivery[ -](?:status|fail|has failed|problem|error|notif|delay|unsuccess|report|incomplete|to the following)`, `mail delivery`, `fail(?:ed|ure)[- ](?:notice|delivery|notification|to deliver|mail)`,
	`mail (?:failed|failure|system error)`, `message (?:delayed|not sent|delivery|could not|status|undeliver|you sent)`, `could(?: not|n't) (?:be )?(?:send|sent|deliver)`, `(?:mail|message|email)[^:]{0,20} (?:rejected|blocked|bounced|refused|delayed)`, `bounce`, `error (?:condition|sending|delivering|message)`, `warning: (?:could not|message)`, `nondeliverable`, `unable to deliver`, `user unknown`, `failure notice`, `postmaster notify`, `notification message`, `unknown (?:user|recipient|address)`, `delayed mail`, `message notification`, `daemon`, `you .{0,80}not (?:a )?member`, `duplicated message-id`,
	`unzustellbar`, `nicht (?:zugestellt|zustellbar|übermittelt)`, `zustell(?:ung|fehler|bericht)`, `fehlgeschlagen`, `unzustellbarkeit`, `non remis`, `non (?:délivr|distribu)`, `échec de (?:la )?(?:remise|livraison|distribution|l['’]envoi)`, `n['’]a pas (?:pu être|été) (?:remis|délivré|distribué)`, `no se (?:ha podido|pudo) entregar`, `no (?:entregado|entregable)`, `(?:error|fallo|notificación) (?:de|en la|del estado de la) entrega`, `onbestelbaar`, `niet (?:afgeleverd|bezorgd|besteld)`, `mancat[ao] (?:consegna|recapito)`, `impossibile recapitare`, `não (?:foi )?entreg`, `falha na entrega`, `ej levererat`, `kan inte levereras`, `niedostarcz`, `nie można dostarczyć`, `не доставлен`, `недоставл`, `не может быть доставлен`,
	`未送達`, `配信(?:不能|エラー|失敗)`, `送信エラー`, `エラーメール`, `退信`, `无法投递`, `投递失败`, `無法傳遞`, `전송 실패`, `반송`,
)

// bounceWords are what delivery reports say, in lower case.
var bounceWords = find.Lazy(strings.Join([]string{
	`(?:could|can|was|were|has|have|is|did)(?: ?not|n't|n’t)(?: yet)? (?:been |be |reach )?(?:successfully )?(?:deliver|sent to|relayed|reach|accepted)`, `unable to (?:deliver|relay|send)`, `deliver[a-z]* (?:to the following|has failed|failed|attempts? failed|failure|status|error|unsuccessful|for the following)`, `not (?:been )?delivered`, `not (?:a )?member of th(?:is|e)`, `duplicated message-id`, `undeliver`, `permanent(?:ly)? (?:fatal |delivery )?(?:error|fail)`, `failed permanently`, `(?:user|recipient|mailbox|address|account)[^.\n]{0,30} (?:unknown|not found|unavailable|disabled|does(?: not|n't) exist|invalid|is full|over quota|rejected|not listed)`, `(?:unknown|no such|invalid) (?:user|recipient|mailbox|address|domain|host|addressee)`, `mailbox (?:is )?full`, `failed addresses`, `following (?:recipient|address)[^.\n]{0,40}(?:fail|reject|problem|error|undeliver)`, `returned (?:to sender|mail|message|below)`, `had (?:permanent fatal errors|delivery problems|transient)`, `transcript of session`, `rejected (?:by|your|the|for)`, `error has occurred while attempting to deliver`, `(?:final|original)-recipient:`, `host (?:unknown|not found)`, `smtp error`, `remote host said`, `550[ -]`, `55\d[ -][45]\.\d\.\d+`, `message (?:was )?not (?:sent|accepted)`, `action: (?:failed|delayed)`, `will (?:keep|continue) trying`, `delivery (?:to|of)[^.\n]{0,60}(?:failed|delayed)`, `exceeded (?:the )?(?:local |max)`,
	`nicht (?:zugestellt|übermittelt|ausgeliefert|zustellbar)`, `konnte[^.\n]{0,60}nicht`, `zustellung[^.\n]{0,40}(?:fehlgeschlagen|nicht|gescheitert)`, `n['’]a pas (?:pu être|été) (?:remis|délivr|distribu|envoy)`, `impossible de (?:remettre|distribuer|délivrer)`, `échec de (?:la )?(?:remise|livraison|distribution)`, `no se (?:ha podido|pudo|puede) entregar`, `no (?:pudo|ha podido) ser entregado`, `niet (?:worden )?(?:afgeleverd|bezorgd|besteld)`, `impossibile (?:recapitare|consegnare)`, `não (?:pôde|foi possível) (?:ser )?entreg`, `не (?:может быть|было|удалось)`, `配信できません|送信できません|届けることができません|存在しません|エラー`, `无法(?:投递|送达)|退信`,
}, "|"))

// bounceNotice is a bounce as web services report it.
var bounceNotice = regexp.MustCompile(`(?i)"(?:notification|event)_?type\\?"\s*:\s*\\?"bounced?`)

// keepsTrying is how a report says that it is only a warning.
var keepsTrying = find.Lazy(`warning message only|do(?: not|n't) need to resend|will (?:be retried|keep trying|continue to (?:try|be)|retry|try again)|still (?:trying|being retried|in (?:the )?queue)|not yet been delivered|delivery attempts will continue|has been delayed|delivery (?:is )?delayed|no action is required on your part|wird weiterhin versucht|verzögert|weitere zustellversuche|nouvelles tentatives|sera réessay|se seguirá intentando|wordt opnieuw geprobeerd`)

// givenUp takes such words back.
var givenUp = find.Lazy(`giving up|given up|retry timeout exceeded|no longer (?:be )?(?:tried|retry)|permanent (?:error|failure|fatal)|failed permanently|delivery expired|retry time not reached for any host after a long`)

// FindBounce tells delivery reports by RFC 3464, by the headers of the systems
// that do not follow it, and by their words. text is the notification itself.
func FindBounce(l Letter) (Bounce, bool) {
	b, ok := findBounce(l)
	if ok {
		b.Quoted = quoted(l)
	}
	return b, ok
}

func findBounce(l Letter) (Bounce, bool) {
	if receipt(l) != "" {
		return Bounce{}, false
	}
	status := deliveryStatus(l)
	if status != nil {
		b := Bounce{Confidence: 0.99, Evidence: []find.Evidence{{Where: "header", Words: "Content-Type: message/delivery-status"}}}
		recipients, action := readStatus(status.text)
		if action == "delivered" {
			return b, false // a receipt: RFC 3464, section 2.3.3
		}
		if len(recipients) > 0 || action != "" || status.report {
			b.Failed = recipients
			b.Temporary = action == "delayed"
			if action != "" {
				b.Evidence = append(b.Evidence, find.Evidence{Where: "text", Words: "Action: " + action})
			}
			if len(b.Failed) == 0 {
				b.Failed = failedRecipients(l, notification(l.Whole))
			}
			return b, true
		}
	}
	if l.Has("message/feedback-report") {
		return Bounce{}, false // a complaint (RFC 5965): the message did arrive
	}
	b, notice, ok := freeBounce(l)
	if !ok {
		return b, false
	}
	b.Failed = failedRecipients(l, notice)
	return b, true
}

// freeBounce judges a report that has no machine-readable part; notice is the report
// without the copy of the message.
func freeBounce(l Letter) (b Bounce, notice string, ok bool) {
	add := func(where, words string) { b.Evidence = append(b.Evidence, find.Evidence{Where: where, Words: words}) }
	score := 0
	if v := l.Header.Get("X-Failed-Recipients"); v != "" {
		add("header", "X-Failed-Recipients: "+v)
		score += 3
	}
	local, _, _ := strings.Cut(l.Address(), "@")
	daemon := daemonLocal.Match(strings.ToLower(local)) || daemonName.Match(strings.ToLower(l.Sender.Name))
	if daemon {
		add("header", "From: "+mail.FirstBytes(mail.DecodeWords(l.Header.Get("From")), 120))
		score++
	}
	path, given := l.Header.Lookup("Return-Path")
	null := given && (path == "<>" || path == "" || strings.Contains(strings.ToLower(path), "mailer-daemon"))
	if null {
		add("header", "Return-Path: "+path)
		score++
	}
	if _, ok := l.Header.Lookup("X-Ms-Exchange-Message-Is-Ndr"); ok {
		add("header", "X-MS-Exchange-Message-Is-Ndr")
		score += 2
	}
	report := l.Header.Get("Content-Type")
	if strings.Contains(strings.ToLower(report), "delivery-status") {
		add("header", "Content-Type: "+mail.FirstBytes(report, 80))
		score += 2
	}
	subject := strings.ToLower(l.Subject)
	words := bounceSubject.Find(subject)
	if words != "" && !answer(subject) {
		add("subject", find.AsWritten(l.Subject, words))
		score++
	}
	if score == 0 && !strings.Contains(l.Whole, `ype"`) {
		return b, "", false
	}
	service := bounceNotice.FindString(mail.FirstBytes(l.Whole, 8<<10))
	if score < 3 && !daemon && !null && service == "" && l.Header.Get("X-Failed-Recipients") == "" {
		return b, "", false // whatever its words
	}
	notice = notification(l.Whole)
	lower := strings.ToLower(mail.FirstBytes(notice, 8<<10))
	said := bounceWords().FindString(lower)
	if said != "" {
		add("text", find.AsWritten(notice, said))
		score++
	}
	if service != "" {
		add("text", service)
		score += 4
	}
	// Two signs of three: who, what about, in which words. A person who writes
	// about a bounce has the words, but neither the sender nor the return path.
	if score < 3 && !(daemon && (said != "" || words != "")) && !(null && said != "" && words != "") {
		return b, "", false
	}
	if !daemon && !null && score < 4 && l.Header.Get("X-Failed-Recipients") == "" {
		return b, "", false
	}
	b.Confidence = min(0.99, 0.75+0.06*float64(score))
	b.Temporary = keepsTrying().MatchString(lower) && !givenUp().MatchString(lower) || strings.Contains(subject, "delayed") || strings.Contains(subject, "verzögert")
	return b, notice, true
}

// answer reports whether the subject is that of an answer or a forward, as
// people write them.
func answer(subject string) bool {
	for _, p := range []string{"re:", "aw:", "fwd:", "fw:", "wg:", "tr:", "rv:", "antw:", "sv:", "ré:", "res:", "re :", "rif:"} {
		if strings.HasPrefix(subject, p) {
			return true
		}
	}
	return false
}
