package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"sayso"
	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
	"sayso/internal/store/indexed"
)

// load opens the desk on the store, as 'sayso serve' does, and asks at a steady
// rate, whether it keeps up or not: each request's time counts from when it was
// due. Half ask for lists and half for maps, each with another filter.
func load(ctx context.Context, st store.Store, perSecond int, lasting time.Duration) error {
	actors, err := known(ctx, st)
	if err != nil {
		return err
	}
	desk := indexed.Over(st)
	defer desk.Stop()
	opened := time.Now()
	base, stop, err := open(ctx, desk)
	if err != nil {
		return err
	}
	defer stop()
	fmt.Println()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100, DisableCompression: false}}
	if err := first(client, base); err != nil {
		return err
	}
	desk.Wait()
	fmt.Printf("the index stands %.1f s after the desk began; what follows is asked from then on\n", time.Since(opened).Seconds())
	var mu sync.Mutex
	took, failed, parts := map[string][]time.Duration{}, map[string]int{}, map[string][]time.Duration{}
	var wg sync.WaitGroup
	r := rand.New(rand.NewPCG(1, 2))
	start, before := time.Now(), processor()
	for i := range int(lasting.Seconds() * float64(perSecond)) {
		due := start.Add(time.Duration(i) * time.Second / time.Duration(perSecond))
		time.Sleep(time.Until(due))
		kind, path := question(r, i, actors)
		wg.Go(func() {
			_, err := fetch(client, base+path)
			d := time.Since(due)
			mu.Lock()
			defer mu.Unlock()
			took[kind] = append(took[kind], d)
			for _, p := range partsOf(path) {
				parts[kind+" "+p] = append(parts[kind+" "+p], d)
			}
			if err != nil {
				failed[kind]++
			}
		})
	}
	wg.Wait()
	fmt.Printf("\n%d requests a second for %v, %.1f ms of the processor each:\n", perSecond, lasting, ms(processor()-before)/(lasting.Seconds()*float64(perSecond)))
	for _, kind := range []string{"list", "map"} {
		list := took[kind]
		slices.Sort(list)
		fmt.Printf("  %-5s %5d requests, %d failed; half within %6.1f ms, 95 %% within %6.1f ms, 99 %% within %6.1f ms\n",
			kind, len(list), failed[kind], ms(list[len(list)/2]), ms(list[len(list)*95/100]), ms(list[len(list)*99/100]))
	}
	fmt.Println("\nby what they ask for, 95 % within")
	for _, k := range slices.Sorted(maps.Keys(parts)) {
		list := parts[k]
		slices.Sort(list)
		fmt.Printf("  %-16s %5d requests %8.1f ms\n", k, len(list), ms(list[len(list)*95/100]))
	}
	return alone(client, base)
}

// partsOf names the parts of the filter that a path has.
func partsOf(path string) (out []string) {
	_, query, _ := strings.Cut(path, "?")
	for p := range strings.SplitSeq(query, "&") {
		if name, _, _ := strings.Cut(p, "="); !slices.Contains([]string{"limit", "order", "zoom", "to"}, name) {
			out = append(out, name)
		}
	}
	if out == nil {
		return []string{"all"}
	}
	return out
}

// alone asks one question after the other and prints the processor's time of
// each kind, which does not depend on what else the machine does: each question
// twice, the second time as somebody else would who looks at the same.
func alone(client *http.Client, base string) error {
	fmt.Println("\none after the other, of the processor's time: the first time, again")
	filters := []string{"words=police", "words=killed+soldiers", "words=the+attack", "min_deaths=10", "dissent=any", "type=protest", "from=2016-01-01&to=2016-03-01", ""}
	var paths []string
	for _, w := range filters {
		paths = append(paths, "/api/v1/incidents?limit=50&order=deaths&"+w, "/api/v1/incidents?limit=50&total=true&"+w, "/api/v1/map?zoom=4&box=0,0,60,60&"+w, "/api/v1/tallies?by=type&"+w, "/api/v1/tallies?by=actor&"+w, "/api/v1/tallies?by=month&"+w,
			"/?"+strings.Replace(strings.Replace(w, "words=", "q=", 1), "min_deaths", "min", 1))
	}
	paths = append(paths, "/actors", "/places", "/sources", "/api/v1/actors", "/api/v1/places", "/api/v1/outlets")
	for _, p := range paths {
		var spent [2]time.Duration
		for i := range spent {
			before := processor()
			if _, err := fetch(client, base+p); err != nil {
				return err
			}
			spent[i] = processor() - before
		}
		fmt.Printf("  %-70s %8.1f ms %8.1f ms\n", strings.TrimPrefix(p, api.Prefix), ms(spent[0]), ms(spent[1]))
	}
	return nil
}

