package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// DigestOf is a short digest of what a message says, for Received.Digest. content is
// what its sender wrote and nothing that a relay adds on the way, or the same message
// out of two mailboxes would be two.
func DigestOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:8])
}

// ReceivedKey returns the key of the fact that a message arrived. A Message-ID that
// only one message has (RFC 5322, section 3.6.4) is key enough: content is nil then.
// Where it is used for other content as well, or missing, the content tells the
// messages apart. Application.ReceivedKey says which of the two it is.
func ReceivedKey(messageID string, content []byte) string {
	return keyOf("received/", messageID, content)
}

// SentKey is ReceivedKey for what the user sent.
func SentKey(messageID string, content []byte) string { return keyOf("sent/", messageID, content) }

// HintedKey is ReceivedKey for a near miss; it always tells the content.
func HintedKey(messageID string, content []byte) string { return keyOf("hinted/", messageID, content) }

func keyOf(what, messageID string, content []byte) string {
	switch {
	case content == nil:
		return what + messageID
	case messageID == "":
		return what + DigestOf(content)
	}
	return what + messageID + "#" + DigestOf(content)
}

// ReceivedKey returns the key of a message for this application: the one that it has
// already, where it was read before, else a key that no other message has.
func (a *Application) ReceivedKey(messageID string, content []byte, from, subject string) string {
	plain, own := ReceivedKey(messageID, nil), ReceivedKey(messageID, content)
	if messageID == "" {
		return own
	}
	used := false
	for _, f := range a.Facts {
		m, ok := f.What.(Received)
		switch {
		case !ok || m.MessageID != messageID:
		case m.Digest == DigestOf(content), f.Key == own:
			return f.Key
		case m.Digest == "" && m.Subject == subject && strings.EqualFold(m.From.Address, from):
			return f.Key // from before digests were taken
		default:
			used = used || f.Key == plain
		}
	}
	if used {
		return own
	}
	return plain
}

// identity names a message that was received, or hinted at, also where another has its
// Message-ID, or where it has none: its key without "received/" or "hinted/".
func identity(f Fact) string {
	for _, kind := range []string{"received/", "hinted/"} {
		if id, ok := strings.CutPrefix(f.Key, kind); ok {
			return id
		}
	}
	if m, ok := f.What.(Received); ok && m.MessageID != "" {
		return m.MessageID
	}
	return f.Key
}

// nameOfMessage is what the user names a message by: its Message-ID, or its identity
// where it has none.
func nameOfMessage(f Fact, messageID string) string {
	if messageID == "" {
		return identity(f)
	}
	return messageID
}
