package rules

// A Mistake is an error in what the user said, as a saying: whoever speaks another
// language with him tells him in that one.
type Mistake struct{ Say Saying }

// Mistaken makes a mistake. An error among the values is its cause, and is said in the
// language of the whole where it is a mistake itself.
func Mistaken(form string, with ...any) error { return Mistake{Say(form, with...)} }

func (m Mistake) Error() string { return m.Say.String() }

// Unwrap returns the causes.
func (m Mistake) Unwrap() (causes []error) {
	for _, value := range m.Say.With {
		if err, ok := value.(error); ok {
			causes = append(causes, err)
		}
	}
	return causes
}
