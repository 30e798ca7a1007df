package config

import (
	"cmp"
	"fmt"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword/internal/secrets"
)

// checker collects what is wrong.
type checker struct {
	c        *Config
	problems Problems
}

// Validate finds everything that is wrong with the values; the error is a
// Problems. A Config that Load returned is valid.
func (c *Config) Validate() error {
	k := &checker{c: c}
	k.accounts()
	k.business()
	k.oneOf("rules.thread", c.Rules.Thread, "own", "reply")
	k.between("rules.assume_decision_days", c.Rules.AssumeDecisionDays, 0, 60)
	k.between("rules.late_days", c.Rules.LateDays, 0, 60)
	k.letters()
	k.rewrite()
	k.intake()
	k.daemon()
	if len(k.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(k.problems, func(p, q Problem) int { return cmp.Compare(p.Line, q.Line) })
	return k.problems
}

// index is the place of an element in a key of lines.
var index = regexp.MustCompile(`\.\d+`)

func (k *checker) add(key, format string, args ...any) {
	k.problems = append(k.problems, Problem{File: cmp.Or(k.c.path, "config"), Line: k.c.line(key),
		Key: index.ReplaceAllString(key, ""), Text: fmt.Sprintf(format, args...)})
}

func (k *checker) oneOf(key, value string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		k.add(key, "%q is not known: write one of %q", value, allowed)
	}
}

func (k *checker) between(key string, value, least, most int) {
	if value < least || value > most {
		k.add(key, "%d is out of range: write a number from %d to %d", value, least, most)
	}
}

// span checks a duration. One without a unit came as that many nanoseconds.
func (k *checker) span(key string, d Duration, least, most time.Duration) {
	switch v := d.Duration(); {
	case v > 0 && v < time.Millisecond:
		k.add(key, `%d has no unit: write it in quotes, as in "%ds"`, int64(v), int64(v))
	case v < least || v > most:
		k.add(key, "%v is out of range: write a time from %v to %v", v, least, most)
	}
}

// oneLine refuses what would break a header or a command.
func (k *checker) oneLine(key, value string) {
	if strings.ContainsAny(value, "\r\n\x00") {
		k.add(key, "%q has more than one line: write it on one", value)
	}
}

func (k *checker) business() {
	b := k.c.Business
	for key, at := range map[string]Clock{"business.start": b.Start, "business.end": b.End} {
		if time.Duration(at)%time.Minute != 0 {
			k.add(key, `%d is not a time of day: write it as "09:00"`, int64(at))
			return
		}
	}
	if _, err := k.c.Calendar(Account{}, "", ""); err != nil {
		k.add("business", "%v", err)
	}
}

func (k *checker) letters() {
	l := k.c.Letters
	k.oneOf("letters.tone", l.Tone, "warm", "plain", "formal")
	k.oneOf("letters.salutation", l.Salutation, "first", "full")
	k.language("letters.language", l.Language)
	if l.Signature != "" && l.SignatureFile != "" {
		k.add("letters.signature_file", "there is a signature already: keep one of signature and signature_file")
	}
}

// tag is the form of a language tag (RFC 5646, section 2.1), near enough.
var tag = regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$`)

func (k *checker) language(key, value string) {
	if value != "" && !tag.MatchString(value) {
		k.add(key, `%q is not a language: write it as "en" or "de-AT"`, value)
	}
}

func (k *checker) rewrite() {
	r := k.c.Rewrite
	if r.Endpoint == "" {
		if r.Model != "" || !r.Key.IsZero() || r.AllowIncoming || r.SecondOpinion {
			k.add("rewrite.endpoint", "it is missing: name the server, or leave [rewrite] out to switch it off")
		}
		return
	}
	k.web("rewrite.endpoint", r.Endpoint, !r.Key.IsZero())
	if r.Model == "" {
		k.add("rewrite.model", "it is missing: name the model that the server shall use")
	}
	if r.SecondOpinion && !r.AllowIncoming {
		k.add("rewrite.second_opinion", "it needs allow_incoming = true: the model is shown the message that it is asked about")
	}
	k.span("rewrite.timeout", r.Timeout, time.Second, time.Hour)
	k.place("rewrite.key", r.Key)
}

// web checks a URL. What is secret goes to another machine encrypted only.
func (k *checker) web(key, value string, secret bool) {
	u, err := url.Parse(value)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		k.add(key, `%q is not a web address: write it as "https://…"`, value)
	case u.User != nil:
		k.add(key, "a secret does not go into the config: leave name and password out of the address")
	case secret && u.Scheme == "http" && !Loopback(u.Hostname()):
		k.add(key, "%q would send a secret unencrypted: write it with https", value)
	}
}

// place checks where a secret is kept, if it is anywhere.
func (k *checker) place(key string, w secrets.Where) {
	if w.IsZero() {
		return
	}
	if err := w.Check(); err != nil {
		k.add(key, "%v", err)
	}
}

func (k *checker) intake() {
	k.oneOf("intake.notes", k.c.Intake.Notes, "inbox", "drafts", "off")
	for i, d := range k.c.Intake.NotMine {
		if strings.ContainsAny(d, "@/ ") || !strings.Contains(d, ".") {
			k.add(fmt.Sprintf("intake.not_mine.%d", i), `%q is no domain: write it as "employer.example"`, d)
		}
	}
}

func (k *checker) daemon() {
	d := k.c.Daemon
	k.oneOf("daemon.log_level", d.LogLevel, "debug", "info", "warn", "error")
	k.between("daemon.since_days", d.SinceDays, 0, 3650)
	if d.KeepYears != 0 { // 0 is for ever
		k.between("daemon.keep_years", d.KeepYears, 2, 100)
	}
	k.span("daemon.poll", d.Poll, 5*time.Second, time.Hour)
	if d.BlindAfter != 0 {
		k.span("daemon.blind_after", d.BlindAfter, time.Minute, 365*24*time.Hour)
	}
	if d.Heartbeat == "" {
		k.add("daemon.heartbeat", `it is missing: write it as "@every 1m"`)
	}
	k.cron("daemon.heartbeat", d.Heartbeat)
	k.cron("daemon.check", d.Check)
	k.notify(d.Notify)
}

// cron checks a cron spec.
func (k *checker) cron(key, spec string) {
	if spec == "" {
		return
	}
	if _, err := Schedule(spec); err != nil {
		k.add(key, "%v", err)
	}
}

// address checks that value is an address and nothing else.
func (k *checker) address(key, value string) {
	a, err := mail.ParseAddress(value)
	if err != nil || a.Address != value {
		k.add(key, `%q is not a mail address: write it as "you@example.com"`, value)
	}
}
