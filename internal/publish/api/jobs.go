package api

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"sayso/internal/publish/people"
)

// Progress is how far work is.
type Progress struct {
	Done int    // items
	Line string // what happened; "" for nothing to tell
}

// Job is work that goes on after its request was answered.
type Job struct {
	ID    string   `json:"id"`
	Kind  string   `json:"kind" doc:"add, retry, look, join"`
	By    string   `json:"by"`
	State string   `json:"state" enum:"running,done,failed"`
	Done  int      `json:"done" doc:"items so far"`
	Lines []string `json:"lines" doc:"what happened, the last lines"`
}

type jobs struct {
	going sync.WaitGroup
	mu    sync.Mutex
	by    map[string]*job
	order []string
}

// job is a Job that goes on. Changed is closed, and made anew, at each change.
type job struct {
	mu      sync.Mutex
	now     Job
	changed chan struct{}
}

const (
	keptJobs  = 100
	keptLines = 200
)

func (j *job) state() (Job, <-chan struct{}) {
	j.mu.Lock()
	defer j.mu.Unlock()
	now := j.now
	now.Lines = slices.Clone(now.Lines)
	return now, j.changed
}

func (j *job) change(do func(*Job)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	do(&j.now)
	if n := len(j.now.Lines) - keptLines; n > 0 {
		j.now.Lines = slices.Delete(j.now.Lines, 0, n)
	}
	close(j.changed)
	j.changed = make(chan struct{})
}

func (j *jobs) get(id string) (*job, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if one := j.by[id]; one != nil {
		return one, nil
	}
	return nil, huma.Error404NotFound("there is no such job")
}

// list are the jobs, latest first.
func (j *jobs) list() []Job {
	j.mu.Lock()
	defer j.mu.Unlock()
	out := []Job{}
	for _, id := range slices.Backward(j.order) {
		now, _ := j.by[id].state()
		out = append(out, now)
	}
	return out
}

// start files a job; of many the oldest that is done is forgotten.
func (j *jobs) start(kind, by string) (*job, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if len(j.order) >= keptJobs {
		i := slices.IndexFunc(j.order, func(id string) bool { now, _ := j.by[id].state(); return now.State != "running" })
		if i < 0 {
			return nil, huma.Error429TooManyRequests("too much is going on; try again later")
		}
		delete(j.by, j.order[i])
		j.order = slices.Delete(j.order, i, i+1)
	}
	one := &job{now: Job{ID: strings.ToLower(rand.Text()), Kind: kind, By: by, State: "running", Lines: []string{}}, changed: make(chan struct{})}
	j.by[one.now.ID] = one
	j.order = append(j.order, one.now.ID)
	return one, nil
}

// work starts a job and answers with how it begins. It goes on when the request
// is over, and ends with the desk.
func (a *API) work(ctx context.Context, kind string, do func(context.Context, func(Progress)) error) (*Body[Job], error) {
	j, err := a.jobs.start(kind, people.From(ctx).Name)
	if err != nil {
		return nil, err
	}
	now, _ := j.state()
	a.jobs.going.Go(func() {
		ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
		defer cancel()
		defer context.AfterFunc(a.o.Until, cancel)()
		err := do(ctx, func(p Progress) {
			j.change(func(n *Job) {
				n.Done = max(n.Done, p.Done)
				if p.Line != "" {
					n.Lines = append(n.Lines, p.Line)
				}
			})
		})
		j.change(func(n *Job) {
			n.State = "done"
			if err != nil {
				n.State, n.Lines = "failed", append(n.Lines, err.Error())
			}
		})
	})
	return body(now), nil
}

// Wait returns when no job is going on.
func (a *API) Wait() { a.jobs.going.Wait() }
