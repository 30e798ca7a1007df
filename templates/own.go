package templates

// What stands in the place of a value where a letter is looked at for its own words:
// marks that no text has.
const (
	Blank     = "▢"
	BlankRole = "▣"
)

// dateNames are the values that are our own words, however they were reckoned.
var dateNames = wordSet(`met met-date met-short le-met du-met op-met van-met decision decision-weekday respond respond-weekday`)

// own renders a wording with a blank for each value that somebody else wrote.
func (c *matter) own(r rendered) string {
	if c.blanks == nil {
		c.blanks = map[string]string{}
		for name, value := range c.values {
			switch {
			case value == "" || dateNames[name]:
				c.blanks[name] = value
			case name == "role" || name == "interview" || name == "de-role":
				c.blanks[name] = BlankRole
			default:
				c.blanks[name] = Blank
			}
		}
	}
	if r.text == "" {
		return ""
	}
	text, _ := r.wording.render(c.blanks)
	return c.lang.finish(text)
}
