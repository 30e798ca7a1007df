package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"afterword/internal/config"
	"afterword/internal/secrets"
	"afterword/internal/setup"
	"afterword/mailwatch"

	"github.com/spf13/cobra"
)

func (a *app) loginCommand() *cobra.Command {
	var byCode bool
	cmd := &cobra.Command{
		Use: "login [ACCOUNT]", Short: "log in at the provider in the browser (OAuth 2)",
		Long: `Opens the provider's page in the browser, or shows a code to type on another
device, and keeps the refresh token where the config says: in a file or the keyring.
It is for accounts with an [account.imap.oauth] section.`,
		Example: "  afterword login\n  afterword login you@example.com --device",
		Args:    cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) (names []string, _ cobra.ShellCompDirective) {
			if c, err := a.config(); err == nil {
				for _, account := range c.Accounts {
					names = append(names, account.Name)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.login(cmd.Context(), strings.Join(args, ""), byCode)
		},
	}
	cmd.Flags().BoolVar(&byCode, "device", false, "show a code to type on another device")
	return cmd
}

// login renews the tokens of an account.
func (a *app) login(ctx context.Context, name string, byCode bool) error {
	c, err := a.config()
	if err != nil {
		return err
	}
	account, err := tokenAccount(c, name)
	if err != nil {
		return err
	}
	o := account.IMAP.OAuth
	if o.RefreshToken.File == "" && !o.RefreshToken.Keyring {
		return hint(fmt.Errorf("the refresh token of %q is kept where nothing can be written to", account.Name),
			"write refresh_token.file = \"token\" or refresh_token.keyring = true under [account.imap.oauth]")
	}
	endpoints, provider := setup.Consenting(account)
	if endpoints.Authorize == "" {
		return hint(fmt.Errorf("where to log in at %q is not known", provider), "write authorize_url and scope under [account.imap.oauth]")
	}
	consent := setup.Consent{Endpoints: endpoints, ClientID: o.ClientID, Login: account.IMAP.Username, HTTP: a.outside.http}
	if !o.ClientSecret.IsZero() {
		if consent.ClientSecret, err = a.source().Read(ctx, o.ClientSecret); err != nil {
			return fmt.Errorf("client secret: %w", err)
		}
	}
	words := setup.Speak(a.locale())
	signIn := setup.SignIn{Words: words, Say: func(text string) { fmt.Fprintln(a.out, text) }, Browse: a.browser(), ByCode: byCode}
	if byCode && endpoints.Device == "" {
		return hint(usagef("%s has no login by code for mail", provider), "afterword login %s", account.Name)
	}
	token, err := signIn.Do(ctx, consent, provider)
	switch {
	case ctx.Err() != nil:
		return errors.New(words.Say(setup.Interrupted))
	case err != nil:
		return err
	}
	if err := a.source().Keep(ctx, o.RefreshToken, token.Refresh); err != nil {
		return fmt.Errorf("keep the refresh token: %w", err)
	}
	return a.tryToken(ctx, account, token.Access, words)
}

// tokenAccount is the account that is meant, which logs in by tokens.
func tokenAccount(c *config.Config, name string) (config.Account, error) {
	var all []config.Account
	for _, account := range c.Accounts {
		if !account.IMAP.OAuth.IsZero() {
			all = append(all, account)
		}
	}
	if name == "" && len(all) == 1 {
		return all[0], nil
	}
	if name == "" && len(all) > 1 {
		return config.Account{}, hint(usagef("which account?"), "afterword login %s", all[0].Name)
	}
	account, err := accountOf(c, name)
	if err != nil {
		return account, err
	}
	if account.IMAP.OAuth.IsZero() {
		return account, hint(fmt.Errorf("%q logs in with a password: there is nothing to log in to in the browser", account.Name), "afterword check")
	}
	return account, nil
}

// tryToken logs in to the mail server with an access token.
func (a *app) tryToken(ctx context.Context, account config.Account, access secrets.Text, words setup.Words) error {
	e, err := a.endpoint(account)
	if err != nil {
		return err
	}
	e.Secret = func(context.Context) (string, error) { return access.Reveal(), nil }
	e.DialTimeout, e.CommandTimeout = checkTime, checkTime
	conn, err := mailwatch.Dial(ctx, e, nil)
	if err != nil {
		return setup.Explain(words, account, err)
	}
	defer conn.Close()
	fmt.Fprintln(a.out, words.Say(setup.LoggedIn, "server", e.Address, "user", e.Username))
	return nil
}
