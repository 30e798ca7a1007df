package mail

import "bytes"

// split cuts a multipart body at its boundary (RFC 2046, section 5.1.1). A
// missing end or a missing declaration is forgiven. The pieces point into body.
func (m *Message) split(body []byte, boundary string) [][]byte {
	if m.scanned += len(body); m.scanned > maxScan {
		m.Problem("message is nested too deep for its size")
		return [][]byte{}
	}
	if boundary == "" {
		if boundary = guessBoundary(body); boundary == "" {
			return nil
		}
		m.Problem("multipart does not declare its boundary")
	}
	mark := []byte("--" + boundary)
	var pieces [][]byte
	start := -1
	for at := 0; at < len(body); {
		i := bytes.Index(body[at:], mark)
		if i < 0 {
			break
		}
		i += at
		end := i + len(mark)
		at = end
		if i > 0 && body[i-1] != '\n' {
			continue
		}
		line, _ := cutLine(body[end:])
		tail := bytes.TrimRight(line, "\r \t")
		last := bytes.HasPrefix(tail, []byte("--"))
		if len(tail) > 0 && !last {
			continue // another boundary of which this one is the beginning
		}
		if start >= 0 {
			pieces = append(pieces, trimNewline(body[start:i]))
			if len(pieces) > maxParts {
				return pieces
			}
		}
		start = min(end+len(line)+1, len(body))
		if last {
			start = -1
			break
		}
		at = start
	}
	if start >= 0 && start < len(body) {
		m.Problem("multipart is not closed")
		pieces = append(pieces, body[start:])
	}
	return pieces
}

// trimNewline drops the line end that belongs to the boundary.
func trimNewline(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

// guessBoundary finds the first line that looks like a boundary: two hyphens
// and a word, with a Content- field in the next line.
func guessBoundary(body []byte) string {
	rest := body[:min(len(body), 64<<10)]
	for len(rest) > 0 {
		var line []byte
		line, rest = cutLine(rest)
		line = bytes.TrimRight(line, "\r \t")
		if len(line) > 6 && bytes.HasPrefix(line, []byte("--")) && bytes.HasPrefix(bytes.ToLower(rest[:min(len(rest), 8)]), []byte("content-")) {
			return string(line[2:])
		}
	}
	return ""
}
