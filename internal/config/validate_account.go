package config

import (
	"fmt"
	"strings"
)

// accounts checks every account.
func (k *checker) accounts() {
	if len(k.c.Accounts) == 0 {
		k.add("", "it has no account: add an [[account]] section as in config.example.toml")
	}
	named := map[string]bool{}
	for i, a := range k.c.Accounts {
		at := func(key string) string { return fmt.Sprintf("account.%d.%s", i, key) }
		if a.Address == "" {
			k.add(at("address"), "it is missing: name the mail address of the account")
		} else {
			k.address(at("address"), a.Address)
		}
		if folded := strings.ToLower(a.Name); named[folded] {
			k.add(at("name"), "%q is the name of two accounts: give each its own", a.Name)
		} else {
			named[folded] = true
		}
		for _, alias := range a.Aliases {
			k.address(at("aliases"), alias)
		}
		k.oneLine(at("name"), a.Name)
		k.oneLine(at("from_name"), a.FromName)
		k.language(at("language"), a.Language)
		if _, err := Zone(a.Zone); err != nil {
			k.add(at("zone"), "%v", err)
		} else if a.Holidays != "" {
			if _, err := k.c.Calendar(a, "", ""); err != nil {
				k.add(at("holidays"), "%v", err)
			}
		}
		for key, box := range map[string]string{"drafts": a.Mailboxes.Drafts, "sent": a.Mailboxes.Sent, "trash": a.Mailboxes.Trash} {
			k.oneLine(at("mailboxes."+key), box)
		}
		for _, box := range a.Mailboxes.Skip {
			k.oneLine(at("mailboxes.skip"), box)
			if strings.EqualFold(box, "INBOX") {
				k.add(at("mailboxes.skip"), "the Inbox is always read: take it out")
			}
		}
		k.imap(at, a.IMAP)
	}
}

// imap checks the way to a server; at makes a key of it.
func (k *checker) imap(at func(string) string, i IMAP) {
	switch {
	case i.Host == "":
		k.add(at("imap.host"), `it is missing: name the mail server, as in "imap.example.com"`)
	case strings.ContainsAny(i.Host, " /@\r\n") || strings.Contains(i.Host, "://"):
		k.add(at("imap.host"), `%q is not a host: write its name alone, as in "imap.example.com"`, i.Host)
	}
	k.between(at("imap.port"), i.Port, 0, 65535)
	k.oneOf(at("imap.tls"), i.TLS, "tls", "starttls", "none")
	if i.TLS == "none" && !Loopback(i.Host) {
		k.add(at("imap.tls"), `without encryption only this machine may be asked, not %q: write "tls" or "starttls"`, i.Host)
	}
	k.oneOf(at("imap.auth"), i.Auth, "auto", "plain", "login", "xoauth2", "oauthbearer")
	k.oneLine(at("imap.username"), i.Username)
	k.login(at, i)
}

// login checks where the password or the tokens come from.
func (k *checker) login(at func(string) string, i IMAP) {
	token := i.Auth == "xoauth2" || i.Auth == "oauthbearer"
	k.place(at("imap.password"), i.Password)
	if !i.Token.IsZero() {
		k.place(at("imap.token"), i.Token)
		switch {
		case !i.Password.IsZero():
			k.add(at("imap.password"), "there is a token as well: keep one of the two")
		case !i.OAuth.IsZero():
			k.add(at("imap.oauth"), "there is a token as well: keep one of the two")
		case i.Auth == "plain" || i.Auth == "login":
			k.add(at("imap.auth"), `%q takes a password, and there is a token: write "auto"`, i.Auth)
		}
		return
	}
	if i.OAuth.IsZero() {
		switch {
		case token && i.Password.IsZero():
			k.add(at("imap.oauth"), "it is missing: %s needs token_url, client_id and refresh_token, or token.command, a command that prints an access token", i.Auth)
		case i.Password.IsZero():
			k.add(at("imap.password"), `it is missing: name where the password is kept, as in password.command = "pass show mail"`)
		}
		return
	}
	switch {
	case !i.Password.IsZero():
		k.add(at("imap.password"), "there is an oauth section as well: keep one of the two")
	case i.Auth == "plain" || i.Auth == "login":
		k.add(at("imap.auth"), `%q takes a password, and there is an oauth section: write "auto"`, i.Auth)
	}
	if i.OAuth.ClientID == "" {
		k.add(at("imap.oauth.client_id"), "it is missing: name the program's ID at the provider")
	}
	k.web(at("imap.oauth.token_url"), i.OAuth.TokenURL, true)
	for key, url := range map[string]string{"authorize_url": i.OAuth.AuthorizeURL, "device_url": i.OAuth.DeviceURL} {
		if url != "" {
			k.web(at("imap.oauth."+key), url, true)
		}
	}
	k.place(at("imap.oauth.client_secret"), i.OAuth.ClientSecret)
	if i.OAuth.RefreshToken.IsZero() {
		k.add(at("imap.oauth.refresh_token"), `it is missing: name where the refresh token is kept, as in refresh_token.file = "token"`)
	}
	k.place(at("imap.oauth.refresh_token"), i.OAuth.RefreshToken)
}
