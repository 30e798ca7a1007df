package config

import (
	"net/url"
	"slices"
	"strings"

	"afterword/internal/secrets"
)

// Notify is how the user is told: "desktop", "ntfy:URL", or a command. Several of the
// first two may stand in a list; any other list is a command with its arguments.
type Notify []string

const (
	desktop = "desktop"
	ntfy    = "ntfy:"
)

// UnmarshalText takes one way, or a line for the shell.
func (n *Notify) UnmarshalText(b []byte) error {
	if text := string(b); isWay(text) {
		*n = Notify{text}
		return nil
	}
	var line secrets.Command
	err := line.UnmarshalText(b)
	*n = Notify(line)
	return err
}

func isWay(word string) bool { return word == desktop || strings.HasPrefix(word, ntfy) }

// ways reports whether all of the words are ways.
func (n Notify) ways() bool {
	return !slices.ContainsFunc(n, func(word string) bool { return !isWay(word) })
}

// Desktop reports whether the user is told on his desktop.
func (n Notify) Desktop() bool { return n.ways() && slices.Contains(n, desktop) }

// Ntfy returns the addresses that a notification is posted to. They are secret: whoever
// knows one can read what is told there.
func (n Notify) Ntfy() (addresses []string) {
	for _, word := range n {
		if address, ok := strings.CutPrefix(word, ntfy); ok && n.ways() {
			addresses = append(addresses, address)
		}
	}
	return addresses
}

// Command returns the command that tells him; none where there is none.
func (n Notify) Command() secrets.Command {
	if n.ways() {
		return nil
	}
	return secrets.Command(n)
}

// notify checks the ways. No address stands in a problem.
func (k *checker) notify(n Notify) {
	if command := n.Command(); len(command) > 0 && command[0] == "" {
		k.add("daemon.notify", "its first word is empty: write the program's name")
	}
	for _, address := range n.Ntfy() {
		u, err := url.Parse(address)
		switch {
		case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.Trim(u.Path, "/") == "":
			k.add("daemon.notify", `the address after ntfy: is no web address with a topic: write it as "ntfy:https://ntfy.example/your-topic"`)
		case u.User != nil:
			k.add("daemon.notify", "a secret does not go into the config: leave name and password out of the address")
		case u.Scheme == "http" && !Loopback(u.Hostname()):
			k.add("daemon.notify", "the address after ntfy: would send what you are told unencrypted: write it with https")
		}
	}
}
