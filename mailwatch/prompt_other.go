//go:build !linux

package mailwatch

import "net"

// promptly is for Linux.
func promptly(c net.Conn) net.Conn { return c }
