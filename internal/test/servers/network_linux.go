package servers

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"sync/atomic"

	"golang.org/x/sys/unix"
)

// A Network is a network namespace of its own, joined to this one by a cable that
// can be cut: nobody is told then, by FIN, RST or ICMP.
type Network struct {
	Server string // address at which this side is reached from the other
	name   string
	cable  string
}

var networks atomic.Int32

// NewNetwork makes a network. It needs root, iproute2 and the right to make one.
func NewNetwork(t TB) *Network {
	t.Helper()
	if os.Geteuid() != 0 || find("ip") == "" {
		missing(t, "a network of its own needs root and iproute2")
	}
	count := int(networks.Add(1))
	id := fmt.Sprintf("aw%d%c", os.Getpid()%1000000, 'a'+count-1)
	// Each has four addresses of its own, also beside those of another process.
	block := (8*os.Getpid() + count) % (64 * 256)
	address := func(i int) string { return fmt.Sprintf("10.77.%d.%d", block/64, block%64*4+i) }
	n := &Network{Server: address(1), name: id, cable: id + "0"}
	far := id + "1"
	t.Cleanup(func() { // the cable goes with its end
		_ = run("", "ip", "link", "del", n.cable)
		_ = run("", "ip", "netns", "del", n.name)
	})
	for _, args := range [][]string{
		{"netns", "add", n.name},
		{"link", "add", n.cable, "type", "veth", "peer", "name", far},
		{"link", "set", far, "netns", n.name},
		{"addr", "add", n.Server + "/30", "dev", n.cable},
		{"link", "set", n.cable, "up"},
		{"-n", n.name, "addr", "add", address(2) + "/30", "dev", far},
		{"-n", n.name, "link", "set", far, "up"},
	} {
		if out, err := exec.Command("ip", args...).CombinedOutput(); err != nil {
			missing(t, "a network of its own is not allowed here: ip %q: %v: %s", args, err, tail(string(out)))
		}
	}
	return n
}

// Cut takes the cable away, at the far end: this side's address stays.
func (n *Network) Cut() error { return run("", "ip", "-n", n.name, "link", "set", n.name+"1", "down") }

// Join plugs the cable in again.
func (n *Network) Join() error { return run("", "ip", "-n", n.name, "link", "set", n.name+"1", "up") }

// Do runs f on the far side: what f connects by itself, and not in a goroutine of
// its own, is connected from there.
func (n *Network) Do(f func() error) error {
	result := make(chan error, 1)
	go func() {
		// The thread stays in the other network: it is never unlocked and ends
		// with its goroutine.
		runtime.LockOSThread()
		err := n.enter()
		if err == nil {
			err = f()
		}
		result <- err
	}()
	return <-result
}

// Dial connects from the far side, as a dialer of package net does.
func (n *Network) Dial(ctx context.Context, network, address string) (conn net.Conn, err error) {
	err = n.Do(func() error {
		conn, err = new(net.Dialer).DialContext(ctx, network, address)
		return err
	})
	return conn, err
}

func (n *Network) enter() error {
	ns, err := os.Open("/run/netns/" + n.name)
	if err != nil {
		return fmt.Errorf("enter the other network: %w", err)
	}
	defer ns.Close()
	if err := unix.Setns(int(ns.Fd()), unix.CLONE_NEWNET); err != nil {
		return fmt.Errorf("enter the other network: %w", err)
	}
	return nil
}
