//go:build !linux

package endurance

import (
	"testing"

	"afterword/internal/test/servers"
)

// disk is one that can be full: nobody knows how to make one here.
type disk struct{ whose string }

func (disk) Fill() error { return nil }
func (disk) Free() error { return nil }

func smallDisks(testing.TB, *servers.Server, string, string) []disk { return nil }
