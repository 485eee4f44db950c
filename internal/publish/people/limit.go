package people

import (
	"fmt"
	"maps"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// TooMany says how long to wait before signing in can be tried again.
type TooMany struct{ Wait time.Duration }

// Error implements error.
func (t *TooMany) Error() string {
	return fmt.Sprintf("too many attempts; try again in %d seconds", int(t.Wait.Seconds()+1))
}

// tries counts failed attempts to sign in, by name and address.
type tries struct {
	mu sync.Mutex
	by map[string]attempts
}

type attempts struct {
	n    int
	last time.Time
}

// After so many failures one waits, twice as long with each more, up to a
// longest wait. A name alone waits little, lest anybody could lock it out.
var patience = map[string]struct {
	free    int
	longest time.Duration
}{
	"pair":    {5, 15 * time.Minute},
	"address": {20, 15 * time.Minute},
	"name":    {50, 30 * time.Second},
}

// forgotten is after how long failures count no more.
const forgotten = time.Hour

func (t *tries) wait(keys []string, now time.Time) (longest time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, k := range keys {
		a := t.by[k]
		kind, _, _ := strings.Cut(k, " ")
		p := patience[kind]
		if a.n < p.free || now.Sub(a.last) > forgotten {
			continue
		}
		wait := min(p.longest, time.Second<<min(20, a.n-p.free))
		longest = max(longest, a.last.Add(wait).Sub(now))
	}
	return longest
}

func (t *tries) failed(keys []string, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.by) > 50_000 {
		maps.DeleteFunc(t.by, func(_ string, a attempts) bool { return now.Sub(a.last) > forgotten })
	}
	for _, k := range keys {
		a := t.by[k]
		if now.Sub(a.last) > forgotten {
			a.n = 0
		}
		t.by[k] = attempts{a.n + 1, now}
	}
}

func (t *tries) forget(keys []string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, k := range keys {
		delete(t.by, k)
	}
}

// limits bounds how many requests a second somebody may make.
type limits struct {
	mu  sync.Mutex
	by  map[string]*rate.Limiter
	per rate.Limit
}

// allow reports whether a person, or for those who are not signed in an
// address, may make a request now. The local person is not bounded.
func (l *limits) allow(p Person, address string, now time.Time) bool {
	key, per := "a "+address, l.per/2
	switch {
	case p.Local:
		return true
	case p.Token != "":
		key, per = "t "+p.Token, l.per
	case p.Name != "":
		key, per = "p "+p.Name, l.per
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	one := l.by[key]
	if one == nil {
		if len(l.by) > 50_000 {
			clear(l.by)
		}
		one = rate.NewLimiter(per, int(per*10))
		l.by[key] = one
	}
	return one.AllowN(now, 1)
}

// address is where a request comes from: behind a proxy, the one that it saw.
func (d *Desk) address(r *http.Request) string {
	if d.o.Proxy {
		list := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		if last := strings.TrimSpace(list[len(list)-1]); last != "" {
			return last
		}
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
