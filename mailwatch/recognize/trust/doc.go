// Package trust says whom not to believe. Anyone can write anything into a From
// header: what the receiving server found, where answers would go, names and domains
// that are made to be taken for others, and money that is asked for speak against a
// sender.
package trust
