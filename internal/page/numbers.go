package page

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"mime"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword/rules"
)

// numbers are what is to be counted over all applications.
type numbers struct {
	Drafted, OnTime, Late, AsDrafted, Rewritten, ThrownAway int
	Answers                                                 []answerTime
}

// An answerTime is how long a company took from what the user sent to its answer.
type answerTime struct {
	ID, Company string
	Days        int
}

// count counts. A letter is on time that was sent before its window closed.
func count(all []Application) (n numbers) {
	for _, a := range all {
		edited := map[string]bool{}
		due := map[string]time.Time{}
		drafted := map[string]bool{}
		for _, f := range a.Plan.FollowUps {
			due[f.Key] = f.Due
		}
		var sent time.Time
		for _, f := range a.Facts {
			switch w := f.What.(type) {
			case rules.Placed:
				drafted[w.FollowUp] = true
			case rules.Edited:
				edited[w.FollowUp] = true
			case rules.Discarded:
				if !w.Vanished {
					n.ThrownAway++
				}
			case rules.Delivered:
				if sent.IsZero() || f.At.Before(sent) {
					sent = f.At
				}
				if w.FollowUp == "" || !drafted[w.FollowUp] {
					continue
				}
				if end := due[w.FollowUp]; !end.IsZero() && f.At.After(end) {
					n.Late++
				} else {
					n.OnTime++
				}
				if edited[w.FollowUp] {
					n.Rewritten++
				} else {
					n.AsDrafted++
				}
			case rules.Received:
				if w.Person && !sent.IsZero() && f.At.After(sent) {
					n.Answers = append(n.Answers, answerTime{a.ID, a.Company, int(f.At.Sub(sent).Hours() / 24)})
					sent = time.Time{}
				}
			}
		}
		n.Drafted += len(drafted)
	}
	slices.SortStableFunc(n.Answers, func(a, b answerTime) int { return cmp.Or(cmp.Compare(a.Days, b.Days), cmp.Compare(a.ID, b.ID)) })
	return n
}

// attachment has the browser save what follows.
func (v *view) attachment(kind, name string) {
	v.w.Header().Set("Content-Type", kind)
	v.w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
}

// exportCSV writes a line for each application (RFC 4180). What a spreadsheet would take
// for a formula is a text.
func (s *Server) exportCSV(v *view) error {
	o, err := s.program.Overview(v.r.Context(), v.words.code)
	if err != nil {
		return err
	}
	v.attachment("text/csv; charset=utf-8", "afterword.csv")
	w := csv.NewWriter(v.w)
	_ = w.Write([]string{"id", "account", "company", "role", "state", "decision", "assumed", "next", "to", "opens", "due", "waiting_for"})
	for _, r := range o.Rows {
		line := []string{r.ID, r.Account, r.Company, r.Role, string(r.State), "", "", "", "", "", "", r.Waiting}
		if !r.Decision.IsZero() {
			line[5], line[6] = r.Decision.String(), strconv.FormatBool(r.Assumed)
		}
		if n := r.Next; n != nil {
			line[7], line[8], line[9], line[10] = n.Title, n.To, n.Opens.Format(time.RFC3339), n.Due.Format(time.RFC3339)
		}
		for i, cell := range line {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				line[i] = "'" + cell
			}
		}
		_ = w.Write(line)
	}
	w.Flush()
	return nil // what is left of it on the way is no page any more
}

// exportJSON writes what `show --json` prints of each application, in one document.
func (s *Server) exportJSON(v *view) error {
	all, err := s.program.Documents(v.r.Context())
	if err != nil {
		return err
	}
	v.attachment("application/json", "afterword.json")
	_ = json.NewEncoder(v.w).Encode(map[string]any{"applications": all}) // what is left of it on the way is no page any more
	return nil
}

// calendarFile is what `calendar` prints.
func (s *Server) calendarFile(v *view) error {
	said := s.program.Do(v.r.Context(), "", "calendar")
	if said.Failed() {
		return v.goTo("/search", &said)
	}
	v.attachment("text/calendar; charset=utf-8", "afterword.ics")
	_, _ = v.w.Write([]byte(said.Out))
	return nil
}
