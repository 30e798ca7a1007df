// Package contrib holds the files that stand beside the program, for those of them that
// the program writes itself: they have one source.
package contrib

import _ "embed"

// Unit is a service of systemd's user manager, and FailedUnit what tells that it has
// failed for good.
var (
	//go:embed afterword.service
	Unit string
	//go:embed afterword-failed.service
	FailedUnit string
)
