package recognize

import (
	"net/textproto"
	"time"
)

// A letter is what the classifier sees of a message: everything decoded, and
// the sender's own words apart from what is quoted.
type letter struct {
	subject  string
	text     string // new text: no quote, signature or legal footer
	whole    string // the text with its quotes
	html     bool   // the text was taken from HTML
	language string // ISO 639-1; "" if unknown
	from     string // address, lower case
	fromName string
	header   textproto.MIMEHeader
	fields   []headerField // the same, in the order of the message
	list     bool          // List-Id, List-Unsubscribe or Precedence: bulk
	noReply  bool
	calendar *Meeting
	date     time.Time
}
