package rules

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A telling is one way in which a meeting becomes known, and when.
type telling struct {
	learnt time.Time
	fact   func(a Application, now time.Time) Fact
}

// tellings are those of one meeting with Ngozi: a calendar's, a scheduler's and the
// user's own, in any order, each some minutes off, and some read days late.
func tellings(t *rapid.T, n int, start time.Time) []telling {
	var list []telling
	some := func(name string, minutes int) time.Duration {
		return time.Duration(rapid.IntRange(-minutes, minutes).Draw(t, name)) * time.Minute
	}
	late := func() time.Time {
		return start.Add(time.Duration(rapid.IntRange(-80, 40).Draw(t, "learnt")) * time.Hour)
	}
	for i, uid := range []string{"calendar", "scheduler"} {
		if rapid.Bool().Draw(t, uid) {
			uid := fmt.Sprint(uid, n)
			meeting := Interview{UID: uid, Start: start.Add(some("start", 10)), End: start.Add(time.Hour + some("end", 10))}
			f := Fact{"received/" + uid, start.Add(-90*time.Hour + time.Duration(i)*time.Minute), Received{MessageID: uid, From: robin, Kind: MessageInterview, Meeting: &meeting, People: []Contact{ngozi}}}
			list = append(list, telling{late(), func(Application, time.Time) Fact { return f }})
		}
	}
	end := start.Add(time.Hour + some("by hand", 15))
	began := rapid.Bool().Draw(t, "with a beginning")
	return append(list, telling{late(), func(a Application, now time.Time) Fact {
		d := a.Describe()
		v := Interview{ID: fmt.Sprint("by hand ", n), End: end, Interviewers: []string{ngozi.Key()}}
		if began {
			v.Start = start
		}
		d.Interviews = append(d.Interviews, v)
		return Fact{fmt.Sprint("user/", n), now, d}
	}})
}

// Two meetings with one person, each told of in several ways that come to be known at
// any time; the program places and takes back, the user sends or throws away. There
// is one draft at a time, and one letter for each meeting.
func TestOneLetterForAnOccasion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		meetings := []time.Time{ny("2026-11-13T14:00"), ny("2026-11-13T14:00").Add(time.Duration(rapid.IntRange(5, 24*7).Draw(t, "apart")) * time.Hour)}
		list := append(tellings(t, 1, meetings[0]), tellings(t, 2, meetings[1])...)
		facts := []Fact{{"user/0", ny("2026-11-01T10:00"), Described{Company: "Acme", Role: "Analyst", Contacts: []Contact{ngozi, robin}}},
			{"looked", ny("2026-11-01T10:01"), LookedBack{}}}
		cal, _ := NewCalendar(CalendarOptions{Zone: newYork})
		drafts, of := map[string]string{}, map[string]int{} // Message-ID → key, and which meeting it is about
		var written time.Time
		var thanked [2]bool
		var declined [2]bool
		ids := 0
		for now := ny("2026-11-05T10:00"); now.Before(ny("2026-11-27T10:00")); now = now.Add(3*time.Hour + 7*time.Minute) {
			list = slices.DeleteFunc(list, func(one telling) bool {
				if !one.learnt.After(now) {
					facts = append(facts, one.fact(Fold("acme", facts), now))
				}
				return !one.learnt.After(now)
			})
			a := Fold("acme", facts)
			plan := Plan(&a, cal, DefaultPolicy, now)
			at := func(key string) (FollowUp, bool) {
				i := slices.IndexFunc(plan.FollowUps, func(f FollowUp) bool { return f.Key == key })
				if i < 0 {
					return FollowUp{}, false
				}
				return plan.FollowUps[i], true
			}
			for id, key := range drafts {
				if f, ok := at(key); !ok || f.Status != Open && f.Status != Overdue {
					delete(drafts, id)
					facts = append(facts, Fact{"removed/" + id, now, Removed{FollowUp: key}})
				}
			}
			for _, f := range plan.FollowUps {
				if f.Kind != ThankYou || f.Status != Open || f.Placed {
					continue
				}
				which := 0
				if v, _ := a.Interview(f.Interview); v.End.After(meetings[1]) {
					which = 1
				}
				// What went out while they still talked thanks for the meeting that it is about.
				if declined[which] || thanked[which] || written.After(meetings[which].Add(75*time.Minute)) {
					t.Fatalf("%v: %s is placed again: %+v", now, f.Key, a.Interviews)
				}
				ids++
				id := fmt.Sprint("draft", ids)
				drafts[id], of[id] = f.Key, which
				facts = append(facts, Fact{"placed/" + id, now, Placed{FollowUp: f.Key, MessageID: id}})
			}
			if len(drafts) > 1 {
				t.Fatalf("%v: %d drafts stand: %v", now, len(drafts), drafts)
			}
			for id, key := range drafts {
				switch rapid.IntRange(0, 9).Draw(t, "user") {
				case 0, 1, 2:
					facts = append(facts, Fact{"sent/" + id, now.Add(time.Minute), Delivered{FollowUp: key, MessageID: id, To: []string{ngozi.Address}}})
					written, thanked[of[id]] = now, true
				case 3:
					facts = append(facts, Fact{"discarded/" + id, now.Add(time.Minute), Discarded{FollowUp: key}})
					declined[of[id]] = true
				default:
					continue
				}
				delete(drafts, id)
			}
		}
	})
}
