// Command desk measures what the desk asks of a store with many incidents:
// pages of the list under several filters, points for the map, tallies; and then
// how fast the desk answers to many.
//
//	go run ./bench/desk -incidents 100000 -rate 50 > bench/reports/desk.txt
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"sayso"
	"sayso/bench/stream"
	"sayso/internal/incidents"
	"sayso/internal/lexicon"
	"sayso/internal/publish/export"
	"sayso/internal/store"
	"sayso/internal/store/indexed"
	"sayso/internal/store/sqlite"
)

func main() {
	n := flag.Int("incidents", 100_000, "how many")
	keep := flag.String("store", "", "file to keep the store in, for measuring the desk on it; one that is there is measured as it is")
	rate := flag.Int("rate", 0, "also open the desk and ask so many times a second")
	lasting := flag.Duration("for", 30*time.Second, "how long")
	flag.Parse()
	if err := measure(context.Background(), *n, *keep, func(st store.Store) error {
		if *rate == 0 {
			return nil
		}
		return load(context.Background(), st, *rate, *lasting)
	}); err != nil {
		log.Fatal(err)
	}
}

func measure(ctx context.Context, n int, path string, then func(store.Store) error) error {
	if path == "" {
		dir, err := os.MkdirTemp("", "desk")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		path = filepath.Join(dir, "s.db")
	}
	_, missing := os.Stat(path)
	st, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	if missing != nil {
		start := time.Now()
		if err := fill(ctx, st, n); err != nil {
			return err
		}
		fmt.Printf("%d incidents kept in %.1f s\n", n, time.Since(start).Seconds())
	}
	fmt.Println("\nwhat the store answers by itself")
	if err := st.View(ctx, ask); err != nil {
		return err
	}
	before := processor()
	fast, err := ready(ctx, st)
	if err != nil {
		return err
	}
	defer fast.Stop()
	fmt.Printf("\nwith an index in memory, which took %.1f s of the processor to make\n", (processor() - before).Seconds())
	if err := fast.View(ctx, ask); err != nil {
		return err
	}
	return then(st)
}

// ready lays an index over a store and waits until it answers.
func ready(ctx context.Context, st store.Store) (*indexed.Store, error) {
	fast := indexed.Over(st)
	err := begin(ctx, fast)
	fast.Wait()
	return fast, err
}

// begin has the index made, as 'sayso serve' does before it answers.
func begin(ctx context.Context, fast *indexed.Store) error {
	return fast.View(ctx, func(tx store.Reader) error { _, err := tx.Count(store.Query{}); return err })
}

// fill keeps articles and the incidents that they tell.
func fill(ctx context.Context, st store.Store, n int) error {
	s, err := made(n)
	if err != nil {
		return err
	}
	l, err := lexicon.Load()
	if err != nil {
		return err
	}
	j, err := incidents.New(l)
	if err != nil {
		return err
	}
	joined := j.Join(s.Records)
	if len(joined) < n {
		return fmt.Errorf("the stream tells %d incidents", len(joined))
	}
	joined = joined[:n]
	leading := map[string]bool{}
	for i := range joined {
		export.Tidy(&joined[i], true)
		joined[i].People = []sayso.Person{}   // looked for, and nobody is private
		leading[joined[i].Articles[0]] = true // an article each is enough to look at
	}
	for part := range slices.Chunk(s.Records, 5000) {
		err := st.Update(ctx, func(tx store.Writer) error { return keep(tx, part, leading) })
		if err != nil {
			return err
		}
	}
	for part := range slices.Chunk(joined, 5000) {
		err := st.Update(ctx, func(tx store.Writer) error { return store.Apply(tx, store.Change{Incidents: part}) })
		if err != nil {
			return err
		}
	}
	return nil
}

