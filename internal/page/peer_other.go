//go:build !linux

package page

import "net"

// isForeign reports whether another user made a connection, which these systems do not
// tell: the secret of the link has to do.
func isForeign(net.Conn) bool { return false }
