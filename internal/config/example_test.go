package config

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"afterword/internal/secrets"
)

// example is the file that a new user starts with.
const example = "../../config.example.toml"

// commented matches a key, or a table's name, that was switched off.
var commented = regexp.MustCompile(`(?m)^# ([a-z_-]+(?:\.[a-z]+)* = |\[)`)

func readExample(t *testing.T) []byte {
	t.Helper()
	doc, err := os.ReadFile(example)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestExampleIsAStart(t *testing.T) {
	home := t.TempDir()
	c, err := Load(example, func(name string) string { return map[string]string{"HOME": home}[name] })
	if err != nil {
		t.Fatal(err)
	}
	if a := c.Accounts[0]; a.Name != "you@example.com" || a.IMAP.Username != "you@example.com" || a.IMAP.Endpoint() != "imap.example.com:993" {
		t.Errorf("%+v", a)
	}
}

func TestExampleHoldsTheDefaults(t *testing.T) {
	whole := commented.ReplaceAll(readExample(t), []byte("$1"))
	got, problems := parse("example", whole)
	if len(problems) > 0 {
		t.Fatalf("%v\n%s", problems, whole)
	}
	account := DefaultAccount()
	account.Address = "you@example.com"
	account.IMAP.Host = "imap.example.com"
	account.IMAP.Password = secrets.Where{File: "password"}
	account.fill()
	want := Default()
	want.Accounts = []Account{account}
	if g, w := flat(reflect.ValueOf(*got)), flat(reflect.ValueOf(*want)); !reflect.DeepEqual(g, w) {
		for key := range w {
			if g[key] != w[key] {
				t.Errorf("%s is %s in the example, %s by default", key, g[key], w[key])
			}
		}
	}
}

// flat lists the values of all keys. An empty list is the same as none.
func flat(v reflect.Value) map[string]string {
	keys := map[string]string{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		names := keysOf(v.Type())
		switch {
		case len(names) > 0:
			for i := range v.NumField() {
				if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("toml"), ","); name != "" {
					walk(path+"."+name, v.Field(i))
				}
			}
		case v.Kind() == reflect.Slice && v.Len() > 0 && v.Index(0).Kind() == reflect.Struct && len(keysOf(v.Type().Elem())) > 0:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s.%d", path, i), v.Index(i))
			}
		default:
			keys[path] = fmt.Sprint(v.Interface())
		}
	}
	walk("", v)
	return keys
}

func TestExampleHasEveryKey(t *testing.T) {
	found := linesOf(commented.ReplaceAll(readExample(t), []byte("$1")))
	var walk func(path string, typ reflect.Type)
	walk = func(path string, typ reflect.Type) {
		if typ == reflect.TypeFor[secrets.Where]() {
			return // one of its keys is enough
		}
		if typ.Kind() == reflect.Slice && typ.Elem().Kind() == reflect.Struct {
			if len(keysOf(typ.Elem())) == 0 {
				return
			}
			path, typ = path+".0", typ.Elem()
		}
		for name, field := range keysOf(typ) {
			key := strings.TrimPrefix(path+"."+name, ".")
			if found[key] == 0 {
				t.Errorf("%s is not in the example", key)
			}
			walk(key, field)
		}
	}
	walk("", reflect.TypeFor[Config]())
}
