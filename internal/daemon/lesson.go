package daemon

import (
	"maps"
	"slices"

	"afterword/mailwatch/attribute"
	"afterword/rules"
)

// lesson takes in whether the user said of any of an application's messages what it
// is. Most often he did not: then nothing is kept. The shelf is locked.
func (s *shelf) lesson(a rules.Application) {
	if len(a.Lessons()) > 0 {
		s.taught[a.ID] = a
	} else {
		delete(s.taught, a.ID)
	}
}

// lessonsFor returns what the user said of messages of the companies at which some
// applications are, in their accounts. It is called while the shelf is asked.
func (s *shelf) lessonsFor(apps []rules.Application) (list []rules.Lesson) {
	for _, id := range slices.Sorted(maps.Keys(s.taught)) {
		list = append(list, attribute.Lessons(s.taught[id], apps)...)
	}
	return list
}
