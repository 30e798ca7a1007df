package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"afterword/mailwatch/recognize"
)

// speed reads the ordinary mails one after the other on one core, and tells how
// many a second and how much memory the process ever had.
func (m *measurement) speed() error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	n, bytes := 0, 0
	var reading time.Duration // of the processor, which others may be using too
	for round := 0; round < 3; round++ {
		err := m.each("ham", func(_ string, raw []byte) {
			start := processor()
			recognize.Read(raw, recognize.Options{})
			reading += processor() - start
			n++
			bytes += len(raw)
		})
		if err != nil {
			return err
		}
	}
	m.title("speed: %d mails of %d KB on average", n, bytes/max(n, 1)/1024)
	m.printf("%.0f mails and %.1f MB a second of one core, garbage collection included; peak memory %s\n",
		float64(n)/reading.Seconds(), float64(bytes)/reading.Seconds()/1e6, peak())
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
