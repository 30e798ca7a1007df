//go:build !unix

package store

// noFollow is nothing where open knows no such flag.
const noFollow = 0
