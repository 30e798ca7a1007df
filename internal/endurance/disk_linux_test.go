package endurance

import (
	"os"
	"testing"

	"afterword/internal/mailtest"
)

// A disk is one that can be full, and whose it is.
type disk struct {
	*mailtest.Disk
	whose string
}

// smallDisks puts what the daemon stores, and where that can be done the user's mail
// as well, on disks of their own; none where nobody may mount one.
func smallDisks(t testing.TB, server *mailtest.Server, user, folder string) []disk {
	if os.Geteuid() != 0 {
		return nil
	}
	disks := []disk{{mailtest.SmallDiskAt(t, folder, 64<<10), "the store"}}
	if server.Name == "dovecot" {
		disks = append(disks, disk{mailtest.SmallDisk(t, server, user, 64<<10), "the server"})
	}
	return disks
}