func keep(tx store.Writer, records []sayso.ArticleRecord, leading map[string]bool) error {
	for _, r := range records {
		if !leading[r.Article] {
			continue
		}
		r.People = []sayso.Person{}
		a := sayso.Article{ID: r.Article, Title: "Article " + r.Article, Outlet: r.Outlet, Published: r.Published, Language: "en", Text: r.Incidents[0].Mention + "."}
		if _, err := store.Add(tx, store.Addition{Act: store.Act{By: "bench"}, Article: a, Record: &r}); err != nil {
			return err
		}
	}
	return nil
}

// ask asks each question some times and prints the middle and the slowest.
func ask(tx store.Reader) error {
	ten := 10
	from, to := sayso.DayOf(2016, 1, 1), sayso.DayOf(2016, 3, 1)
	deep, err := tx.Briefs(store.Query{Limit: 50_000})
	if err != nil {
		return err
	}
	after := store.CursorOf(store.ByDay, &deep[len(deep)-1])
	for _, c := range []struct {
		name string
		q    store.Query
	}{
		{"first page", store.Query{}}, {"a page in the middle", store.Query{After: after}}, {"newest", store.Query{Order: store.ByNewest}},
		{"most deaths", store.Query{Order: store.ByDeaths}}, {"worth a look", store.Query{Order: store.ByWorth, Reviews: []sayso.Review{""}}},
		{"type and days", store.Query{Types: []string{"bombing"}, From: &from, To: &to}}, {"box", store.Query{Box: &store.Box{South: 0, West: 0, North: 30, East: 60}}},
		{"words", store.Query{Words: "killed police"}}, {"actor", store.Query{Actor: deepActor(tx, &deep[0])}}, {"ten deaths, two origins, dissent", store.Query{MinDeaths: &ten, Origins: 2, Dissent: store.AnyDissent}},
		{"nothing", store.Query{Place: "nowhere"}},
	} {
		err := timed(c.name, func() (int, error) {
			q := c.q
			q.Limit = 50
			list, err := tx.Briefs(q)
			return len(list), err
		})
		if err != nil {
			return err
		}
		if err := timed("  count", func() (int, error) { return tx.Count(c.q) }); err != nil {
			return err
		}
	}
	if err := timed("points", func() (int, error) { p, err := tx.Points(store.Query{}); return len(p), err }); err != nil {
		return err
	}
	for _, kind := range []string{store.TermActor, store.TermPlace} {
		if err := timed(kind+"s named", func() (int, error) { n, err := tx.Named(store.Query{}, kind); return len(n), err }); err != nil {
			return err
		}
	}
	if err := timed("outlets", func() (int, error) { o, err := tx.Outlets(); return len(o), err }); err != nil {
		return err
	}
	for _, g := range store.Grounds {
		if err := timed("by "+g, func() (int, error) { t, err := tx.Tallies(store.Query{}, g); return len(t), err }); err != nil {
			return err
		}
	}
	return nil
}

func deepActor(tx store.Reader, b *store.Brief) string {
	in, err := tx.Incident(b.ID)
	if err != nil || len(in.Actors) == 0 {
		return "nobody"
	}
	return in.Actors[0].Name
}

func timed(name string, do func() (int, error)) error {
	var took []time.Duration
	n := 0
	for range 9 {
		start := time.Now()
		var err error
		if n, err = do(); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	fmt.Printf("%-34s %7d found  %8.2f ms in the middle, %8.2f ms at most\n", name, n, ms(took[4]), ms(took[8]))
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// told is how many articles tell an incident in the stream, roundly.
const told = 3

// made makes a stream with so many incidents at least, and puts its places on the map.
func made(n int) (*stream.Stream, error) {
	shape, err := stream.Measured()
	if err != nil {
		return nil, err
	}
	s := stream.Make(shape, n*told, n*told*4, 1)
	for i := range s.Records {
		for k := range s.Records[i].Incidents {
			if p := s.Records[i].Incidents[k].Where; p != nil {
				h := 0
				for _, c := range p.ID {
					h = (h*31 + int(c)) % 64800
				}
				lat, lon := float64(h/360)-90, float64(h%360)-180
				p.Lat, p.Lon = &lat, &lon
			}
		}
	}
	return s, nil
}
