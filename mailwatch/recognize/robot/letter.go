package robot

import (
	"strings"

	"afterword/mailwatch/recognize/newtext"
)

// A Letter is a message of which is known whether it went to many, and whether
// anybody reads what is sent back.
type Letter struct {
	newtext.Letter
	List    bool // List-Id, List-Unsubscribe or Precedence: bulk
	NoReply bool // nobody reads what is sent back
}

// Read looks at who sent a message, and to how many.
func Read(l newtext.Letter) Letter {
	replyTo := ""
	if len(l.ReplyTo) > 0 {
		replyTo = strings.ToLower(l.ReplyTo[0].Address)
	}
	return Letter{Letter: l, List: listMail(l.Header), NoReply: noReply(l.Address(), replyTo, l.Text)}
}
