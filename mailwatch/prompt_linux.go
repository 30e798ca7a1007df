package mailwatch

import (
	"net"
	"syscall"
)

// A prompt connection has what it receives after each write acknowledged at once. A
// server that writes its answer in two pieces, and waits with the second until the
// first is acknowledged (Nagle's algorithm, RFC 9293, section 3.7.4; Cyrus does),
// would otherwise take 40 ms more, for so long Linux puts an acknowledgement off.
type prompt struct {
	net.Conn
	socket syscall.RawConn
}

func promptly(c net.Conn) net.Conn {
	tcp, ok := c.(*net.TCPConn)
	if !ok {
		return c
	}
	socket, err := tcp.SyscallConn()
	if err != nil {
		return c
	}
	return prompt{c, socket}
}

func (p prompt) Write(b []byte) (int, error) {
	n, err := p.Conn.Write(b)
	// It lasts until the kernel takes the exchange for an interactive one again. An
	// error costs nothing but time.
	_ = p.socket.Control(func(fd uintptr) {
		_ = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, syscall.TCP_QUICKACK, 1)
	})
	return n, err
}
