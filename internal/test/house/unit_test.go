package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// unit are the lines without which the service could do more than it needs, or
// would be started again in vain. "CapabilityBoundingSet=" is the empty set.
var unit = []string{
	"OnFailure=afterword-failed.service", "RestartPreventExitStatus=2", "Restart=on-failure",
	"StateDirectory=afterword", "StateDirectoryMode=0700", "UMask=0077",
	"PrivateUsers=true", "PrivateTmp=true", "PrivateDevices=true", "ProtectSystem=strict", "ProtectHome=read-only",
	"ProtectControlGroups=true", "ProtectKernelTunables=true", "ProtectKernelModules=true", "ProtectKernelLogs=true",
	"ProtectClock=true", "ProtectHostname=true", "ProtectProc=invisible",
	"CapabilityBoundingSet=", "AmbientCapabilities=", "NoNewPrivileges=true", "MemoryDenyWriteExecute=true",
	"LockPersonality=true", "RestrictNamespaces=true", "RestrictRealtime=true", "RestrictSUIDSGID=true",
	"RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "SystemCallArchitectures=native", "SystemCallFilter=@system-service",
	"TasksMax=256", "LimitCORE=0", "MemoryMax=512M",
}

func TestUnitKeepsTheProgramFromWhatItDoesNotNeed(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root(t), "contrib", "afterword.service"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	for _, want := range unit {
		name, _, _ := strings.Cut(want, "=")
		set := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return !strings.HasPrefix(l, name+"=") })
		if len(set) != 1 || set[0] != want {
			t.Errorf("afterword.service says %q, want %q once", set, want)
		}
	}
}

// TestUnitsVerify has systemd itself read the units, as it would for a user whose
// program is where they look for it.
func TestUnitsVerify(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not installed: nothing of systemd reads the units")
	}
	home := t.TempDir()
	program := filepath.Join(home, "go", "bin", "afterword")
	if err := os.MkdirAll(filepath.Dir(program), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	units, err := filepath.Glob(filepath.Join(root(t), "contrib", "*.service"))
	if err != nil || len(units) == 0 {
		t.Fatalf("no units in contrib: %v", err)
	}
	// A mistake in a line is only said, and does not fail the command. The man
	// page is not installed where this runs.
	cmd := exec.Command(analyze, append([]string{"--user", "verify", "--man=no"}, units...)...)
	cmd.Env = []string{"HOME=" + home, "XDG_RUNTIME_DIR=" + home}
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
}
