package learn

import (
	"bufio"
	"encoding/json"
	"fmt"
	"mime"
	"os"
	"strings"

	"afterword/internal/mail"
	"afterword/mailwatch/recognize"
	"afterword/rules"
)

// Raw makes a message of its parts, those that are not empty.
func Raw(from, subject, date, body string) []byte {
	var b strings.Builder
	if from != "" {
		fmt.Fprintf(&b, "From: %s\r\n", strings.NewReplacer("\r", " ", "\n", " ").Replace(from))
	}
	if subject != "" {
		fmt.Fprintf(&b, "Subject: %s\r\n", mime.QEncoding.Encode("utf-8", strings.Join(strings.Fields(subject), " ")))
	}
	if date != "" {
		fmt.Fprintf(&b, "Date: %s\r\n", date)
	}
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
	b.WriteString(body)
	return []byte(b.String())
}

// Labelled returns the mails of a file of JSON lines, as the folder of real mail has
// them. Nothing of them goes into the project.
func Labelled(path string) (all []Sample, err error) {
	type item struct {
		Source, Lang, Date, From, Subject, Body string
		Kind                                    rules.MessageKind
		Acceptable                              []rules.MessageKind `json:"acceptable_kinds"`
	}
	err = Lines(path, func(it item) error {
		all = append(all, Sample{
			Letter: recognize.Open(mail.Read(Raw(it.From, it.Subject, it.Date, it.Body))),
			Kind:   it.Kind, Also: it.Acceptable, Source: it.Source, Lang: it.Lang,
		})
		return nil
	})
	return all, err
}

// Lines calls f with each JSON line of a file.
func Lines[T any](path string, f func(T) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 16<<20)
	for scan.Scan() {
		var v T
		if err := json.Unmarshal(scan.Bytes(), &v); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := f(v); err != nil {
			return err
		}
	}
	return scan.Err()
}
