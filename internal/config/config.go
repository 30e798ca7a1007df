package config

import (
	"afterword/internal/secrets"
	"afterword/rules"
)

// A Config is the file, whole, with defaults where it is silent.
type Config struct {
	Store     string    `toml:"store"` // path of the store; Load fills "" in
	Accounts  []Account `toml:"account"`
	Business  Business  `toml:"business"`
	FollowUps FollowUps `toml:"follow_ups"`
	Rules     Rules     `toml:"rules"`
	Letters   Letters   `toml:"letters"`
	Rewrite   Rewrite   `toml:"rewrite"`
	Intake    Intake    `toml:"intake"`
	Daemon    Daemon    `toml:"daemon"`

	path string
	// While it is checked: the document, and where in it what stands, once that
	// was asked for.
	doc   []byte
	lines lines
}

// Path returns the file that the config was read from; "" if none.
func (c *Config) Path() string { return c.path }

// Account returns the account with a name; with "" the only one there is.
func (c *Config) Account(name string) (Account, bool) {
	if name == "" && len(c.Accounts) == 1 {
		return c.Accounts[0], true
	}
	for _, a := range c.Accounts {
		if a.Name == name && name != "" {
			return a, true
		}
	}
	return Account{}, false
}

// Business says when people work.
type Business struct {
	Weekend    []Weekday    `toml:"weekend"`
	Start      Clock        `toml:"start"`
	End        Clock        `toml:"end"`
	Holidays   string       `toml:"holidays"` // country or region whose public holidays count; "none"
	ClosedDays []rules.Date `toml:"closed_days"`
	WorkedDays []rules.Date `toml:"worked_days"`
}

// FollowUps switches each kind of follow-up on or off.
type FollowUps struct {
	ThankYou       bool `toml:"thank-you"`
	NoShow         bool `toml:"no-show"`
	CheckIn        bool `toml:"check-in"`
	OfferReply     bool `toml:"offer-reply"`
	RejectionReply bool `toml:"rejection-reply"`
}

// Map says of each kind whether it is on.
func (f FollowUps) Map() map[rules.Kind]bool {
	return map[rules.Kind]bool{rules.ThankYou: f.ThankYou, rules.NoShow: f.NoShow, rules.CheckIn: f.CheckIn,
		rules.OfferReply: f.OfferReply, rules.RejectionReply: f.RejectionReply}
}

// Rules is what the user may choose about the cadence.
type Rules struct {
	AssumeDecisionDays int    `toml:"assume_decision_days"` // business days after the interview; 0 assumes none
	LateDays           int    `toml:"late_days"`            // business days after its end in which a missed window is made up for
	Thread             string `toml:"thread"`               // of check-in 1: "own" or "reply"
}

// Letters is how letters look.
type Letters struct {
	Tone          string `toml:"tone"`           // "warm", "plain" or "formal"
	Language      string `toml:"language"`       // BCP 47; "" for that of the conversation, else the account's
	Salutation    string `toml:"salutation"`     // where no honorific is known: "first" or "full" name
	Signature     string `toml:"signature"`      // under every letter
	SignatureFile string `toml:"signature_file"` // instead of Signature
	HTML          bool   `toml:"html"`           // with an HTML twin
	Learn         bool   `toml:"learn"`          // from the letters that the user sends, how he writes
	Templates     string `toml:"templates"`      // folder of the user's own texts
}

// Rewrite is the language model that the user runs to put letters better. It is
// off without an endpoint.
type Rewrite struct {
	Endpoint      string        `toml:"endpoint"` // OpenAI-compatible base URL
	Model         string        `toml:"model"`
	Key           secrets.Where `toml:"key"`
	Timeout       Duration      `toml:"timeout"`
	AllowIncoming bool          `toml:"allow_incoming"` // may it be shown what the company wrote?
	SecondOpinion bool          `toml:"second_opinion"` // is it asked where the user would be?
	Notes         bool          `toml:"notes"`          // may it turn a jotting into the end of a sentence?
}

// On reports whether letters are rewritten.
func (r Rewrite) On() bool { return r.Endpoint != "" }

// Intake is how interviews are found in mail.
type Intake struct {
	Enabled bool     `toml:"enabled"`
	NotMine []string `toml:"not_mine"` // domains from which no interview of the user's comes: his employer's
	Folders bool     `toml:"folders"`  // may the program make the mailboxes Afterword/Yes, No and Stop?
	Notes   string   `toml:"notes"`    // where its questions stand: "inbox", "drafts" or "off"
}

// Daemon is how `afterword run` behaves.
type Daemon struct {
	Poll       Duration `toml:"poll"`        // how often a server that does not push is asked
	Heartbeat  string   `toml:"heartbeat"`   // cron spec: how often everything is looked at anyway
	Check      string   `toml:"check"`       // cron spec of further looks; "" for none
	BlindAfter Duration `toml:"blind_after"` // an account not read for so long is told of; 0 never
	Notify     Notify   `toml:"notify"`      // how the user is told
	SinceDays  int      `toml:"since_days"`  // how far back the first look at a mailbox goes
	KeepYears  int      `toml:"keep_years"`  // for how long the log of an ended application is kept; 0 for ever
	LogLevel   string   `toml:"log_level"`   // "debug", "info", "warn" or "error"
}

// Policy returns the cadence that the config asks for.
func (c *Config) Policy() rules.Policy {
	p := rules.Policy{AssumeDecision: c.Rules.AssumeDecisionDays, Late: c.Rules.LateDays, InThread: c.Rules.Thread == "reply", Off: map[rules.Kind]bool{}}
	for kind, on := range c.FollowUps.Map() {
		p.Off[kind] = !on
	}
	return p
}
