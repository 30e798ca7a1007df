package mail

import "strings"

// maxLines bounds a text. What has more lines is no letter.
const maxLines = 20000

// Lines cuts text into lines whatever ends them, 20,000 at the most.
func Lines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	n := min(strings.Count(s, "\n")+1, maxLines)
	lines := strings.SplitN(s, "\n", n+1)
	return lines[:min(len(lines), n)]
}

// FirstBytes returns the first n bytes of s, without half a character at the end.
func FirstBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// Unflow joins the lines of a format=flowed text (RFC 3676, section 4.1).
func Unflow(s string, delSp bool) string {
	var b strings.Builder
	for _, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if !strings.HasPrefix(line, ">") {
			line = strings.TrimPrefix(line, " ") // space-stuffing, section 4.4
		}
		if strings.HasSuffix(line, " ") && line != "-- " && !strings.HasPrefix(line, ">") {
			if delSp {
				line = line[:len(line)-1]
			}
			b.WriteString(line)
			continue
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}
