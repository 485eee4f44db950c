package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// maxWidth keeps lines readable on a wide terminal.
const maxWidth = 100

// terminal returns the file descriptor of a terminal, or false.
func terminal(w io.Writer) (int, bool) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	return int(f.Fd()), true
}

// width is the width to write to: asked, or the terminal's, or 80.
func width(w io.Writer, asked int) int {
	if asked > 0 {
		return asked
	}
	if fd, ok := terminal(w); ok {
		if cols, _, err := term.GetSize(fd); err == nil && cols > 0 {
			return min(cols, maxWidth)
		}
	}
	return 80
}

// colour reports whether to write in colour: on a terminal that can, unless
// NO_COLOR is set.
func colour(w io.Writer) bool {
	_, ok := terminal(w)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// progress counts articles on a terminal, on one line that is written over,
// from the moment when the work has taken a second. Elsewhere it is silent.
type progress struct {
	out    io.Writer
	live   bool
	n      int
	start  time.Time
	last   time.Time
	onLine bool
}

func newProgress(out io.Writer) *progress {
	_, live := terminal(out)
	return &progress{out: out, live: live, start: time.Now()}
}

func (p *progress) step() {
	p.n++
	now := time.Now()
	if !p.live || now.Sub(p.start) < time.Second || now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.onLine = now, true
	fmt.Fprintf(p.out, "\r\x1b[K%d articles, %.0f a second", p.n, float64(p.n)/now.Sub(p.start).Seconds())
}

// line writes a line of its own.
func (p *progress) line(s string) {
	p.end()
	fmt.Fprintln(p.out, "sayso: "+s)
}

// end takes the progress line away.
func (p *progress) end() {
	if p.onLine {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.onLine = false
	}
}
