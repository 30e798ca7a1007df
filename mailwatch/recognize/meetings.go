package recognize

import (
	"slices"
	"strings"
	"time"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize/domains"
	"afterword/mailwatch/recognize/invite"
	"afterword/mailwatch/recognize/robot"
)

// meetings returns the meetings of a letter as its reader sees them: in his zone where
// they name none, and attended by others than him and by nobody whose mailbox a program
// reads. What had to be assumed is a problem of the message.
func meetings(l Letter, opt Options, v *Verdict) []invite.Meeting {
	if len(l.Meetings) == 0 {
		return nil
	}
	zone := time.UTC
	if opt.Calendar != nil {
		zone = opt.Calendar.Zone()
	}
	list := slices.Clone(l.Meetings)
	problems := slices.Clone(v.Problems)
	for i := range list {
		m := list[i].In(zone)
		if m.Doubt != "" {
			doubt := m.Doubt
			if m.Floating {
				doubt += "; they are taken as times of " + zone.String()
			}
			if !slices.Contains(problems, doubt) {
				problems = append(problems, doubt)
			}
		}
		m.People = slices.DeleteFunc(slices.Clone(m.People), func(a invite.Attendee) bool {
			domain := mail.DomainOf(a.Address)
			return opt.own(a) || robot.Program(strings.ToLower(a.Address)) || domains.Tracking(domain) || domains.Tracking(domains.Registrable(domain))
		})
		list[i] = m
	}
	v.Problems = problems
	return list
}

// own reports whether an attendee is the reader, under whichever of his addresses or
// by his name.
func (opt Options) own(a invite.Attendee) bool {
	address := mailbox(a.Address)
	return slices.ContainsFunc(opt.Own, func(own string) bool { return mailbox(own) == address }) ||
		a.Name != "" && slices.ContainsFunc(opt.Names, func(own string) bool { return strings.EqualFold(own, a.Name) })
}

// mailbox returns an address without what may differ between two ways to write it: case,
// and a tag after a plus sign (RFC 5233); at Google dots too.
func mailbox(address string) string {
	local, domain, _ := strings.Cut(strings.ToLower(strings.TrimSpace(address)), "@")
	local, _, _ = strings.Cut(local, "+")
	if domain == "googlemail.com" || domain == "gmail.com" {
		local, domain = strings.ReplaceAll(local, ".", ""), "gmail.com"
	}
	return local + "@" + domain
}
