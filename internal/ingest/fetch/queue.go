package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"time"
)

// Queue fetches politely: what a host's robots.txt forbids is refused, one
// page of a host at a time, with a pause between; what failed for now is tried
// again, later each time. Its zero value is ready for use, and safe for use by
// several goroutines at once.
type Queue struct {
	Client Client
	Delay  time.Duration // between two pages of a host; 0: 2 s. A longer one that the host asks for goes first
	Tries  int           // of a page; 0: 3
	Sleep  func(context.Context, time.Duration) error

	mu    sync.Mutex
	hosts map[string]*host
}

// host is what is known of one host.
type host struct {
	mu    sync.Mutex    // held while a page is fetched
	next  time.Time     // not before
	pause time.Duration // that was meant by it, however the clock jumps
	read  time.Time     // when robots.txt was read
	rules rules
}

const keepRobots = time.Hour

// Get fetches an address when its host's turn has come.
func (q *Queue) Get(ctx context.Context, address string) (Page, error) {
	return q.GetIf(ctx, address, Condition{})
}

// GetIf fetches an address unless it is still as the condition says.
func (q *Queue) GetIf(ctx context.Context, address string, c Condition) (Page, error) {
	u, err := url.Parse(address)
	if err != nil {
		return Page{}, fmt.Errorf("%w: is no address", ErrRefused)
	}
	if err := checkURL(u); err != nil {
		return Page{}, err
	}
	h := q.host(u)
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := q.readRobots(ctx, h, u); err != nil {
		return Page{}, err
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !h.rules.allows(path) {
		return Page{}, fmt.Errorf("%w: the site's robots.txt forbids it", ErrRefused)
	}
	return q.try(ctx, h, address, c)
}

func (q *Queue) host(u *url.URL) *host {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.hosts == nil {
		q.hosts = map[string]*host{}
	}
	name := u.Scheme + "://" + strings.ToLower(u.Host)
	if q.hosts[name] == nil {
		q.hosts[name] = &host{}
	}
	return q.hosts[name]
}

// readRobots reads a host's robots.txt once an hour. One that is not there
// allows everything; one that the host fails to give, nothing.
func (q *Queue) readRobots(ctx context.Context, h *host, u *url.URL) error {
	if now := q.Client.now(); !h.read.IsZero() && now.Sub(h.read) < keepRobots && now.Sub(h.read) >= 0 {
		return nil
	}
	page, err := q.try(ctx, h, u.Scheme+"://"+u.Host+"/robots.txt", Condition{})
	var status *StatusError
	switch {
	case err == nil:
		h.rules = robots(string(page.Body), or(q.Client.UserAgent, "sayso"))
	case errors.As(err, &status) && status.Code < 500:
		h.rules = rules{}
	default:
		return fmt.Errorf("its robots.txt cannot be read: %w", err)
	}
	h.read = q.Client.now()
	return nil
}

// try fetches with pauses, and again what failed for now.
func (q *Queue) try(ctx context.Context, h *host, address string, c Condition) (page Page, err error) {
	pause := max(or(q.Delay, 2*time.Second), h.rules.delay)
	for n := range or(q.Tries, 3) {
		if wait := min(h.next.Sub(q.Client.now()), h.pause); wait > 0 {
			if err := q.sleep(ctx, min(wait, time.Hour)); err != nil {
				return Page{}, err
			}
		}
		page, err = q.Client.GetIf(ctx, address, c)
		h.next, h.pause = q.Client.now().Add(pause), pause
		again, after := temporary(err)
		if !again || ctx.Err() != nil {
			return page, err
		}
		h.pause = max(pause<<n, after)
		h.next = q.Client.now().Add(h.pause)
	}
	return page, err
}

func (q *Queue) sleep(ctx context.Context, d time.Duration) error {
	if q.Sleep != nil {
		return q.Sleep(ctx, d)
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// temporary reports whether a failure may go away, and when at the earliest.
func temporary(err error) (yes bool, after time.Duration) {
	var status *StatusError
	switch {
	case err == nil, errors.Is(err, ErrRefused), errors.Is(err, ErrTooLarge), errors.Is(err, ErrSame), errors.Is(err, errRedirects):
		return false, 0
	case errors.As(err, &status):
		return status.Code == 429 || status.Code >= 500, status.After
	}
	return true, 0
}
