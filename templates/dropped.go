package templates

import "slices"

// alwaysDropped is in how many letters the user has to take a wording out, and never to
// leave it, before it is not offered again.
const alwaysDropped = 3

// offered leaves out the wordings that the user always takes out, as long as the slot has
// another.
func offered(slots []slot, dropped, kept []string) []slot {
	if len(dropped) < alwaysDropped {
		return slots
	}
	for i, s := range slots {
		left := slices.DeleteFunc(slices.Clone(s.candidates), func(r rendered) bool { return isDropped(r.frames, dropped, kept) })
		if len(left) > 0 || s.optional {
			slots[i].candidates = left
		}
	}
	return slots
}

// isDropped reports whether one of the frames is always taken out.
func isDropped(frames []frame, dropped, kept []string) bool {
	return slices.ContainsFunc(frames, func(f frame) bool {
		n := 0
		for _, s := range dropped {
			if f.fits(s) {
				n++
			}
		}
		return n >= alwaysDropped && !slices.ContainsFunc(kept, f.fits)
	})
}
