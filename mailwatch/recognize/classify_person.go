package recognize

import "strings"

// person reports whether a person wrote the letter: nothing in it says that a
// program did. A template that a recruiter sends in her own name counts as hers.
func (f *findings) person(l letter) bool {
	if l.noReply || l.list || f.score[topicRobot] > 0 {
		return false
	}
	if auto := strings.ToLower(l.header.Get("Auto-Submitted")); auto != "" && !strings.HasPrefix(auto, "no") {
		return false
	}
	return true
}
