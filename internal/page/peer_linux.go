package page

import (
	"bufio"
	"encoding/hex"
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
)

// isForeign reports whether another user made a connection: the kernel lists the owner
// of each socket. Whoever is not found there is let in as far as his link goes: he may
// come from another network namespace.
func isForeign(c net.Conn) bool {
	far, err := netip.ParseAddrPort(c.RemoteAddr().String())
	near, err2 := netip.ParseAddrPort(c.LocalAddr().String())
	if err != nil || err2 != nil {
		return false
	}
	for _, table := range []string{"/proc/net/tcp", "/proc/net/tcp6"} {
		if owner, ok := ownerIn(table, far, near); ok {
			return owner != 0 && owner != os.Getuid()
		}
	}
	return false
}

// ownerIn finds who has the socket that is bound to far and connected to near.
func ownerIn(table string, far, near netip.AddrPort) (uid int, ok bool) {
	f, err := os.Open(table)
	if err != nil {
		return 0, false
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 8 {
			continue
		}
		if at, ok := socket(fields[1]); !ok || at != unmapped(far) {
			continue
		}
		if to, ok := socket(fields[2]); !ok || to != unmapped(near) {
			continue
		}
		uid, err := strconv.Atoi(fields[7])
		return uid, err == nil
	}
	return 0, false
}

// socket reads an address as the kernel lists it: words of four bytes in the machine's
// order, in hexadecimal. All systems that the program is built for are little-endian.
func socket(s string) (netip.AddrPort, bool) {
	words, port, _ := strings.Cut(s, ":")
	raw, err := hex.DecodeString(words)
	number, err2 := strconv.ParseUint(port, 16, 16)
	if err != nil || err2 != nil || len(raw)%4 != 0 {
		return netip.AddrPort{}, false
	}
	for word := range slices.Chunk(raw, 4) {
		slices.Reverse(word)
	}
	address, ok := netip.AddrFromSlice(raw)
	return unmapped(netip.AddrPortFrom(address, uint16(number))), ok
}

func unmapped(a netip.AddrPort) netip.AddrPort {
	return netip.AddrPortFrom(a.Addr().Unmap().WithZone(""), a.Port())
}
