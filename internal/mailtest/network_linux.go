package mailtest

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
	id := fmt.Sprintf("aw%d%c", os.Getpid()%1000000, 'a'+networks.Add(1)-1)
	third := os.Getpid() % 250
	n := &Network{Server: fmt.Sprintf("10.77.%d.1", third), name: id, cable: id + "0"}
	far := id + "1"
	t.Cleanup(func() { // the cable goes with its end
		_ = run("", "ip", "link", "del", n.cable)
		_ = run("", "ip", "netns", "del", n.name)
	})
	for _, args := range [][]string{
		{"netns", "add", n.name},
		{"link", "add", n.cable, "type", "veth", "peer", "name", far},
		{"link", "set", far, "netns", n.name},
		{"addr", "add", n.Server + "/24", "dev", n.cable},
		{"link", "set", n.cable, "up"},
		{"-n", n.name, "addr", "add", fmt.Sprintf("10.77.%d.2/24", third), "dev", far},
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

// Dial connects from the far side, as a dialer of package net does.
func (n *Network) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	type dialled struct {
		conn net.Conn
		err  error
	}
	result := make(chan dialled, 1)
	go func() {
		// The thread stays in the other network: it is never unlocked and ends
		// with its goroutine.
		runtime.LockOSThread()
		conn, err := n.enterAndDial(ctx, network, address)
		result <- dialled{conn, err}
	}()
	d := <-result
	return d.conn, d.err
}

func (n *Network) enterAndDial(ctx context.Context, network, address string) (net.Conn, error) {
	ns, err := os.Open("/run/netns/" + n.name)
	if err != nil {
		return nil, fmt.Errorf("enter the other network: %w", err)
	}
	defer ns.Close()
	if err := unix.Setns(int(ns.Fd()), unix.CLONE_NEWNET); err != nil {
		return nil, fmt.Errorf("enter the other network: %w", err)
	}
	return new(net.Dialer).DialContext(ctx, network, address)
}
