package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"afterword/mailwatch/recognize"
)

// speed reads the ordinary mails one after the other on one core, and tells how
// many a second and how much memory the process ever had.
func (m *measurement) speed() error {
	debug.SetGCPercent(50)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	n, bytes := 0, 0
	begin := time.Now()
	var reading time.Duration
	for round := 0; round < 3; round++ {
		err := m.each("ham", func(_ string, raw []byte) {
			start := time.Now()
			recognize.Read(raw, recognize.Options{})
			reading += time.Since(start)
			n++
			bytes += len(raw)
		})
		if err != nil {
			return err
		}
	}
	m.title("speed: %d mails of %d KB on average", n, bytes/max(n, 1)/1024)
	m.printf("%.0f mails a second on one core (%.0f with reading the files), %.1f MB a second; peak memory %s\n",
		float64(n)/reading.Seconds(), float64(n)/time.Since(begin).Seconds(), float64(bytes)/reading.Seconds()/1e6, peak())
	return nil
}

// peak returns the most memory that the process ever held, as Linux counts it.
func peak() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for _, line := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(rest)[0])
			return strconv.Itoa(kb/1024) + " MB"
		}
	}
	return "unknown"
}
