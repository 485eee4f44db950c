package ui

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
)

// job is work that goes on after its request was answered: looking at what was
// handed in, keeping it, reading again what failed.
type job struct {
	id, by, title string
	in            api.Input
	feed          string // address of a feed whose articles these are
	at            time.Time
	mu            sync.Mutex
	now           progress
	seen          []seen
	changed       chan struct{} // closed, and made anew, at each change
}

// progress is how far a job is, as a page is told.
type progress struct {
	State string `json:"state"` // looking, looked, keeping, kept, failed
	Done  int    `json:"done"`  // articles so far
	All   int    `json:"all"`   // that there are to look at; 0 where nobody knows
	Line  string `json:"line"`  // what happened last
	Next  string `json:"next"`  // page that it leads to
}

// Going reports whether the job goes on.
func (p *progress) Going() bool { return p.State == "looking" || p.State == "keeping" }

// jobs are those that were begun last.
type jobs struct {
	mu   sync.Mutex
	list []*job
}

// What is looked at and not kept within so much time, or is followed by so many
// others, must be handed in again.
const (
	jobTime  = 30 * time.Minute
	jobsMost = 16
	jobLong  = 15 * time.Minute       // looking ends
	jobWait  = 900 * time.Millisecond // before a page is shown that waits
)

// begin files a job and does it. The request that began it waits a moment, so
// that what is done at once is shown at once.
func (d *Desk) begin(r *http.Request, j *job, do func(context.Context, *job) error) error {
	if !d.jobs.file(j) {
		return &problem{http.StatusTooManyRequests, "Too much is going on", "So many things are being read at once that no more can be begun. Try again in a minute."}
	}
	go func() {
		defer func() {
			if what := recover(); what != nil {
				slog.Error("a job failed", "job", j.title, "panic", what, "stack", string(debug.Stack()))
				j.change(func(p *progress) { p.State, p.Line = "failed", "It is a fault of the program; its log says where." })
			}
		}()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), jobLong)
		defer cancel()
		if err := do(ctx, j); err != nil {
			j.change(func(p *progress) { p.State, p.Line = "failed", sentence(err.Error()) })
		}
	}()
	j.wait(r.Context(), jobWait)
	return nil
}

// file files a job, new or with more to do; of many the oldest that is done is
// forgotten.
func (l *jobs) file(j *job) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if slices.Contains(l.list, j) {
		return true
	}
	l.list = slices.DeleteFunc(l.list, func(o *job) bool { now, _ := o.state(); return !now.Going() && time.Since(o.at) > jobTime })
	if len(l.list) >= jobsMost {
		i := slices.IndexFunc(l.list, func(o *job) bool { now, _ := o.state(); return !now.Going() })
		if i < 0 {
			return false
		}
		l.list = slices.Delete(l.list, i, i+1)
	}
	j.id, j.at, j.changed = strings.ToLower(rand.Text()), time.Now(), make(chan struct{})
	l.list = append(l.list, j)
	return true
}

// find is a job of the person.
func (l *jobs) find(r *http.Request, id string) (*job, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, j := range l.list {
		if j.id == id && j.by == people.From(r.Context()).Name && time.Since(j.at) < jobTime {
			return j, nil
		}
	}
	return nil, &problem{http.StatusGone, "This is no longer here", "What is looked at is forgotten after half an hour. Hand it in again."}
}

func (j *job) state() (progress, <-chan struct{}) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.now, j.changed
}

func (j *job) change(do func(*progress)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	do(&j.now)
	close(j.changed)
	j.changed = make(chan struct{})
}

// show adds what was read to what is shown.
func (j *job) show(s seen) {
	j.change(func(p *progress) {
		p.Done++
		if p.Line = "read " + s.Source; len(j.seen) < shownMost {
			j.seen = append(j.seen, s)
		}
	})
}

// since is what was shown after the first n.
func (j *job) since(n int) []seen {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.seen[min(n, len(j.seen)):])
}

// wait waits until the job is done, or some time has passed.
func (j *job) wait(ctx context.Context, most time.Duration) {
	end := time.After(most)
	for {
		now, changed := j.state()
		if !now.Going() {
			return
		}
		select {
		case <-changed:
		case <-end:
			return
		case <-ctx.Done():
			return
		}
	}
}

// jobEvents tells how a job gets on, as server-sent events: "seen" with an
// article and what it tells, as a piece of the page; "progress" with how far it
// is; the last of these says that it is done.
func (d *Desk) jobEvents(w http.ResponseWriter, r *http.Request) error {
	j, err := d.jobs.find(r, r.PathValue("id"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flush := http.NewResponseController(w).Flush
	for n := 0; ; {
		now, changed := j.state()
		for _, s := range j.since(n) {
			n++
			var b bytes.Buffer
			if err := d.pages.byName["add"].ExecuteTemplate(&b, "seen", s); err != nil {
				return nil // the stream has begun; the page that follows it says so
			}
			if tell(w, "seen", b.String()) != nil {
				return nil
			}
		}
		if tell(w, "progress", now) != nil || flush() != nil || !now.Going() {
			return nil
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return nil
		}
	}
}

// tell writes an event.
func tell(w http.ResponseWriter, name string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "event: %s\ndata: %s\n\n", name, b)
	return err
}
