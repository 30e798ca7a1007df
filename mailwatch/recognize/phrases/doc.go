// Package phrases finds in a text the phrases that tell what a letter is, and
// takes away those that do not mean there what they say. It does not weigh them:
// that is recognize's business. It knows no header, no sender and no date.
//
// # The lists
//
// The phrases stand in text files, a folder for each language: en/rejection.txt
// holds the English ways of saying no. They are part of the program; to change
// one, edit the file and build. No Go is needed for it:
//
//   - Add the phrase in a line of its own, after a tab, under the heading that
//     says what it speaks for.
//   - go test ./mailwatch/recognize/phrases loads all lists; a mistake is named
//     with its file and line.
//   - afterword explain MESSAGE shows which words spoke, and go run ./measure what
//     the change does to the figures.
//
// A new list, or a new language, is named in order.txt as well.
//
// A list looks like this. Lines that begin with # are comments, empty lines mean
// nothing:
//
//	# Ways of saying no.
//	{app} = application|candidacy|cv
//	{not} = not|never|no_longer
//
//	rejection 4
//		{not} .. proceed|continue .. with_your|your {app}
//		another|other candidate*
//
//	void rejection
//		other candidates .. still
//
// # A phrase
//
// A phrase is a row of elements with blanks between them. It is found where the
// elements stand in this order, within one sentence, with nothing between them
// but what a gap lets through:
//
//	word          the word
//	stem*         any word that begins so, the stem itself too; four letters at least
//	a|b_c|d*      one of these; the underscore joins words that follow each other
//	word?         the word or nothing; a|b? is a or b or nothing
//	..            a gap: up to four words, whatever they are
//	..1 ..2 ..3   a gap: up to so many words
//	...           a gap: up to ten words
//	^             the sentence begins here
//	,             a comma stands here
//	{name}        one of what the name stands for
//
// A gap stands between words, never first or last. It never holds a word with which
// a clause begins: what is said of one clause is not said of the next. And not every word of a phrase
// may be optional. Nothing but these, letters, digits and apostrophes is allowed
// in a phrase: punctuation ends sentences and is never part of one.
//
// # Names
//
// A line {name} = a|b_c|d* gives a name to alternatives that many phrases share.
// The alternatives hold no blanks and no "?", but may hold other names. The line
// may stand in any list of the language, before or after its use, and holds for
// all of them. A name is part of an element: {day}|{month}|soon. Each is given
// once, and used.
//
// # What a word is
//
// Case, accents, line breaks and characters that take no space do not matter:
// "ä" is "ae", "é" is "e", and a list may be written either way. What an
// apostrophe joins is two words ("l'entretien" is l_entretien), and English
// contractions are written out ("won't" is will_not, "we'd" is we_would). A hyphen
// parts words: "e-mail" is e_mail.
//
// Full stops (but for those of abbreviations), question marks, semicolons, bars
// and dots of lists end a sentence, and so do the comma of a greeting and a line that
// its writer ended: one that an empty line or an item of a list follows, or a short one
// that does not go on with a small letter or with a word that had no room on it.
//
// # A heading
//
// A heading begins at the edge of the line, and says what the phrases under it
// speak for, and how strongly. It counts once, however many of its phrases a
// letter holds: phrases that say the same share a heading, and those that support
// each other stand under two, which may be worded alike.
//
//	rejection 4         this is said outright
//	rejection 3         this is said where nothing else is
//	rejection 2.5       less than 3 needs company
//	rejection 4 firm    neither a condition nor a denial in the sentence matters
//	rejection 4 answering   only in an answer, or in a letter about work
//	if stated           this is none in a question
//
// What phrases speak for is one of the kinds of message (acknowledgement, holding,
// interview, offer, question, rejection, timeline; a question counts one more
// where its sentence ends in a question mark), or a sign that weighs on several:
//
//	move         an interview is moved or called off
//	job          the letter belongs to an application
//	own          it speaks of the reader's own application
//	hiring       it speaks of somebody else's, among those who decide on it
//	outreach     somebody offers his services or a vacancy
//	alert        a list of vacancies, a newsletter, advertising
//	elsewhere    a flat, a loan, a paper: what people apply for besides work
//	robot        the letter says of itself that a program wrote it
//	courtesy     thanks and good wishes
//	pending      it says outright that the reader's application is undecided
//
// or it changes what other phrases of the sentence mean, and has no weight:
//
//	if           supposes. An offer, interview, rejection or timeline in a sentence
//	             with a condition does not count; a rejection only where the
//	             condition stands before it or in its clause.
//	not          denies an offer or an interview that begins within seven words
//	             after it. A denied offer of weight 4 is a rejection, the others
//	             do not count.
//	clause       begins a clause.
//	others       interviews that are others' or everybody's. They do not count but
//	             in a clause that speaks to the reader.
//	reader       speaks to the reader.
//	void A B     takes away all phrases of A and B that touch this one:
//	             "void if" takes conditions away, "void rejection" rejections.
//
// People mix languages, so all lists are looked for in all letters. But a phrase
// changes others only in its own language ("als" is a condition in Dutch and none
// in German), or where the whole letter is in that language.
package phrases
