package config

import (
	"strings"
	"time"

	"afterword/internal/secrets"
)

// Default returns the config of an empty file.
func Default() *Config {
	return &Config{
		Business: Business{
			Weekend:  []Weekday{Weekday(time.Saturday), Weekday(time.Sunday)},
			Start:    Clock(9 * time.Hour),
			End:      Clock(17 * time.Hour),
			Holidays: "none",
		},
		FollowUps: FollowUps{ThankYou: true, NoShow: true, CheckIn: true, OfferReply: true, RejectionReply: true},
		Rules:     Rules{AssumeDecisionDays: 5, LateDays: 2, Thread: "own"},
		Letters:   Letters{Tone: "plain", Salutation: "first", Templates: "templates"},
		Rewrite:   Rewrite{Timeout: Duration(30 * time.Second)},
		Intake:    Intake{Enabled: true, Folders: true, Notes: "inbox"},
		Daemon: Daemon{
			Poll:       Duration(time.Minute),
			Heartbeat:  "@every 1m",
			BlindAfter: Duration(6 * time.Hour),
			SinceDays:  90,
			KeepYears:  2,
			LogLevel:   "info",
		},
	}
}

// DefaultAccount returns what an account has where the file is silent.
func DefaultAccount() Account {
	return Account{IMAP: IMAP{TLS: "tls", Auth: "auto"}, Language: "en"}
}

// fill gives an account its defaults. An empty value is never a choice of its
// own where there is a default.
func (a *Account) fill() {
	d := DefaultAccount()
	for _, f := range []struct {
		v *string
		d string
	}{
		{&a.Name, a.Address}, {&a.IMAP.Username, a.Address},
		{&a.IMAP.TLS, d.IMAP.TLS}, {&a.IMAP.Auth, d.IMAP.Auth}, {&a.Language, d.Language},
	} {
		if *f.v == "" {
			*f.v = f.d
		}
	}
	for w, what := range map[*secrets.Where]string{&a.IMAP.Password: "", &a.IMAP.OAuth.RefreshToken: " refresh token",
		&a.IMAP.OAuth.ClientSecret: " client secret", &a.IMAP.Token: " access token"} {
		w.Entry = Entry(a.Address, what)
	}
}

// Entry is what a secret of an account is called in the keyring; what is "" for its
// password.
func Entry(address, what string) string { return strings.ToLower(address) + what }
