package templates

import "testing"

func TestOurTextsPassTheirOwnCheck(t *testing.T) {
	s, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range s.Check() {
		t.Error(p)
	}
}
