package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// completeRoot adds cobra's own commands, completion and help, and makes them
// behave as the others do: an example each, and a mistake is a mistake.
func completeRoot(root *cobra.Command) {
	root.SetHelpCommand(&cobra.Command{
		Use: "help [COMMAND]", Short: "show the help of a command", Example: "  afterword help add",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return hint(usagef("there is no command %q", strings.Join(args, " ")), "afterword --help")
			}
			return cmd.Help()
		},
	})
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() != "completion" {
			continue
		}
		cmd.Short = "print a script that completes commands in your shell"
		cmd.Example = "  . <(afterword completion bash)   # for this bash; for every one:\n" +
			"  mkdir -p ~/.local/share/bash-completion/completions\n" +
			"  afterword completion bash > ~/.local/share/bash-completion/completions/afterword"
		cmd.RunE = func(*cobra.Command, []string) error {
			return hint(usagef("for which shell?"), "afterword completion bash")
		}
		for _, shell := range cmd.Commands() {
			shell.Short = "print the script for " + shell.Name()
			shell.Example = "  afterword completion " + shell.Name()
		}
	}
}

// noSuch refuses a command that there is not, and names the one that may be meant.
func noSuch(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := usagef("unknown command %q for %q", args[0], cmd.CommandPath())
	meant := cmd.SuggestionsFor(args[0])
	if len(meant) == 0 {
		return hint(err, "%s --help", cmd.CommandPath())
	}
	line := cmd.CommandPath() + " " + meant[0]
	if len(meant) > 1 {
		line += "   # or: " + strings.Join(meant[1:], ", ")
	}
	return hint(err, "%s", line)
}
