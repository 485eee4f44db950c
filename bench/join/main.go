// Command join measures how fast incidents are joined across articles, and how
// the cost grows.
//
//	go run ./bench/join -articles 300000 -claims 1000000
//	go run ./bench/join -measure ../shared > bench/stream/shape.json
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"syscall"
	"time"

	"sayso"
	"sayso/bench/stream"
	"sayso/internal/incidents"
	"sayso/internal/lexicon"
)

func main() {
	articles := flag.Int("articles", 300_000, "articles")
	claims := flag.Int("claims", 1_000_000, "claims")
	grow := flag.Bool("grow", false, "also a hundredth and a tenth of them, and the exponent of growth")
	measure := flag.String("measure", "", "folder of corpora: print the shape of the stream")
	flag.Parse()
	work := func() error { return run(*articles, *claims, *grow) }
	if *measure != "" {
		work = func() error { return printShape(*measure) }
	}
	err := work()
	if err != nil {
		fmt.Fprintln(os.Stderr, "join:", err)
		os.Exit(1)
	}
}

func printShape(dir string) error {
	s, err := stream.Measure(dir)
	if err != nil {
		return err
	}
	e := json.NewEncoder(os.Stdout)
	e.SetIndent("", " ")
	return e.Encode(s)
}

func run(articles, claims int, grow bool) error {
	sizes := []int{1}
	if grow {
		sizes = []int{100, 10, 1}
	}
	var took []float64
	for _, part := range sizes {
		t, err := join(articles/part, claims/part)
		if err != nil {
			return err
		}
		took = append(took, t.Seconds())
	}
	if grow {
		fmt.Printf("cost grows as n^%.2f\n", math.Log(took[2]/took[0])/math.Log(100))
	}
	return nil
}

// singles is the number of articles added one at a time at the end.
const singles = 500

func join(articles, claims int) (time.Duration, error) {
	shape, err := stream.Measured()
	if err != nil {
		return 0, err
	}
	s := stream.Make(shape, articles, claims, 1)
	l, err := lexicon.Load()
	if err != nil {
		return 0, err
	}
	j, err := incidents.New(l)
	if err != nil {
		return 0, err
	}
	set := j.Set()
	start, spent := time.Now(), processor()
	set.Copied(s.Copies)
	last := len(s.Records) - min(singles, len(s.Records)/10)
	found := 0
	set.Load(s.Records[:last], func(sayso.Incident) { found++ })
	took, used := time.Since(start), processor()-spent
	var each []time.Duration
	for i := last; i < len(s.Records); i++ {
		t := processor()
		set.Add(&s.Records[i])
		each = append(each, processor()-t)
	}
	slices.Sort(each)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("%d articles, %d claims, %d incidents: joined in %.1f s, %.1f s of processor time; one more article %.2f ms in the middle, %.2f ms at 99 %%; largest group connected %d; %.2f GB of memory taken\n",
		len(s.Records), s.Claims, found, took.Seconds(), used.Seconds(), ms(each[len(each)/2]), ms(each[len(each)*99/100]), set.Largest(), float64(m.Sys)/1e9)
	return used, nil
}

// processor is the time that the process has had on all processors, which other
// work on the machine does not lengthen much.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
