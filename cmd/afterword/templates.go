package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"text/tabwriter"

	"afterword/drafter"
	"afterword/internal/config"
	"afterword/templates"

	"github.com/spf13/cobra"
)

func (a *app) templatesCommand() *cobra.Command {
	var copyName string
	var check, forget bool
	cmd := &cobra.Command{
		Use: "templates", Short: "list the texts of the letters and what was learnt of yours, copy one to change it, check them",
		Example: "  afterword templates\n  afterword templates --copy en/thank-you\n  afterword templates --check\n  afterword templates --forget",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if forget {
				return a.forgetVoice(cmd.Context())
			}
			dir := a.templatesDir()
			set, err := templates.Load(dir)
			if err != nil {
				return hint(err, "mend the file, or delete it to have ours back: doc/templates.md tells what a text may mention")
			}
			switch {
			case copyName != "":
				return a.copyTemplate(set, copyName)
			case check:
				return a.checkTemplates(set)
			}
			t := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
			fmt.Fprintln(t, "NAME\tLANGUAGE\tWHOSE\tYOUR OWN GOES TO")
			for _, info := range set.List() {
				whose := "ours"
				if info.Own {
					whose = "yours"
				}
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", info.Name, info.Language, whose, info.Path)
			}
			if err := t.Flush(); err != nil {
				return err
			}
			return a.printVoice(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&copyName, "copy", "", "copy one of ours to where your own goes")
	cmd.Flags().BoolVar(&check, "check", false, "check all with every combination of known and unknown values")
	cmd.Flags().BoolVar(&forget, "forget", false, "forget what was learnt of how you write; nothing is learnt of what you sent before")
	cmd.MarkFlagsMutuallyExclusive("copy", "check", "forget")
	return cmd
}

// templatesDir is where the user's own texts are: as configured, else beside the
// config file.
func (a *app) templatesDir() string {
	if c, err := a.config(); err == nil && c.Letters.Templates != "" {
		return c.Letters.Templates
	}
	path := a.configPath
	if path == "" {
		path = config.DefaultPath(a.getenv)
	}
	return filepath.Join(filepath.Dir(path), "templates")
}

func (a *app) copyTemplate(set *templates.Set, name string) error {
	text, err := set.Source(name)
	if err != nil {
		return hint(usage{err}, "afterword templates")
	}
	path := ""
	for _, info := range set.List() {
		if info.Name == name {
			path = info.Path
		}
	}
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s is there already; nothing was changed", path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		return err
	}
	fmt.Fprintln(a.out, path)
	return nil
}

func (a *app) checkTemplates(set *templates.Set) error {
	problems := append(set.Check(), drafter.ProofreadTexts(set)...)
	for _, p := range problems {
		fmt.Fprintln(a.out, p)
	}
	if len(problems) > 0 {
		return errors.New(count(len(problems), "thing", "things") + " to mend in the templates")
	}
	fmt.Fprintln(a.out, "all texts are in order")
	return nil
}
