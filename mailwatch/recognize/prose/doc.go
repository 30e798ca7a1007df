// Package prose reads what people and systems write of an interview in words: when it
// is, in whose time, with whom, for what role, and whether it is new, moved or called
// off. It knows English, German, French, Spanish and Dutch.
//
// The days are found by the grammar of dates; this package reads the clock: the text is
// cut into tokens once, times and ranges of times are read from them, each is bound to
// the day that it stands beside, and the people who are named with it are its own. What
// is proposed, asked or past is no appointment. Who is not surely a person, and surely
// one who interviews, is not named: a name too few costs a question, one too many a
// letter to a stranger.
package prose
