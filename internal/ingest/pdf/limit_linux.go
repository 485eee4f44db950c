package pdf

import "syscall"

// limit bounds the process's memory and processor time.
func limit() {
	for kind, n := range map[int]uint64{syscall.RLIMIT_DATA: maxMemory, syscall.RLIMIT_CPU: 30, syscall.RLIMIT_FSIZE: 0} {
		_ = syscall.Setrlimit(kind, &syscall.Rlimit{Cur: n, Max: n}) // where the system forbids it, time and output bound it still
	}
}
