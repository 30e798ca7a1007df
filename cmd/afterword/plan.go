package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"afterword/internal/config"
	"afterword/rules"

	"github.com/spf13/cobra"
)

// planFlags are the flags of `plan`, as they were typed.
type planFlags struct {
	ended, zone, holidays, decision string
	sent, heard                     []string
	json                            bool
}

func (a *app) planCommand() *cobra.Command {
	var f planFlags
	cmd := &cobra.Command{
		Use:   "plan",
		Short: "say when to reach out, with no account and no store",
		Long: `Answers "when should I reach out?" for one interview. What you do not say was
sent is reckoned as if it were sent on the day its window opens.`,
		Example: `  afterword plan --ended 2026-11-13T15:00 --zone America/New_York --holidays US --decision 2026-11-20
  afterword plan --ended 2026-11-13T15:00 --sent thank-you=2026-11-13T17:00 --sent check-in-1=2026-11-24T09:30 \
      --heard holding=2026-11-25T11:00 --json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			schedule, err := f.plan(a.note)
			if err != nil {
				return hint(usage{err}, "afterword plan --help")
			}
			a.noteHolidays(f.holidays)
			if f.json {
				return json.NewEncoder(a.out).Encode(planDocument(schedule))
			}
			return printPlan(a.out, schedule)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.ended, "ended", "", "when the interview ended, in --zone: 2026-11-13T15:00")
	flags.StringVar(&f.zone, "zone", "", "time zone of the company, an IANA name (default: the system's)")
	flags.StringVar(&f.holidays, "holidays", "none", "public holidays: a country or region, such as US or DE-BY")
	flags.StringVar(&f.decision, "decision", "", "the date by which they said they would decide: 2026-11-20")
	flags.StringArrayVar(&f.sent, "sent", nil, "what you sent, and when: thank-you=TIME, check-in-1=TIME (repeatable)")
	flags.StringArrayVar(&f.heard, "heard", nil, "what you heard: holding=TIME, timeline=TIME,DATE, auto-reply=TIME,RETURN-DATE, offer=TIME, rejection=TIME (repeatable)")
	flags.BoolVar(&f.json, "json", false, "print one JSON document")
	_ = cmd.MarkFlagRequired("ended")
	_ = cmd.RegisterFlagCompletionFunc("holidays", cobra.FixedCompletions(rules.HolidayCodes(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// company stands for everybody at the company: `plan` knows no names.
var company = rules.Contact{Name: "the company", Address: "company@invalid", Part: rules.Interviewer}

// plan makes facts of the flags, and a plan of the facts.
func (f planFlags) plan(note func(string, ...any)) (rules.Schedule, error) {
	var none rules.Schedule
	zone, err := config.Zone(f.zone)
	if err != nil {
		return none, fmt.Errorf("--zone: %w", err)
	}
	cal, err := rules.NewCalendar(rules.CalendarOptions{Zone: zone, Holidays: f.holidays})
	if err != nil {
		return none, fmt.Errorf("--holidays: %w", err)
	}
	times := when{zone, note}
	end, err := times.parse(f.ended)
	if err != nil {
		return none, fmt.Errorf("--ended: %w", err)
	}
	interview := rules.Interview{ID: "1", End: end, Interviewers: []string{company.Key()}}
	if f.decision != "" {
		if interview.Decision, err = rules.ParseDate(f.decision); err != nil {
			return none, fmt.Errorf("--decision: %w", err)
		}
		if interview.Decision.Before(rules.DateOf(end)) {
			return none, fmt.Errorf("--decision: %s is before the interview", f.decision)
		}
	}
	// Described long before anything happened, so that all that was heard counts.
	facts := []rules.Fact{{Key: "described", At: end.AddDate(-1, 0, 0), What: rules.Described{Contacts: []rules.Contact{company}, Interviews: []rules.Interview{interview}}}}
	now, again := end, map[string]bool{}
	for _, list := range []struct {
		flag  string
		given []string
		parse func(string, when) (rules.Fact, error)
	}{{"--sent", f.sent, parseSent}, {"--heard", f.heard, parseHeard}} {
		for i, s := range list.given {
			fact, err := list.parse(s, times)
			if err != nil {
				return none, fmt.Errorf("%s %q: %w", list.flag, s, err)
			}
			if d, sent := fact.What.(rules.Delivered); sent {
				if fact.At.Before(end) {
					return none, fmt.Errorf("%s %q: that is before the interview ended", list.flag, s)
				}
				if again[d.FollowUp] && !strings.HasPrefix(d.FollowUp, string(rules.ThankYou)) {
					return none, fmt.Errorf("%s %q: it was sent already; say each of the check-ins once", list.flag, s)
				}
				if again[d.FollowUp] {
					d.To = nil // to another of a panel: no letter to the one who is asked about the status
				}
				again[d.FollowUp] = d.FollowUp != ""
				fact.What = d
			}
			fact.Key = fmt.Sprintf("%s/%d", list.flag, i)
			facts = append(facts, fact)
			if m, heard := fact.What.(rules.Received); heard {
				// It is his own word: nothing of it has to be asked about.
				facts = append(facts, rules.Fact{Key: fact.Key + "/said", At: fact.At, What: rules.Marked{MessageID: m.MessageID, Kind: m.Kind}})
			}
			if fact.At.After(now) {
				now = fact.At
			}
		}
	}
	application := rules.Fold("plan", facts)
	return rules.Plan(&application, cal, rules.DefaultPolicy, now), nil
}

func parseSent(s string, times when) (rules.Fact, error) {
	what, typed, _ := strings.Cut(s, "=")
	at, err := times.parse(typed)
	if err != nil {
		return rules.Fact{}, err
	}
	d := rules.Delivered{MessageID: s, To: []string{company.Address}}
	switch number, isCheckIn := strings.CutPrefix(what, "check-in-"); {
	case what == string(rules.ThankYou):
		d.FollowUp = "thank-you/1/" + company.Key()
	case isCheckIn:
		if n, err := strconv.Atoi(number); err != nil || n < 1 || n > rules.MaxCheckIns {
			return rules.Fact{}, fmt.Errorf("there are check-in-1, check-in-2 and check-in-3")
		}
		d.FollowUp = "check-in/1/" + number
	case what == string(rules.OfferReply), what == string(rules.RejectionReply):
		// Whatever message it answers: a letter to the one who wrote it.
	default:
		return rules.Fact{}, fmt.Errorf("what was sent is thank-you, check-in-1, check-in-2, check-in-3, offer-reply or rejection-reply")
	}
	return rules.Fact{At: at, What: d}, nil
}

func parseHeard(s string, times when) (rules.Fact, error) {
	what, rest, _ := strings.Cut(s, "=")
	typed, day, dated := strings.Cut(rest, ",")
	at, err := times.parse(typed)
	if err != nil {
		return rules.Fact{}, err
	}
	m := rules.Received{MessageID: s, From: company, Kind: rules.MessageKind(what), Person: true, Sure: true}
	var date *rules.Date
	switch m.Kind {
	case rules.MessageTimeline:
		date = &m.Decision
	case rules.MessageAutoReply:
		date, m.Person = &m.Return, false
	case rules.MessageHolding, rules.MessageOffer, rules.MessageRejection, rules.MessageQuestion, rules.MessageAcknowledgement:
		if dated {
			return rules.Fact{}, fmt.Errorf("%s takes a time alone", what)
		}
		m.Person = m.Kind != rules.MessageAcknowledgement
		return rules.Fact{At: at, What: m}, nil
	default:
		return rules.Fact{}, fmt.Errorf("what was heard is holding, timeline, auto-reply, offer or rejection")
	}
	if !dated {
		return rules.Fact{}, fmt.Errorf("%s takes a time and a date: %s=2026-11-23T10:00,2026-12-01", what, what)
	}
	if *date, err = rules.ParseDate(day); err != nil {
		return rules.Fact{}, err
	}
	return rules.Fact{At: at, What: m}, nil
}

// The JSON document of `plan`; its field names are a contract.
type (
	planJSON struct {
		Decision  *decisionJSON  `json:"decision"`
		FollowUps []followUpJSON `json:"followups"`
		QuietFrom *time.Time     `json:"quiet_from"`
	}
	decisionJSON struct {
		Date    rules.Date `json:"date"`
		Assumed bool       `json:"assumed"`
	}
	followUpJSON struct {
		Kind    rules.Kind     `json:"kind"`
		Number  int            `json:"number"`
		Opens   time.Time      `json:"opens"`
		Due     time.Time      `json:"due"`
		Reasons []rules.Reason `json:"reasons,omitempty"`
	}
)

func planDocument(s rules.Schedule) planJSON {
	doc := planJSON{FollowUps: []followUpJSON{}}
	if !s.Decision.Date.IsZero() {
		doc.Decision = &decisionJSON{s.Decision.Date, s.Decision.Assumed}
	}
	for _, f := range s.Pending() {
		doc.FollowUps = append(doc.FollowUps, followUpJSON{f.Kind, f.Number, f.Opens, f.Due, f.Reasons})
	}
	if !s.QuietFrom.IsZero() {
		doc.QuietFrom = &s.QuietFrom
	}
	return doc
}

func printPlan(w io.Writer, s rules.Schedule) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	if !s.Decision.Date.IsZero() {
		named := "named by the company"
		if s.Decision.Assumed {
			named = "assumed: they named none"
		}
		fmt.Fprintf(t, "decision date\t%s\t%s\n", longDate(s.Decision.Date), named)
	}
	for _, f := range s.Pending() {
		fmt.Fprintf(t, "%s\t%s\tto %s\n", f.Title(), clock(f.Opens), clock(f.Due))
	}
	if !s.QuietFrom.IsZero() {
		fmt.Fprintf(t, "then silence\t%s\ttime to shift focus\n", clock(s.QuietFrom))
	}
	for _, r := range s.Reasons {
		fmt.Fprintln(t, onOneLine(r.Text))
	}
	return t.Flush()
}

// reasonsOf returns the words of the reasons, in order, each once.
func reasonsOf(list []rules.Reason) []string {
	var words []string
	for _, r := range list {
		if text := onOneLine(r.Text); !slices.Contains(words, text) {
			words = append(words, text)
		}
	}
	return words
}
