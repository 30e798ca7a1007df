package people

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"time"

	"afterword/internal/demo"
	"afterword/internal/test/people/oracle"
)

// A user turns to his drafts some time after they came. What he does with one is
// decided by the seed, whom it is to and what it is, so that it does not change with
// what else happens.
type user struct {
	year    *year
	world   *world
	without map[string]bool
	due     map[string]time.Time // by Message-ID
	todo    map[string]string
	nth     map[string]int
	dice    map[string]*rand.Rand // for what he answers, by Message-ID
}

// react does what is due with a draft, and reports whether that was something.
func (u *user) react(account int, l demo.Letter) bool {
	w := u.world
	if w.oracle.IsOwn(l.MessageID) {
		return false
	}
	now := w.Now()
	at, known := u.due[l.MessageID]
	if !known {
		key := l.To + "|" + l.Subject
		h := fnv.New64a()
		_, _ = h.Write([]byte(key))
		r := rand.New(rand.NewPCG(u.year.seed^h.Sum64(), uint64(u.nth[key])))
		u.nth[key]++
		at = now.Add(time.Duration(1+r.IntN(50)) * time.Hour)
		u.due[l.MessageID], u.todo[l.MessageID] = at, u.choose(r)
		w.plans[l.MessageID] = at
		return false
	}
	if now.Before(at) || u.todo[l.MessageID] == "" {
		return false
	}
	what := u.todo[l.MessageID]
	delete(w.plans, l.MessageID)
	u.todo[l.MessageID] = ""
	if name := "user " + what + " " + l.To + " " + at.Format("01-02"); u.without[name] {
		return false
	} else {
		w.played = append(w.played, name)
	}
	return u.do(what, account, l)
}

// choose decides what happens to a draft.
func (u *user) choose(r *rand.Rand) string {
	what := pick(r, "sends", "sends", "sends", "sends", "rewords", "rewords", "keeps the id", "alias", "copies himself", "files copies", "keeps no copy",
		"sends later", "two in one", "clock fast", "clock slow", "throws away", "throws away", "edits", "takes out", "takes and edits", "restores", "leaves", "leaves")
	if what != "sends" && what != "leaves" && !u.year.habits[what] {
		return "sends"
	}
	return what
}

func (u *user) do(what string, account int, l demo.Letter) bool {
	w := u.world
	switch what {
	case "sends":
		w.send(account, l, way{})
	case "rewords":
		w.send(account, l, way{edit: func(s string) string { return strings.Replace(s, "\n\n", "\n\nI hope that you are well. ", 1) }})
	case "keeps the id":
		w.send(account, l, way{keep: true})
	case "alias":
		if account != 0 {
			return false
		}
		w.send(account, l, way{from: aliases[0]})
	case "copies himself":
		w.send(account, l, way{bcc: true})
	case "files copies":
		w.send(account, l, way{box: "Jobs"})
	case "clock fast":
		w.send(account, l, way{ahead: 4 * time.Minute})
	case "clock slow":
		w.send(account, l, way{ahead: -time.Hour})
	case "keeps no copy":
		if a := w.about(account, l); a != nil {
			a.Doubt()
		}
		w.send(account, l, way{none: true})
	case "two in one":
		a := w.about(account, l)
		if a == nil || w.kindOf(l) != oracle.ThankYou {
			return false
		}
		var more []string
		for _, other := range w.letters(account, w.server.Boxes.Drafts) {
			if w.kindOf(other) == oracle.ThankYou && other.MessageID != l.MessageID && w.about(account, other) == a && other.Subject == l.Subject && !w.oracle.IsOwn(other.MessageID) {
				more = append(more, address(other.To))
			}
		}
		w.send(account, l, way{more: more})
	case "sends later":
		w.wait(account, l, "Scheduled", time.Hour)
	case "throws away":
		w.discard(account, l)
	case "restores":
		w.discard(account, l)
		w.pass(6 * time.Minute)
		w.restore(account, l)
	case "edits":
		w.edit(account, l, len(l.To)%2 == 0)
	case "takes out", "takes and edits":
		w.take(account, l)
		w.pass(6 * time.Minute)
		w.back(account, l, what == "takes and edits")
	default:
		return false
	}
	return true
}
