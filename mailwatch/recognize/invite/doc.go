// Package invite reads the appointments that a message brings: its calendar parts
// (RFC 5545, RFC 6047), in whatever zone names the calendars of the world use.
package invite
