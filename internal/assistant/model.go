// Package assistant asks a language model that the user runs himself. It knows neither
// letters nor mail: what is asked, and what an answer is worth, is for others to say.
package assistant

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A Model is a language model that the user runs himself, behind an endpoint
// that speaks OpenAI's chat completions (Ollama, llama.cpp, vLLM and others).
type Model struct {
	Endpoint string // the base, "http://127.0.0.1:11434/v1"
	Name     string // which model of that endpoint
	// Key returns what goes into the Authorization header, asked for at each
	// call; nil, or an empty answer, for none. It is never logged.
	Key     func(ctx context.Context) (string, error)
	Timeout time.Duration // of the whole exchange; zero for 30 s
	Client  *http.Client  // nil for one of its own that follows no redirect
}

// Bounds of an exchange.
const (
	patience  = 30 * time.Second
	maxAnswer = 256 << 10 // bytes
)

// chat is a request of the chat completions interface, and what is read of the answer.
type chat struct {
	Model       string  `json:"model"`
	Messages    []turn  `json:"messages"`
	Temperature float64 `json:"temperature"`
	Stream      bool    `json:"stream"`
}

type turn struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type completion struct {
	Choices []struct {
		Message turn `json:"message"`
	} `json:"choices"`
}

// Ask sends a request, orders of ours and the material that they are about, and returns
// the answer's text. The error says what is wrong with the endpoint, the key or the
// answer; after Timeout it is the context's.
func (m Model) Ask(ctx context.Context, orders, material string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(m.Timeout, patience))
	defer cancel()
	base, err := url.Parse(m.Endpoint)
	if err != nil || base.Scheme != "http" && base.Scheme != "https" {
		return "", fmt.Errorf("%q is not the address of an endpoint: write it as http://127.0.0.1:11434/v1", m.Endpoint)
	}
	body, err := json.Marshal(chat{Model: m.Name, Messages: []turn{{"system", orders}, {"user", material}}, Temperature: 0.7})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base.JoinPath("chat", "completions").String(), bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/json")
	if m.Key != nil {
		key, err := m.Key(ctx)
		if err != nil {
			return "", fmt.Errorf("find the key of the model: %w", err)
		}
		if key != "" {
			req.Header.Set("Authorization", "Bearer "+key)
		}
	}
	client := m.Client
	if client == nil {
		// A redirect would carry the letter to where the user did not send it.
		client = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	}
	resp, err := client.Do(req)
	if err != nil {
		return "", fmt.Errorf("ask the model: %w", err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("read the model's answer: %w", err)
	case resp.StatusCode != http.StatusOK:
		return "", fmt.Errorf("the model's endpoint answered %s", resp.Status)
	case len(raw) > maxAnswer:
		return "", fmt.Errorf("the model's answer is longer than %d KB", maxAnswer>>10)
	}
	var c completion
	if err := json.Unmarshal(raw, &c); err != nil || len(c.Choices) == 0 {
		return "", fmt.Errorf("the model's answer is no chat completion: %.60q", raw)
	}
	return tidy(c.Choices[0].Message.Content), nil
}

// tidy takes off what models put around an answer.
func tidy(answer string) string {
	if _, after, ok := strings.Cut(answer, "</think>"); ok {
		answer = after
	}
	answer = strings.TrimSpace(strings.ReplaceAll(answer, "\r\n", "\n"))
	if strings.HasPrefix(answer, "```") {
		_, answer, _ = strings.Cut(answer, "\n")
		answer, _, _ = strings.Cut(answer, "```")
	}
	return strings.TrimSpace(answer)
}

// Fence puts material between marks that its writer cannot know, so that what looks like
// an order in it is none. secret is one of ours, another for each exchange.
func Fence(secret, what, text string) string {
	return fmt.Sprintf("%s %s\n%s\n%s END\n\n", secret, what, strings.ReplaceAll(text, secret, ""), secret)
}
