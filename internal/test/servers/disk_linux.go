package servers

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// A Disk is a small one of its own.
type Disk struct {
	filler string
}

// SmallDisk puts a tmpfs of that many KiB under the home of a user of Dovecot who
// has not logged in yet. It needs root and the right to mount.
func SmallDisk(t TB, s *Server, user string, kib int) *Disk {
	t.Helper()
	if _, ok := s.parts.(*dovecot); !ok {
		t.Fatalf("a small disk for %s: %v", s.Name, ErrFixed)
	}
	if os.Geteuid() != 0 {
		missing(t, "mounting a small disk needs root")
	}
	home := filepath.Join(s.Dir, "home", user)
	info, err := os.Stat(home)
	if err != nil {
		t.Fatalf("find the home of %q: %v", user, err)
	}
	owner := info.Sys().(*syscall.Stat_t)
	d := mount(t, home, fmt.Sprintf("size=%dk,uid=%d,gid=%d,mode=700", kib, owner.Uid, owner.Gid))
	t.Cleanup(func() { _ = s.Kill() }) // before the disk goes
	return d
}

// SmallDiskAt is SmallDisk for an empty folder of the test's own.
func SmallDiskAt(t TB, folder string, kib int) *Disk {
	t.Helper()
	if os.Geteuid() != 0 {
		missing(t, "mounting a small disk needs root")
	}
	return mount(t, folder, fmt.Sprintf("size=%dk,mode=700", kib))
}

func mount(t TB, folder, options string) *Disk {
	t.Helper()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, options); err != nil {
		missing(t, "mounting a small disk is not allowed here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
	return &Disk{filler: filepath.Join(folder, "filler")}
}

// Fill writes until nothing more fits.
func (d *Disk) Fill() error {
	f, err := os.Create(d.filler)
	if err != nil {
		return fmt.Errorf("fill the disk: %w", err)
	}
	defer f.Close()
	if _, err := io.Copy(f, zeros{}); !errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("fill the disk: it ended with %v", err)
	}
	return nil
}

// Free gives the space back.
func (d *Disk) Free() error { return os.Remove(d.filler) }

// zeros never ends.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }
