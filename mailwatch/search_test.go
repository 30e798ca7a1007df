package mailwatch_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"afterword/mailwatch"
)

// TestSearchInWindows: a large mailbox is searched piece by piece, and read wholly and
// in order; how much there is to read is never told too low, and rightly in the end.
func TestSearchInWindows(t *testing.T) {
	crowded, sparse := answers(25_000), map[uint32]string{}
	for _, uid := range []uint32{1, 9_999, 10_000, 10_001, 150_000, 150_001, 200_000} {
		sparse[uid] = crowded[1]
	}
	for name, c := range map[string]struct {
		messages map[uint32]string
		searches int
	}{"crowded": {crowded, 3}, "sparse": {sparse, 6}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var searches []string
				s := &script{messages: c.messages, on: func(_ *session, _, command string) bool {
					if strings.HasPrefix(command, "UID SEARCH") {
						searches = append(searches, command)
					}
					return false
				}}
				r, done, total := &reader{}, 0, 0
				_, err := dialScript(t, s).CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, func(b mailwatch.Batch) error {
					if b.Total < len(c.messages) {
						t.Errorf("after %d it is %d to read", b.Done, b.Total)
					}
					done, total = b.Done, b.Total
					return r.save(b)
				})
				must(t, err)
				if len(r.headers) != len(c.messages) || !slices.IsSorted(r.headers) || done != total || total != len(c.messages) {
					t.Errorf("read %d of %d, told %d of %d", len(r.headers), len(c.messages), done, total)
				}
				if len(searches) != c.searches {
					t.Errorf("searched %q", searches)
				}
			})
		})
	}
}

// TestSearchUnderWay: a reading that ends while the server searches leaves the
// connection in order, and one whose search is refused goes on where it was.
func TestSearchUnderWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		refuse := true
		s := &script{messages: answers(25_000), on: func(s *session, tag, command string) bool {
			if refuse && strings.HasPrefix(command, "UID SEARCH UID 22001:") {
				s.say("%s NO not now", tag)
				return true
			}
			return false
		}}
		c, r := dialScript(t, s), &reader{}
		enough := errors.New("enough")
		at, err := c.CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, func(b mailwatch.Batch) error {
			if len(r.headers) == 2000 {
				return enough
			}
			return r.save(b)
		})
		if !errors.Is(err, enough) || at.UIDNext != 2001 {
			t.Fatalf("left at %d: %v", at.UIDNext, err)
		}
		at, err = c.CatchUp(t.Context(), "INBOX", at, time.Time{}, none, r.save)
		if !errors.Is(err, mailwatch.ErrRefused) || len(r.headers) < 2000 {
			t.Fatalf("read %d: %v", len(r.headers), err)
		}
		refuse = false
		_, err = c.CatchUp(t.Context(), "INBOX", at, time.Time{}, none, r.save)
		must(t, err)
		if len(r.headers) != 25_000 || !slices.IsSorted(r.headers) {
			t.Errorf("read %d", len(r.headers))
		}
	})
}

// TestHeaderSearchRefused: where the server does not search for a Message-ID, headers
// are read; that is asked once, and no full disk is claimed.
func TestHeaderSearchRefused(t *testing.T) {
	for _, refusal := range []string{"NO [SERVERBUG] UID SEARCH Server error - Please try again later", "BAD what?", "NO [CANNOT] no"} {
		synctest.Test(t, func(t *testing.T) {
			asked := 0
			s := &script{messages: answers(2500), on: func(s *session, tag, command string) bool {
				if strings.Contains(command, "HEADER Message-ID") || strings.Contains(command, "HEADER \"Message-ID") {
					asked++
					s.say("%s %s", tag, refusal)
					return true
				}
				return false
			}}
			c := dialScript(t, s)
			for id, want := range map[string][]uint32{"m7@acme.example": {7}, "m2500@acme.example": {2500}, "m1@acme.example": {1}, "m3000@acme.example": nil, "1@acme.example": nil} {
				if found, err := c.Search(t.Context(), "Drafts", "<"+id+">"); err != nil || !slices.Equal(found, want) {
					t.Errorf("%s: found %v, %v", id, found, err)
				}
			}
			for _, command := range s.commands {
				if strings.Contains(command, "FETCH") && !strings.HasSuffix(command, `(UID BODY.PEEK[HEADER.FIELDS ("Message-ID")])`) {
					t.Errorf("asked %q", command)
				}
			}
			if asked != 1 {
				t.Errorf("asked %d times", asked)
			}
		})
	}
}

// TestStarRefused: a server that does not know "n:*" is asked up to the largest UID.
func TestStarRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		refused := 0
		s := &script{messages: answers(5), on: func(s *session, tag, command string) bool {
			if strings.HasPrefix(command, "UID") && strings.Contains(command, ":*") {
				refused++
				s.say("%s BAD invalid message set", tag)
				return true
			}
			if rest, ok := strings.CutSuffix(command, ":4294967295"); ok {
				s.answer(tag, rest+":*")
				return true
			}
			return false
		}}
		c := dialScript(t, s)
		r := &reader{}
		for range 2 {
			from := mailwatch.Cursor{Mailbox: "INBOX", UIDValidity: 7, UIDNext: 2}
			_, err := c.CatchUp(t.Context(), "INBOX", from, time.Time{}, none, r.save)
			must(t, err)
			_, err = c.End(t.Context(), "Sent")
			must(t, err)
		}
		if !slices.Equal(r.headers, []uint32{2, 3, 4, 5, 2, 3, 4, 5}) || refused != 1 {
			t.Errorf("read %v, refused %d times: %q", r.headers, refused, s.commands)
		}
	})
	synctest.Test(t, func(t *testing.T) { // it refuses whatever is searched for
		s := &script{messages: answers(5), on: func(s *session, tag, command string) bool {
			if strings.HasPrefix(command, "UID SEARCH") {
				s.say("%s NO [SERVERBUG] out of order", tag)
				return true
			}
			return false
		}}
		_, err := dialScript(t, s).CatchUp(t.Context(), "INBOX", mailwatch.Cursor{}, time.Time{}, none, (&reader{}).save)
		if !errors.Is(err, mailwatch.ErrUnavailable) || errors.Is(err, mailwatch.ErrDiskFull) || !strings.Contains(err.Error(), "out of order") {
			t.Errorf("error %v", err)
		}
	})
}
