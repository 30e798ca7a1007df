package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"afterword/rules"
)

// enter puts an interview into what is known of its application: as more about one
// that is known, as the correction of one, or as a further one. asked are those whom
// a further one thanks.
func (a *app) enter(f addFlags, d *rules.Described, id string, v rules.Interview, asked []string, zone *time.Location) error {
	if i := sameMeeting(d.Interviews, v); i >= 0 && !f.another {
		a.note("the interview that ends at %s is known already: what you say is added to it", d.Interviews[i].End.In(zone))
		join(&d.Interviews[i], v)
		return nil
	}
	correct, i := f.correct, nearest(d.Interviews, v.End)
	if f.correct && i < 0 {
		return hint(flagged{"correct", rules.Mistaken("there is no interview yet that this could correct")}, "leave --correct out")
	}
	if i >= 0 && !f.correct && !f.another && v.End.Sub(d.Interviews[i].End).Abs() <= nearMeeting {
		var err error
		if correct, err = a.isCorrection(d.Interviews[i], v, id, zone); err != nil {
			return err
		}
	}
	if correct {
		had := &d.Interviews[i]
		if v.Start.IsZero() && !had.Start.IsZero() {
			v.Start = v.End.Add(had.Start.Sub(had.End)) // it lasts as long as before
		}
		a.note("interview %s of %s ended at %s before, and at %s now", had.ID, id, had.End.In(zone), v.End.In(zone))
		join(had, v)
		return nil
	}
	v.Interviewers = asked
	d.Interviews = append(d.Interviews, v)
	if n := round(d.Interviews); n > 1 {
		a.note("this is round %d of %s; where it corrects an earlier one, say: afterword edit %s", n, id, id)
	}
	return nil
}

// nearMeeting is how near to another interview a further one is odd: people correct
// a time or a time zone, and meet again after some days.
const nearMeeting = 36 * time.Hour

// isCorrection asks the user whether an interview corrects one that is near it.
func (a *app) isCorrection(had, v rules.Interview, id string, zone *time.Location) (bool, error) {
	what := rules.Say("an interview of %s that ends at %s is known, and this one ends at %s", id, had.End.In(zone), v.End.In(zone))
	if !isTerminal(a.in) {
		return false, hint(rules.Mistaken("%s: is it a correction, or a further one?", what), "say it with --correct, or with --another")
	}
	fmt.Fprintf(a.err, "%s.\n", what)
	answer, err := choose(a.in, a.err, "Is it a correction (c), or a further interview (f)? ", "c", "f")
	return answer == "c", err
}

// choose asks until it gets one of the answers, in any letter case.
func choose(in io.Reader, out io.Writer, question string, answers ...string) (string, error) {
	lines := bufio.NewReader(in)
	for {
		fmt.Fprint(out, question)
		line, err := lines.ReadString('\n')
		if answer := strings.ToLower(strings.TrimSpace(line)); slices.Contains(answers, answer) {
			return answer, nil
		}
		if err != nil {
			return "", fmt.Errorf("no answer came; nothing was changed")
		}
	}
}

// round counts the interviews that take place.
func round(list []rules.Interview) (n int) {
	for _, v := range list {
		if !v.Cancelled {
			n++
		}
	}
	return n
}

// nearest returns the index of the interview that ends nearest to an instant; -1 where
// there is none.
func nearest(list []rules.Interview, end time.Time) int {
	at := -1
	for i, v := range list {
		if !v.Cancelled && (at < 0 || end.Sub(v.End).Abs() < end.Sub(list[at].End).Abs()) {
			at = i
		}
	}
	return at
}

// freeID returns the first number that no interview has.
func freeID(list []rules.Interview) string {
	for n := len(list) + 1; ; n++ {
		id := fmt.Sprint(n)
		if !slices.ContainsFunc(list, func(v rules.Interview) bool { return v.ID == id }) {
			return id
		}
	}
}

// overrun is by how much the end that a user types may miss the one that an
// invitation had planned.
const overrun = 30 * time.Minute

// sameMeeting finds the interview that a further `add` is about: the one of the same
// calendar event, the one that ends at the same time, else one that an invitation brought, and that was to end
// around it; -1 if there is none.
func sameMeeting(list []rules.Interview, said rules.Interview) int {
	for _, same := range []func(v rules.Interview) bool{
		func(v rules.Interview) bool { return v.UID != "" && v.UID == said.UID },
		func(v rules.Interview) bool { return v.End.Equal(said.End) },
		func(v rules.Interview) bool { return v.UID != "" && said.End.Sub(v.End).Abs() < overrun },
	} {
		if at := slices.IndexFunc(list, func(v rules.Interview) bool { return !v.Cancelled && same(v) }); at >= 0 {
			return at
		}
	}
	return -1
}

// join adds to an interview what is said about it once more.
func join(v *rules.Interview, more rules.Interview) {
	for _, list := range []struct {
		to   *[]string
		from []string
	}{{&v.Interviewers, more.Interviewers}, {&v.Topics, more.Topics}, {&v.Challenges, more.Challenges}} {
		all := slices.Clone(*list.to)
		for _, s := range list.from {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
		*list.to = all
	}
	for _, p := range more.Points {
		if !slices.Contains(v.Points, p) {
			v.Points = append(slices.Clip(v.Points), p)
		}
	}
	if v.UID == "" {
		v.UID = more.UID
	}
	v.End = more.End
	if !more.Start.IsZero() {
		v.Start = more.Start
	}
	if !more.Decision.IsZero() {
		v.Decision = more.Decision
	}
}
