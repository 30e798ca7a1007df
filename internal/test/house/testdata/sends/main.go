// Sends calls every SMTP client that the daemon must not have. It is built, and
// never run, to show that the search for them is not blind.
package main

import (
	"net/smtp"
	"os"

	"github.com/wneessen/go-mail"
)

func main() {
	if len(os.Args) != 2 {
		return
	}
	client, err := mail.NewClient(os.Args[1])
	if err == nil {
		err = client.DialAndSend(mail.NewMsg())
	}
	if err == nil {
		err = smtp.SendMail(os.Args[1], nil, "a@home.example", []string{"b@home.example"}, nil)
	}
	if err != nil {
		os.Exit(1)
	}
}
