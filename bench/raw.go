package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"time"

	"afterword/internal/test/servers"
)

// A raw is the protocol and nothing else: one connection, lines and literals as
// they come. What it takes is what the server and the socket take.
type raw struct {
	conn net.Conn
	r    *bufio.Reader
	tag  int
}

// open connects with TLS and logs in.
func open(addr string, ca *x509.CertPool, user string) (*raw, error) {
	conn, err := tls.Dial("tcp", addr, &tls.Config{RootCAs: ca, ServerName: "127.0.0.1"})
	if err != nil {
		return nil, fmt.Errorf("connect to %q: %w", addr, err)
	}
	k := &raw{conn: conn, r: bufio.NewReaderSize(conn, 256<<10)}
	if _, err = k.line(); err == nil {
		err = k.do(nil, "LOGIN %q %q", user, servers.Password)
	}
	if err != nil {
		conn.Close()
		return nil, fmt.Errorf("log in as %q: %w", user, err)
	}
	return k, nil
}

// line reads one response with its literals. It is valid until the next call.
func (k *raw) line() ([]byte, error) {
	line, err := k.r.ReadSlice('\n')
	if err == nil && !bytes.HasSuffix(line, []byte("}\r\n")) {
		return line, nil
	}
	all := bytes.Clone(line)
	for {
		for errors.Is(err, bufio.ErrBufferFull) {
			line, err = k.r.ReadSlice('\n')
			all = append(all, line...)
		}
		if err != nil {
			return nil, err
		}
		if !bytes.HasSuffix(all, []byte("}\r\n")) {
			return all, nil
		}
		n, bad := strconv.Atoi(string(all[bytes.LastIndexByte(all, '{')+1 : len(all)-3]))
		if bad != nil {
			return all, nil
		}
		end := len(all)
		all = append(all, make([]byte, n)...)
		if _, err = io.ReadFull(k.r, all[end:]); err != nil {
			return nil, err
		}
		line, err = k.r.ReadSlice('\n')
		all = append(all, line...)
	}
}

// send sends a command and returns its tag.
func (k *raw) send(format string, args ...any) (string, error) {
	k.tag++
	tag := "a" + strconv.Itoa(k.tag)
	_, err := fmt.Fprintf(k.conn, tag+" "+format+"\r\n", args...)
	return tag, err
}

// wait reads up to the tagged answer; each untagged line goes to each.
func (k *raw) wait(tag string, each func([]byte)) error {
	for {
		line, err := k.line()
		switch {
		case err != nil:
			return err
		case !bytes.HasPrefix(line, []byte(tag+" ")):
			if each != nil {
				each(line)
			}
		case bytes.HasPrefix(line, []byte(tag+" OK")):
			return nil
		default:
			return fmt.Errorf("the server answers %q", line)
		}
	}
}

func (k *raw) do(each func([]byte), format string, args ...any) error {
	tag, err := k.send(format, args...)
	if err != nil {
		return err
	}
	return k.wait(tag, each)
}

// append stores a message and returns when the server has it.
func (k *raw) append(box, flags string, message []byte) error {
	return k.do(nil, "APPEND %q (%s) {%d+}\r\n%s", box, flags, len(message), message)
}

// idle begins an IDLE on a mailbox and returns its tag once the server waits.
func (k *raw) idle(box string) (tag string, err error) {
	if err := k.do(nil, "EXAMINE %q", box); err != nil {
		return "", err
	}
	if tag, err = k.send("IDLE"); err == nil {
		_, err = k.line()
	}
	return tag, err
}

// events begins an IDLE on a mailbox and returns the instants at which the server
// announces that it has more messages.
func (k *raw) events(box string) (<-chan time.Time, error) {
	if _, err := k.idle(box); err != nil {
		return nil, err
	}
	events := make(chan time.Time, 10000)
	go func() {
		for {
			line, err := k.line()
			if err != nil {
				return
			}
			if bytes.Contains(line, []byte(" EXISTS")) {
				events <- time.Now()
			}
		}
	}()
	return events, nil
}

func (k *raw) close() { k.conn.Close() }
