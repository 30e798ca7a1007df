package main

import (
	"runtime/debug"
	"testing"
)

func TestTheVersionIsTheTag(t *testing.T) {
	for stamped, want := range map[string]string{
		"v0.1.0": "0.1.0", "v1.2.0-rc.1": "1.2.0-rc.1", "(devel)": "0.0.0-devel", "": "0.0.0-devel",
		"v0.1.1-0.20261128065141-d2b1475684b0+dirty": "0.1.1-0.20261128065141-d2b1475684b0+dirty",
	} {
		if got := released(&debug.BuildInfo{Main: debug.Module{Version: stamped}}, true); got != want {
			t.Errorf("stamped %q: version %q, want %q", stamped, got, want)
		}
	}
	if got := released(nil, false); got != "0.0.0-devel" {
		t.Errorf("no build information: version %q", got)
	}
}
