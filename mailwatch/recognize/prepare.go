package recognize

import "afterword/mailwatch/recognize/phrases"

// Prepare makes ready what the first reading of a message would have to wait for,
// a tenth of a second. Nobody has to call it.
func Prepare() { _, _ = phrases.Load() }
