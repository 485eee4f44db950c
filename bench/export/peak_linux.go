package main

import (
	"os"
	"syscall"
)

// peak is the memory that a process held at most, in bytes; Linux counts in KiB.
func peak(s *os.ProcessState) int64 {
	if u, ok := s.SysUsage().(*syscall.Rusage); ok {
		return int64(u.Maxrss) * 1024
	}
	return 0
}
