// Package e2e opens, edits and sends our drafts, and answers our notes, in real mail
// clients and looks at what becomes of them. It holds only tests, behind the build tag e2e: they
// need a Dovecot and the clients on this machine, and take a minute. A client
// that is missing is skipped with a word. What they saw is in doc/clients.md.
//
//	go test -tags e2e -v ./e2e
package e2e
