package endurance

import (
	"os"
	"runtime"
	"testing"

	"afterword/internal/test/servers"
)

// A disk is one that can be full, and whose it is.
type disk struct {
	*servers.Disk
	whose string
}

// smallDisks puts what the daemon stores, and where that can be done the user's mail
// as well, on disks of their own; none where nobody may mount one.
func smallDisks(t testing.TB, server *servers.Server, user, folder string) []disk {
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		return nil
	}
	disks := []disk{{servers.SmallDiskAt(t, folder, 64<<10), "the store"}}
	if server.Name == "dovecot" {
		disks = append(disks, disk{servers.SmallDisk(t, server, user, 64<<10), "the server"})
	}
	return disks
}
