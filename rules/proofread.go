package rules

import "strings"

// Findings are what was found in a letter, each as `rule: "words": what to do`, in English.
type Findings []string

func (f Findings) String() string { return strings.Join(f, "; ") }

// Proofread: a draft that the user has edited was read as it stands by now, and Findings
// are what he may want to mend before he sends it, in words; none where it is in order.
// The draft itself is never changed.
type Proofread struct {
	FollowUp string   `json:"follow_up"`
	Findings []string `json:"findings,omitempty"`
}

func (Proofread) what() string { return "proofread" }

// remark is what was found in a draft of the user's, and the fact that says so.
type remark struct {
	findings []string
	fact     string
}

// mostRemarks is how many findings are told one by one.
const mostRemarks = 4

// remarks tells the user what was found in a draft of his own that he has not sent. He is
// told once of the same, and sees it as long as it holds.
func (p *planner) remarks(f FollowUp) {
	r, ok := p.marks.remarks[f.Key]
	if !ok || len(r.findings) == 0 || !f.Touched || !f.Pending() {
		return
	}
	told := r.findings[:min(len(r.findings), mostRemarks)]
	title, found := f.sayTitle(), Findings(told)
	text := Say("your edited draft of %s to %s: %s", title, nameOf(f.To), found)
	if more := len(r.findings) - len(told); more > 0 {
		text = Say("your edited draft of %s to %s: %s; and %d more", title, nameOf(f.To), found, more)
	}
	p.ask(noticeOf("proofread/"+f.Key+"/"+DigestOf([]byte(strings.Join(r.findings, "\n"))), because("proofread", text, r.fact), ""))
}
