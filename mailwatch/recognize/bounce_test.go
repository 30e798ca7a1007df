package recognize

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"afterword/rules"
)

// notices are delivery reports in free text, as systems of all ages write them.
var notices = map[string]string{
	"qmail":       "From: MAILER-DAEMON@mx.post.example\nSubject: failure notice\nTo: sam@post.example\n\nHi. This is the mail program at mx.post.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ida@nordwind.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <sam@post.example>\nTo: ida@nordwind.example\nSubject: Thank you\n\nDear Ida",
	"exim":        "From: Mail Delivery System <Mailer-Daemon@mx.post.example>\nSubject: Mail delivery failed: returning message to sender\nX-Failed-Recipients: ida@nordwind.example\nAuto-Submitted: auto-replied\nTo: sam@post.example\n\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to all of its recipients.\n\n  ida@nordwind.example\n    Unrouteable address\n",
	"sendmail":    "From: Mail Delivery Subsystem <MAILER-DAEMON>\nSubject: Returned mail: User unknown\nTo: sam@post.example\n\n   ----- Transcript of session follows -----\n... while talking to mx.nordwind.example.:\n>>> RCPT To:<ida@nordwind.example>\n<<< 550 User unknown\n550 <ida@nordwind.example>... User unknown\n\n   ----- Unsent message follows -----\nFrom: sam@post.example\nTo: ida@nordwind.example\n",
	"exchange":    "From: System Administrator <postmaster@nordwind.example>\nSubject: Undeliverable: Thank you\nTo: sam@post.example\n\nYour message\n\n  To:      Brandt, Ida\n  Subject: Thank you\n\ndid not reach the following recipient(s):\n\nida@nordwind.example on Mon, 16 Nov 2026 09:00:00 +0100\n    The recipient name is not recognized\n",
	"domino":      "From: Postmaster@nordwind.example\nSubject: DELIVERY FAILURE: User ida (ida@nordwind.example) not listed in Directory\nTo: sam@post.example\n\nYour message\n\n  Subject: Thank you\n\nwas not delivered to:\n\n  ida@nordwind.example\n\nbecause:\n\n  User ida (ida@nordwind.example) not listed in Directory\n",
	"imail":       "From: Postmaster <postmaster@post.example>\nSubject: Undeliverable Mail\nTo: sam@post.example\n\nUnknown user: ida@nordwind.example\n\nOriginal message follows.\n\nFrom: sam@post.example\nTo: ida@nordwind.example\n",
	"gateway":     "From: mailer-daemon@gate.nordwind.example\nSubject: Message not sent\nTo: sam@post.example\n\nWe had trouble delivering your message.\n\n1 error(s):\n\nSMTP Server <mx.nordwind.example> rejected recipient <ida@nordwind.example>\n(Error following RCPT command). It responded: [550 no such user]\n",
	"german":      "From: Mailer-Daemon <mailer-daemon@post.example>\nSubject: Unzustellbar: Danke\nTo: sam@post.example\nReturn-Path: <>\n\nDie Nachricht konnte nicht zugestellt werden an:\n\nida@nordwind.example\n\nGrund: Postfach unbekannt\n",
	"french":      "From: postmaster@post.example\nSubject: Non remis : Merci\nTo: sam@post.example\n\nVotre message n'a pas pu être remis aux destinataires suivants :\n\nida@nordwind.example\n",
	"spanish":     "From: postmaster@post.example\nSubject: No se ha podido entregar: Gracias\nTo: sam@post.example\n\nNo se ha podido entregar el mensaje a estos destinatarios:\n\n<ida@nordwind.example>\n",
	"dutch":       "From: postmaster@post.example\nSubject: Onbestelbaar: Bedankt\nTo: sam@post.example\n\nUw bericht kon niet worden bezorgd aan:\n\nida@nordwind.example\n",
	"null path":   "Return-Path: <>\nFrom: Mail service <service@post.example>\nSubject: Your message could not be delivered\nTo: sam@post.example\n\nYour message to ida@nordwind.example was rejected by the receiving server: mailbox is full.\n",
	"copy only":   "From: MAILER-DAEMON@post.example\nSubject: Undelivered Mail\nTo: sam@post.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nYour message could not be delivered.\n--b\nContent-Type: message/rfc822\n\nFrom: sam@post.example\nTo: Ida <ida@nordwind.example>\nSubject: Thank you\n\nDear Ida\n--b--\n",
	"web service": "From: Notices <notices@cloud.example>\nSubject: Notification\nTo: sam@post.example\n\n{\"notificationType\":\"Bounce\",\"bounce\":{\"bouncedRecipients\":[{\"emailAddress\":\"ida@nordwind.example\"}]}}\n",
	"rfc 3464":    "From: MAILER-DAEMON@post.example\nSubject: x\nTo: sam@post.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; post.example\n\nFinal-Recipient: rfc822; ida@nordwind.example\nAction: failed\nStatus: 5.1.1\n--b--\n",
	"two lines":   "From: MAILER-DAEMON@post.example\nSubject: x\nTo: sam@post.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; post.example\n\nFinal-Recipient: rfc822;\n ida@nordwind.example\naction: FAILED (bad address)\n--b--\n",
}

