package config

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// unknown names the key that was probably meant.
func unknown(key toml.Key) string {
	last := key[len(key)-1]
	table := "at the top of the file"
	if len(key) > 1 {
		table = "in [" + strings.Join(key[:len(key)-1], ".") + "]"
	}
	t, ok := reflect.TypeFor[Config](), true
	for _, part := range key[:len(key)-1] {
		if t, ok = keysOf(t)[part]; !ok {
			return "there is no such key"
		}
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
	}
	if best := Nearest(last, slices.Sorted(maps.Keys(keysOf(t)))); best != "" {
		return fmt.Sprintf("there is no such key %s; did you mean %q?", table, best)
	}
	return "there is no such key " + table
}

// Nearest returns the first of the words that lie nearest to a mistyped one, two letters
// at the most from it; "" where none does.
func Nearest(mistyped string, words []string) string {
	best, least := "", 3
	for _, word := range words {
		if d := distance(word, mistyped); d < least {
			best, least = word, d
		}
	}
	return best
}

// keysOf returns the keys of a table with their types.
func keysOf(t reflect.Type) map[string]reflect.Type {
	keys := map[string]reflect.Type{}
	if t.Kind() != reflect.Struct {
		return keys
	}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ","); name != "" && name != "-" {
			keys[name] = t.Field(i).Type
		}
	}
	return keys
}

// distance is how many letters have to be put in, left out or changed to make b
// of a (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = slices.Min([]int{change, row[j] + 1, row[j+1] + 1})
		}
	}
	return row[len(b)]
}
