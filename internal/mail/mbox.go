package mail

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// largestInMbox bounds what is kept of one message of an mbox.
const largestInMbox = 4 << 20

// EachInMbox parts an mbox (RFC 4155) and calls do with each message and where it begins,
// in octets from the start: a message begins after a line "From " that follows on an empty
// line or begins the file. Of a message beyond 4 MiB the rest is left out. raw is only
// good until do returns.
func EachInMbox(r io.Reader, do func(at int64, raw []byte) error) error {
	lines := bufio.NewReaderSize(r, 64<<10)
	var message bytes.Buffer
	blank, begun, whole, full := true, false, true, false
	var begin, read int64
	for {
		line, err := lines.ReadSlice('\n')
		read += int64(len(line))
		startsLine := whole
		whole = !errors.Is(err, bufio.ErrBufferFull)
		if startsLine && blank && bytes.HasPrefix(line, []byte("From ")) {
			if begun {
				if err := do(begin, message.Bytes()); err != nil {
					return err
				}
			}
			message.Reset()
			begun, blank, full, begin = true, false, false, read
		} else {
			blank = startsLine && len(bytes.TrimRight(line, "\r\n")) == 0
			begun = begun || !blank && len(bytes.TrimSpace(line)) > 0
			if full = full || message.Len()+len(line) > largestInMbox; !full {
				message.Write(line)
			}
		}
		if err != nil && whole {
			if begun {
				if err := do(begin, message.Bytes()); err != nil {
					return err
				}
			}
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}
