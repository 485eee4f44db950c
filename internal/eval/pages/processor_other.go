//go:build !unix

package pages

import "time"

var begin = time.Now()

// processor is the time that has passed, where the system is not asked for the
// processor's.
func processor() time.Duration { return time.Since(begin) }
