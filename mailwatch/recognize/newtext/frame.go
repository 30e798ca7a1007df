package newtext

import "strings"

// Framed reports of each line whether a mail program wrote it around what its user did:
// the words and headers above a quotation, a device line, the mark of a signature. Quote
// marks are the caller's to take off, and lines that he knows are none of the frame's he
// gives as empty ones. In doubt a paragraph above the frame is its user's: he wrote it
// right before, and it may begin as a frame does.
func Framed(lines []string) []bool {
	kinds := classifyLines(lines)
	framed := make([]bool, len(lines))
	for i := 0; i < len(lines); i++ {
		if !isFrame(kinds[i]) {
			continue
		}
		end, gap := i, -1
		for end < len(lines) && isFrame(kinds[end]) {
			if end++; end < len(lines) && strings.TrimSpace(lines[end-1]) == "" {
				gap = end
			}
		}
		if gap > i && isFrame(classifyLines(lines[gap:])[0]) {
			i = gap
		}
		for ; i < end; i++ {
			framed[i] = true
		}
	}
	return framed
}

func isFrame(k lineKind) bool {
	switch k {
	case lineIntro, lineHeader, lineForward, lineDevice, lineDelimiter:
		return true
	}
	return false
}

// Delimits reports whether a line begins a signature (RFC 3676, section 4.3), also where
// a program took the blank off its end.
func Delimits(line string) bool {
	line = strings.TrimSpace(line)
	return line == "--" || line == "—" || line == "–"
}
