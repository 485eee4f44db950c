//go:build unix

package pages

import (
	"syscall"
	"time"
)

// processor is the time that the program has kept a processor busy, the
// garbage collector's included: other programs do not count.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it takes no other arguments
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
