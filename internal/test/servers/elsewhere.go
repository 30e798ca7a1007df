//go:build !linux

package servers

import (
	"context"
	"errors"
	"net"
	"runtime"
)

// A Network is a network of its own, whose cable can be cut: on Linux alone.
type Network struct{ Server string }

// NewNetwork skips the test.
func NewNetwork(t TB) *Network {
	t.Helper()
	missing(t, "a network of its own cannot be made on %s", runtime.GOOS)
	return nil
}

func (*Network) Cut() error            { return errors.ErrUnsupported }
func (*Network) Join() error           { return errors.ErrUnsupported }
func (*Network) Do(func() error) error { return errors.ErrUnsupported }
func (*Network) Dial(context.Context, string, string) (net.Conn, error) {
	return nil, errors.ErrUnsupported
}

// A Disk is a small one of its own: on Linux alone.
type Disk struct{}

// SmallDisk skips the test.
func SmallDisk(t TB, _ *Server, _ string, _ int) *Disk { return noDisk(t) }

// SmallDiskAt skips the test.
func SmallDiskAt(t TB, _ string, _ int) *Disk { return noDisk(t) }

func noDisk(t TB) *Disk {
	t.Helper()
	missing(t, "a small disk cannot be mounted on %s", runtime.GOOS)
	return nil
}

func (*Disk) Fill() error { return errors.ErrUnsupported }
func (*Disk) Free() error { return errors.ErrUnsupported }