// processor is how long the program has kept processors busy: unlike the clock
// it does not depend on what else the machine does.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// known are the actors that are named most.
func known(ctx context.Context, st store.Store) (list []store.Named, err error) {
	err = st.View(ctx, func(tx store.Reader) error { list, err = tx.Named(store.Query{}, store.TermActor); return err })
	if err == nil && len(list) == 0 {
		err = errors.New("the store names no actors")
	}
	return list[:min(200, len(list))], err
}

// question is what somebody at the desk asks for: a filter of one or two parts,
// by chance.
func question(r *rand.Rand, i int, actors []store.Named) (kind, path string) {
	types := []string{"bombing", "armed-clash", "protest", "arrest", "shelling", "air-strike", "abduction"}
	day := sayso.DayOf(2016, 1, 1) + sayso.Day(r.IntN(600))
	parts := []string{
		"", "type=" + types[r.IntN(len(types))], "from=" + day.String() + "&to=" + (day + 60).String(), "words=police", "words=killed+soldiers",
		"min_deaths=10", "dissent=any", "origins=2", "stance=denied", "actor=" + url.QueryEscape(actors[r.IntN(len(actors))].Key()),
	}
	query := parts[r.IntN(len(parts))] + "&" + parts[r.IntN(4)%3]
	query = once(query)
	if i%2 == 0 {
		orders := []string{"day", "newest", "deaths", "worth"}
		return "list", "/api/v1/incidents?limit=50&order=" + orders[r.IntN(len(orders))] + "&" + query
	}
	south, west := r.IntN(115)-60, r.IntN(290)-150
	if r.IntN(2) == 0 {
		return "map", fmt.Sprintf("/api/v1/map?zoom=%d&box=%d,%d,%d,%d&%s", 3+r.IntN(4), south, west, south+25, west+40, query)
	}
	return "map", "/api/v1/map?zoom=2&" + query
}

// once leaves out empty parts and a part that is there already.
func once(query string) string {
	var out, names []string
	for p := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(p, "=")
		if p != "" && !slices.Contains(names, name) {
			out, names = append(out, p), append(names, name)
		}
	}
	return strings.Join(out, "&")
}

var assets = regexp.MustCompile(`(?:src|href)="(/[^"]+\.(?:js|css|woff2))[^"]*"`)

// first measures how long the first page and all that it loads take, on a desk
// that nobody asked anything before.
func first(client *http.Client, base string) error {
	start := time.Now()
	page, err := fetch(client, base+"/")
	if err != nil {
		return err
	}
	bare, n := time.Since(start), len(page)
	found := assets.FindAllSubmatch(page, -1)
	for _, m := range found {
		b, err := fetch(client, base+string(m[1]))
		if err != nil {
			return err
		}
		n += len(b)
	}
	points, err := fetch(client, base+"/incidents/points?z=2")
	if err != nil {
		return err
	}
	fmt.Printf("first page in %.0f ms, with its %d files and the map's points in %.0f ms (%d KB unpacked)\n", ms(bare), len(found), ms(time.Since(start)), (n+len(points))>>10)
	return nil
}

func fetch(client *http.Client, address string) ([]byte, error) {
	answer, err := client.Get(address)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(answer.Body)
	if answer.StatusCode != http.StatusOK {
		err = errors.Join(err, fmt.Errorf("%s: %s: %.200s", address, answer.Status, b))
	}
	return b, errors.Join(err, answer.Body.Close())
}

// open serves pages and API on a port of its own.
func open(ctx context.Context, st *indexed.Store) (base string, stop func(), err error) {
	if err := begin(ctx, st); err != nil {
		return "", nil, err
	}
	table := people.NewTable()
	desk, err := people.New(people.Options{Store: st, Table: table, Loopback: true, Local: "bench"})
	if err != nil {
		return "", nil, err
	}
	none := func(context.Context, store.Act, func(api.Progress)) error { return nil }
	rest, err := api.New(api.Options{Store: st, Table: table, Desk: desk, Version: "bench", Grade: func(string) string { return "F" },
		Code:  func(context.Context, sayso.Article) (r sayso.ArticleRecord, err error) { return r, nil },
		Read:  func(context.Context, api.Input) ([]api.Reading, error) { return nil, nil },
		Add:   func(context.Context, store.Act, api.Input, func(api.Progress)) error { return nil },
		Retry: none, Look: none, Decide: func(_ context.Context, d store.Decision) (store.Decision, error) { return d, nil }})
	if err != nil {
		return "", nil, err
	}
	pages, err := ui.New(ui.Options{Store: st, Table: table, Version: "bench", Now: func() string { return time.Now().UTC().Format(time.RFC3339) }})
	if err != nil {
		return "", nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	mux.Handle(api.Prefix+"/", rest)
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	server := &http.Server{Handler: desk.Middleware(mux), ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(l) }() // until stop
	return "http://" + l.Addr().String(), func() { _ = server.Close() }, nil
}