func TestBounce(t *testing.T) {
	for name, raw := range notices {
		for _, newline := range []string{"\n", "\r\n", "\r"} {
			v := Read([]byte(strings.ReplaceAll(raw, "\n", newline)), Options{})
			if v.Kind != rules.MessageBounce || !slices.Equal(v.FailedRecipients, []string{"ida@nordwind.example"}) || v.Temporary || len(v.Evidence) == 0 {
				t.Errorf("%s, %q: %s %v, temporary %v, evidence %v, text %q", name, newline, v.Kind, v.FailedRecipients, v.Temporary, v.Evidence, v.Text)
			}
		}
	}
}

func TestBounceTemporary(t *testing.T) {
	for name, raw := range map[string]string{
		"rfc 3464": "From: MAILER-DAEMON@post.example\nSubject: x\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; post.example\n\nFinal-Recipient: rfc822; ida@nordwind.example\nAction: delayed\nStatus: 4.4.1\n--b--\n",
		"exim":     "From: Mail Delivery System <Mailer-Daemon@post.example>\nSubject: Warning: message 1x delayed 24 hours\n\nA message that you sent has not yet been delivered to one or more of its recipients.\n\n  ida@nordwind.example\n\nNo action is required on your part. Delivery attempts will continue for some time.\n",
		"sendmail": "From: Mail Delivery Subsystem <MAILER-DAEMON@post.example>\nSubject: Warning: could not send message for past 4 hours\n\n** THIS IS A WARNING MESSAGE ONLY **\n** YOU DO NOT NEED TO RESEND YOUR MESSAGE **\n\n   ----- The following addresses had transient non-fatal errors -----\n<ida@nordwind.example>\n",
	} {
		v := Read([]byte(raw), Options{})
		if v.Kind != rules.MessageBounce || !v.Temporary || !slices.Equal(v.FailedRecipients, []string{"ida@nordwind.example"}) {
			t.Errorf("%s: %s temporary %v %v", name, v.Kind, v.Temporary, v.FailedRecipients)
		}
	}
}

func TestNoBounce(t *testing.T) {
	for name, raw := range map[string]string{
		"a person about a bounce": "From: Ida <ida@nordwind.example>\nSubject: Re: Undeliverable: Thank you\n\nHi Sam, your message bounced, because my old mailbox is full. Please use this address.\n",
		"delivered":               "From: MAILER-DAEMON@post.example\nSubject: Successful Mail Delivery Report\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nYour message was delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; post.example\n\nFinal-Recipient: rfc822; ida@nordwind.example\nAction: delivered\n--b--\n",
		"complaint":               "From: feedback@post.example\nSubject: Abuse report\nReturn-Path: <>\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nThis is a report about a message that was not delivered to the inbox.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n",
		"parcel":                  "From: Parcels <news@parcels.example>\nSubject: Delivery failed: we missed you\n\nYour parcel could not be delivered. Choose a new day.\n",
		"empty path alone":        "Return-Path: <>\nFrom: Ida <ida@nordwind.example>\nSubject: Your interview\n\nSee you on Monday.\n",
	} {
		if v := Read([]byte(raw), Options{}); v.Kind == rules.MessageBounce {
			t.Errorf("%s: %v", name, v.Evidence)
		}
	}
}

// TestBounceQuotes: whatever form a report has, the letter that it is about is known
// by its identifier.
func TestBounceQuotes(t *testing.T) {
	const head = "From: MAILER-DAEMON@mx.post.example\nTo: sam@post.example\nSubject: Undelivered Mail Returned to Sender\n"
	const status = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.post.example\n\nFinal-Recipient: rfc822; ida@nordwind.example\nAction: failed\n"
	const ours = "From: sam@post.example\nTo: ida@nordwind.example\nSubject: Thank you\nMessage-ID: <1-2-3@post.example>\n"
	for name, raw := range map[string]string{
		"enclosed":        head + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n--b\n" + status + "--b\nContent-Type: message/rfc822\n\n" + ours + "\nDear Ida\n--b--\n",
		"its header":      head + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n--b\n" + status + "--b\nContent-Type: text/rfc822-headers\n\n" + ours + "\n--b--\n",
		"in its text":     head + "\nYour message could not be delivered to <ida@nordwind.example>: user unknown\n\n--- Below this line is a copy of the message.\n\n" + ours + "\nDear Ida\n",
		"quoted":          head + "\nYour message could not be delivered to <ida@nordwind.example>: user unknown\n\n> " + strings.ReplaceAll(ours, "\n", "\n> ") + "\n",
		"in its answer":   head + "In-Reply-To: <1-2-3@post.example>\n\nYour message could not be delivered to <ida@nordwind.example>: user unknown\n",
		"in its thread":   head + "References: <0@post.example> <1-2-3@post.example>\n\nYour message could not be delivered to <ida@nordwind.example>: user unknown\n",
		"in the status":   head + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n--b\n" + status + "X-Original-Message-ID: <1-2-3@post.example>\n--b--\n",
		"base64 enclosed": head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nYour message could not be delivered to <ida@nordwind.example>: user unknown\n--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(ours)) + "\n--b--\n",
	} {
		v := Read([]byte(raw), Options{})
		if v.Kind != rules.MessageBounce || !slices.Contains(v.Quoted, "1-2-3@post.example") {
			t.Errorf("%s: %s, quotes %q", name, v.Kind, v.Quoted)
		}
	}
}
