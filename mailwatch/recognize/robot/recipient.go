package robot

import (
	"regexp"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/find"
)

// copyMark begins the copy of the message that was not delivered.
var copyMark = find.Lazy(`(?im)^[\s>|*=_-]*(?:(?:below (?:this line )?is a copy|this is a copy of (?:the|your) message|(?:the )?(?:header|text|body|copy|start|beginning)[a-z ]{0,30} of (?:the |your )?(?:original|returned|undelivered)? ?message|original (?:message|mail)(?: follows| headers?)?|message (?:text|headers?|contents?) follows?|undelivered message|returned message|message header|(?:unsent|forwarded) message (?:below|follows)|a copy of (?:the|your)|ursprüngliche nachricht|originalnachricht|kopie der nachricht|message d['’]origine|mensaje original|元のメッセージ|original message headers)(?:[^\p{L}\n].*)?|return-path:.*|received: .*)$`)

// notification returns the report without the copy of the message that it is about.
func notification(text string) string {
	if loc := copyMark().FindStringIndex(text); loc != nil && loc[0] > 0 {
		if strings.TrimSpace(text[:loc[0]]) != "" {
			return text[:loc[0]]
		}
	}
	return text
}

var (
	// addressFirst is a line that begins with an address: the form in which nearly all systems list them.
	addressFirst = regexp.MustCompile(`^[\s<>*•·"'\[(:=-]*([^\s<>()"',;:\[\]]+@[^\s<>()"',;:\[\]]+)`)
	// addressAfter is an address after words that only stand before a recipient.
	addressAfter = find.Lazy(`(?i)(?:^|[^\p{L}\d])(?:rcpt to|final-recipient|original-recipient|recipient(?:\(s\)|s)?|recipient address|message to|delivery to|deliver(?:ed)? to|deliver mail to|sent to|address(?:es)?|user|mailbox|account|an|à|para|aan|to)(?:\s*[:=;,]\s*|\s+|[<"'(\[])(?:rfc822;\s*)?[<"'(\[]*([^\s<>()"',;:\[\]]+@[^\s<>()"',;:\[\]]+)`)
	// notRecipient are words on a line whose address is somebody else's.
	notRecipient = find.Lazy(`(?i)mail from|^\s*from\b|sender|reply-to|contact|assistance|help|support|questions|postmaster@|mailer-daemon@|abuse@|message-id|reporting-mta|envelope-from|https?://\S*@`)
)

// failedRecipients finds who did not get the message where no delivery status
// says so: Exim's header first, then the words of the notice.
func failedRecipients(l Letter, notice string) []string {
	var list []string
	for _, a := range mail.ParseAddresses(l.Header.Get("X-Failed-Recipients")) {
		list = appendAddress(list, a.Address)
	}
	if len(list) == 0 {
		list = freeRecipients(l, notice)
	}
	return list
}

// freeRecipients finds who did not get the message in the words of the report,
// or failing that in the copy of the message.
func freeRecipients(l Letter, notice string) []string {
	var own []string // to whom the report was sent: that is the user
	for _, name := range []string{"To", "Delivered-To", "Envelope-To", "X-Original-To", "From"} {
		for _, v := range l.Header.Values(name) {
			for _, a := range mail.ParseAddresses(v) {
				own = append(own, a.Address)
			}
		}
	}
	var strong, fair, weak, self []string
	for n, line := range mail.Lines(mail.FirstBytes(notice, 32<<10)) {
		if n > 400 {
			break
		}
		if !strings.Contains(line, "@") {
			continue
		}
		odd := notRecipient().MatchString(line)
		if a := addressFirst.FindStringSubmatch(line); a != nil && !daemonAddress(a[1]) {
			switch {
			case find.Among(own, a[1]):
				self = appendAddress(self, a[1])
			default:
				strong = appendAddress(strong, a[1])
			}
			continue
		}
		for _, a := range addressAfter().FindAllStringSubmatch(line, 4) {
			if find.Among(own, a[1]) {
				self = appendAddress(self, a[1])
			} else if !odd || strings.Contains(strings.ToLower(line), "rcpt to") {
				fair = appendAddress(fair, a[1])
			}
		}
		if !odd {
			for _, a := range mail.FindAddresses(line, 4) {
				if !find.Among(own, a) && !strings.Contains(a, "/") {
					weak = appendAddress(weak, a)
				}
			}
		}
	}
	for _, list := range [][]string{strong, fair, returnedTo(l), weak, self} {
		if len(list) > 0 {
			return list
		}
	}
	return nil
}

func daemonAddress(a string) bool {
	local, _, _ := strings.Cut(strings.ToLower(a), "@")
	return local == "mailer-daemon" || strings.Contains(a, "//")
}

var returnedToLine = regexp.MustCompile(`(?im)^(?:> ?)*to:[ \t]*(.+)$`)

// returnedTo reads the To field of the message that came back.
func returnedTo(l Letter) []string {
	var list []string
	for _, p := range l.Parts {
		switch p.MediaType {
		case "message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers", "message/partial":
		default:
			continue
		}
		for _, a := range l.Enclosed(p).To {
			list = appendAddress(list, a.Address)
		}
		if len(list) > 0 {
			return list
		}
	}
	notice := notification(l.Whole)
	if len(notice) < len(l.Whole) {
		if s := returnedToLine.FindStringSubmatch(mail.FirstBytes(l.Whole[len(notice):], 64<<10)); s != nil {
			for _, a := range mail.ParseAddresses(s[1]) {
				list = appendAddress(list, a.Address)
			}
		}
	}
	return list
}

var quotedID = regexp.MustCompile(`(?im)^(?:> ?)*(?:original-|x-original-)?message-id:[ \t]*\r?\n?[ \t]*<([^<>\s]{1,900})>`)

// quoted returns the identifiers of the messages that a report quotes: of those it
// encloses, those in its text, and those that it answers. At most 50.
func quoted(l Letter) []string {
	ids := append([]string{}, l.Answers()...)
	for _, p := range l.Parts {
		switch p.MediaType {
		case "message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers", "message/partial":
			if e := l.Enclosed(p); e.MessageID != "" {
				ids = append(ids, e.MessageID)
			}
		case "message/delivery-status", "message/global-delivery-status":
			for _, m := range quotedID.FindAllStringSubmatch(l.Decoded(p, 64<<10), 10) {
				ids = append(ids, m[1])
			}
		}
	}
	for _, m := range quotedID.FindAllStringSubmatch(mail.FirstBytes(l.Whole, 64<<10), 10) {
		ids = append(ids, m[1])
	}
	return ids[max(0, len(ids)-50):]
}
