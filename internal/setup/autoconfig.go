package setup

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"net/http"
	"slices"
	"strings"
)

// A clientConfig is Mozilla's autoconfig document, version 1.1, as far as it is about
// reading mail.
type clientConfig struct {
	Incoming []struct {
		Type     string   `xml:"type,attr"`
		Host     string   `xml:"hostname"`
		Port     int      `xml:"port"`
		Socket   string   `xml:"socketType"`
		User     string   `xml:"username"`
		Accepted []string `xml:"authentication"`
	} `xml:"emailProvider>incomingServer"`
}

// ask fetches an autoconfig document. What cannot be had or read says nothing.
func (f Finder) ask(ctx context.Context, url string, source Source, address string) Found {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Found{}
	}
	answer, err := f.client().Do(request)
	if err != nil {
		return Found{}
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return Found{}
	}
	doc, err := io.ReadAll(io.LimitReader(answer.Body, answerBytes))
	if err != nil {
		return Found{}
	}
	return autoconfig(doc, source, address)
}

// autoconfig reads a document. The placeholders in it are filled in here, so that no
// more than the domain had to be told.
func autoconfig(doc []byte, source Source, address string) Found {
	var c clientConfig
	// A page of HTML, as of a network that wants a login first, is no document.
	if err := xml.NewDecoder(bytes.NewReader(doc)).Decode(&c); err != nil {
		return Found{}
	}
	local, domain, _ := strings.Cut(address, "@")
	fill := strings.NewReplacer("%EMAILADDRESS%", address, "%EMAILLOCALPART%", local, "%EMAILDOMAIN%", domain)
	var found Found
	for _, s := range c.Incoming {
		host := strings.ToLower(strings.TrimSpace(fill.Replace(s.Host)))
		if !strings.EqualFold(s.Type, "imap") || !isHost(host) || s.Port < 1 || s.Port > 65535 {
			continue
		}
		tls := map[string]string{"SSL": "tls", "TLS": "tls", "STARTTLS": "starttls"}[strings.ToUpper(strings.TrimSpace(s.Socket))]
		if tls == "" {
			found.Clear = host
			continue
		}
		user := fill.Replace(strings.TrimSpace(s.User))
		if user == "" || strings.ContainsAny(user, "%\r\n\x00") {
			user = address
		}
		candidate := Candidate{Server: Server{host, s.Port, tls}, Source: source, Users: []string{user}}.known()
		if candidate.Provider == nil && len(s.Accepted) > 0 && !slices.ContainsFunc(s.Accepted, takesPassword) {
			candidate.Provider = &Provider{Name: domain, Secret: OAuth, Host: host}
		}
		found.Candidates = append(found.Candidates, candidate)
	}
	return found
}

func takesPassword(method string) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(method)), "password") || strings.EqualFold(method, "plain") || strings.EqualFold(method, "secure")
}
