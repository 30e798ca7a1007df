// Package robot tells what machines wrote: delivery reports, absences and other
// automatic answers, mail to many, addresses that nobody reads. It goes by the
// headers that RFC 3834, RFC 3464 and their older cousins give, then by words.
package robot
