package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"sayso/internal/ingest"
	"sayso/internal/store"
)

// queueFlags are the flags of add that concern the queue.
type queueFlags struct {
	queue, worker bool
	lease         time.Duration
}

// errLost ends the work on a job that another worker has meanwhile.
var errLost = errors.New("the job is another worker's now")

// enqueue queues the files that names stand for.
func (a *adder) enqueue(ctx context.Context, names []string) error {
	var files []string
	for _, n := range names {
		switch {
		case n == "-":
			return fail(exitUsage, errors.New("standard input cannot be queued"))
		case strings.HasPrefix(n, "http://"), strings.HasPrefix(n, "https://"):
			files = append(files, n)
		default:
			files = append(files, ingest.Files(n)...)
		}
	}
	if err := a.store.Update(ctx, func(tx store.Writer) error { return tx.PutJobs(files) }); err != nil {
		return fail(exitStore, err)
	}
	_, err := fmt.Fprintf(a.out, "queued   %d files and addresses\n", len(files))
	return fail(exitFailure, err)
}

// workOff takes jobs until none is left, not with other workers either.
func (a *adder) workOff(ctx context.Context, lease time.Duration, asJSON bool) error {
	host, err := os.Hostname()
	if err != nil {
		host = "worker"
	}
	owner := fmt.Sprintf("%s-%d-%s", host, os.Getpid(), rand.Text()[:8])
	a.lease = lease
	for {
		job, left, err := a.next(ctx, owner)
		switch {
		case err != nil:
			return err
		case job == nil && left > 0: // others are at it, and may die
			select {
			case <-ctx.Done():
				return fail(exitInterrupted, ctx.Err())
			case <-time.After(min(lease/4, 5*time.Second)):
			}
			continue
		case job == nil:
			return a.run(ctx, nil, asJSON)
		}
		if err := a.do(ctx, job); err != nil {
			return err
		}
	}
}

// next leases a job; left is how many there are if none is free.
func (a *adder) next(ctx context.Context, owner string) (job *store.Job, left int, err error) {
	now := a.now()
	err = a.store.Update(ctx, func(tx store.Writer) error {
		j, ok, err := tx.Lease(owner, now.Unix(), now.Add(a.lease).Unix())
		if err != nil {
			return err
		}
		if job = nil; ok {
			job = &j
			return nil
		}
		all, err := tx.Jobs()
		left = len(all)
		return err
	})
	return job, left, fail(exitStore, err)
}

// do works a job off and takes it from the queue.
func (a *adder) do(ctx context.Context, job *store.Job) error {
	a.job = job
	defer func() { a.job = nil }()
	err := a.take(ctx, []string{job.Name})
	if errors.Is(err, errLost) {
		a.batch = a.batch[:0]
		return nil
	}
	if err != nil {
		return err
	}
	return fail(exitStore, a.store.Update(ctx, func(tx store.Writer) error { return tx.DropJob(*job) }))
}

// renew gives a sign of life, with each batch that is kept.
func (a *adder) renew(tx store.Writer) error {
	if a.job == nil {
		return nil
	}
	held, err := tx.Renew(*a.job, a.now().Add(a.lease).Unix())
	if err == nil && !held {
		return errLost
	}
	return err
}
