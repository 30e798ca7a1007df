package robot

import "testing"

func TestNoReply(t *testing.T) {
	for from, want := range map[string]bool{
		"no-reply@nordwind.example": true, "noreply@nordwind.example": true, "donotreply@nordwind.example": true, "jobs-noreply@nordwind.example": true, "do_not_reply@nordwind.example": true,
		"nicht-antworten@nordwind.example": true, "ne-pas-repondre@nordwind.example": true, "ida@nordwind.example": false, "norbert@nordwind.example": false, "jobs@nordwind.example": false,
	} {
		if got := noReply(from, "", "Hello"); got != want {
			t.Errorf("%s: %v", from, got)
		}
	}
	if !noReply("jobs@nordwind.example", "", "Please do not reply to this email.") || !noReply("jobs@nordwind.example", "", "Bitte antworten Sie nicht auf diese E-Mail.") {
		t.Error("the words are not heeded")
	}
	if noReply("noreply@nordwind.example", "ida@nordwind.example", "") {
		t.Error("Reply-To is not heeded")
	}
}
