package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// A progress is a terminal on which the last line may be a bar. What is written
// to it, the log, goes above the bar.
type progress struct {
	mu  sync.Mutex
	w   *screen
	bar string
}

// terminal returns a progress for a writer that is a terminal, else nil.
func terminal(w io.Writer) *progress {
	s, ok := w.(*screen)
	f := file(w)
	if !ok || f == nil {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return &progress{w: s}
}

// clearLine goes to the first column and clears the line (ECMA-48, EL).
const clearLine = "\r\x1b[K"

func (p *progress) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar == "" {
		return p.w.Write(b)
	}
	if err := p.w.steer(clearLine); err != nil {
		return 0, err
	}
	if _, err := p.w.Write(b); err != nil {
		return 0, err
	}
	_, err := io.WriteString(p.w, p.bar)
	return len(b), err
}

// barWidth is how many columns the bar itself takes.
const barWidth = 30

// show shows how far a mailbox was read; at its end the bar is gone.
func (p *progress) show(account, mailbox string, done, total int) {
	p.draw(done, total, fmt.Sprintf("in %s of %s", onOneLine(mailbox), account))
}

// draw shows how far something got; at its end the bar is gone. what continues "3 of 5".
func (p *progress) draw(done, total int, what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bar = ""
	if done < total {
		full := barWidth * done / total
		p.bar = fmt.Sprintf("[%s%s] %3d%%  %d of %d %s", strings.Repeat("=", full), strings.Repeat(" ", barWidth-full), 100*done/total, done, total, what)
	}
	_ = p.w.steer(clearLine) // a terminal that is gone is nobody's loss
	_, _ = io.WriteString(p.w, p.bar)
}
