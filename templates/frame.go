package templates

import "strings"

// hole stands in a frame where a value stood: a letter that is neither capital nor small
// and that no text has.
const hole = "ㄅ"

// A frame is a sentence of a wording without its values, as the pieces between them in
// the form of Sentences. Two sentences of one frame, which differ in a day or a topic
// alone, are the same to who reads both.
type frame []string

// framesOf returns the frames of a wording's sentences.
func (c *matter) framesOf(w wording) []frame {
	if c.holes == nil {
		c.holes = map[string]string{}
		for name, value := range c.values {
			if value != "" {
				c.holes[name] = hole
			}
		}
	}
	text, _ := w.render(c.holes)
	var all []frame
	for _, s := range Sentences(c.lang.finish(text)) {
		all = append(all, strings.Split(s, hole))
	}
	return all
}

// fits reports whether a sentence, as Sentences gives it, is of the frame.
func (f frame) fits(sentence string) bool {
	if len(f) == 1 {
		return f[0] == sentence
	}
	rest, ok := strings.CutPrefix(sentence, f[0])
	if !ok {
		return false
	}
	for _, piece := range f[1 : len(f)-1] {
		i := strings.Index(rest, piece)
		if i < 0 {
			return false
		}
		rest = rest[i+len(piece):]
	}
	return strings.HasSuffix(rest, f[len(f)-1])
}

// said reports whether one of the sentences is of one of the frames.
func said(frames []frame, sentences []string) bool {
	for _, f := range frames {
		for _, s := range sentences {
			if f.fits(s) {
				return true
			}
		}
	}
	return false
}
