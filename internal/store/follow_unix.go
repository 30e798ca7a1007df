//go:build unix

package store

import "syscall"

// noFollow has a file not opened that is a link.
const noFollow = syscall.O_NOFOLLOW
