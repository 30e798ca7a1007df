package recognize

import "testing"

func TestBookCompiles(t *testing.T) {
	b, err := phrases()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d phrases, %d words", len(b.phrases), len(b.first))
}
