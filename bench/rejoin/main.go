// Command rejoin measures what one more article costs in a store that holds
// many: kept, filed and joined with what is there, in a file of SQLite.
//
//	go run ./bench/rejoin -articles 30000 -claims 100000 > bench/reports/rejoin.txt
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"sayso"
	"sayso/bench/stream"
	"sayso/internal/incidents"
	"sayso/internal/lexicon"
	"sayso/internal/rejoin"
	"sayso/internal/store"
	"sayso/internal/store/sqlite"
)

// singles is the number of articles added one at a time at the end.
const singles = 200

func main() {
	articles := flag.Int("articles", 30_000, "articles")
	claims := flag.Int("claims", 100_000, "claims")
	flag.Parse()
	if err := measure(context.Background(), *articles, *claims); err != nil {
		log.Fatal(err)
	}
}

func measure(ctx context.Context, articles, claims int) error {
	dir, err := os.MkdirTemp("", "rejoin")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "s.db")
	st, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	defer st.Close()
	l, err := lexicon.Load()
	if err != nil {
		return err
	}
	joiner, err := incidents.New(l)
	if err != nil {
		return err
	}
	shape, err := stream.Measured()
	if err != nil {
		return err
	}
	s := stream.Make(shape, articles, claims, 1)
	j := &rejoin.Joined{Store: st, Joiner: joiner, Version: "1"}
	last := len(s.Records) - singles
	start := time.Now()
	for part := range slices.Chunk(s.Records[:last], 1000) {
		if err := keep(ctx, st, part); err != nil {
			return err
		}
	}
	kept := time.Since(start)
	if _, err := j.CatchUp(ctx); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	fmt.Printf("%d articles, %d claims: kept in %.1f s, joined and filed in %.1f s; the store has %d MB\n", last, s.Claims, kept.Seconds(), (time.Since(start) - kept).Seconds(), info.Size()>>20)
	var took, spent []time.Duration
	for _, r := range s.Records[last:] {
		start, before := time.Now(), processor()
		if err := keep(ctx, st, []sayso.ArticleRecord{r}); err != nil {
			return err
		}
		if _, err := j.CatchUp(ctx); err != nil {
			return err
		}
		took, spent = append(took, time.Since(start)), append(spent, processor()-before)
	}
	show("by the clock", took)
	show("of processor time", spent)
	return nil
}

// show prints how long additions took.
func show(clock string, list []time.Duration) {
	slices.Sort(list)
	fmt.Printf("one more article, %s: %.1f ms in the middle, %.1f ms at 90 %%, %.1f ms at most\n", clock, ms(list[len(list)/2]), ms(list[len(list)*9/10]), ms(list[len(list)-1]))
}

// processor is the time that the process has had on all processors.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// keep keeps articles with what they tell, in one update.
func keep(ctx context.Context, st store.Store, records []sayso.ArticleRecord) error {
	return st.Update(ctx, func(tx store.Writer) error {
		for _, r := range records {
			a := sayso.Article{ID: r.Article, Title: "Article " + r.Article, Outlet: r.Outlet, Published: r.Published, Language: "en", Text: "It tells something."}
			if _, err := store.Add(tx, store.Addition{Act: store.Act{By: "bench"}, Article: a, Record: &r}); err != nil {
				return err
			}
		}
		return nil
	})
}
