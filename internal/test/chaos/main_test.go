package chaos

import (
	"flag"
	"os"
	"strconv"
	"testing"
)

// atOnce is how many tests run side by side at the least. They wait for silences to
// end rather than work: as many as there are processors would take ten minutes.
const atOnce = 8

func TestMain(m *testing.M) {
	flag.Parse()
	if parallel := flag.Lookup("test.parallel"); parallel != nil {
		if n, err := strconv.Atoi(parallel.Value.String()); err == nil && n < atOnce {
			parallel.Value.Set(strconv.Itoa(atOnce))
		}
	}
	os.Exit(m.Run())
}
