// Package find looks for words and expressions in text, and shows what it found
// as it stands there. It knows no word itself.
package find
