package recognize

import "afterword/mailwatch/recognize/prose"

// Named returns the company and the role that a letter is about, as it spells them, ""
// where it does not say. v is what it was judged to be.
func Named(l Letter, opt Options, v Verdict) (company, role string) {
	defer func() { _ = recover() }() // nothing that is read here may cost more than the names
	story := prose.Read(messageOf(l, opt, &v))
	return story.Company, story.Role
}
