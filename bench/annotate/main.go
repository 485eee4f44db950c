// Command annotate times the annotate stages alone, from tokens to coreference:
// how long the models take to load, tokens a second, memory.
//
//	go run ./bench/annotate -text FILE [-cores 1] [-seconds 5]
//
// Without -text it reads the articles that ship with the program. The text is
// cut into articles at lines of "----", and read over and over.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"sayso"
	"sayso/data"
	"sayso/internal/annotate"
	"sayso/internal/document"
	"sayso/internal/pipeline"
)

func main() {
	text := flag.String("text", "", "file to read; the articles that ship if empty")
	cores := flag.Int("cores", 1, "number of cores to use")
	seconds := flag.Float64("seconds", 5, "time to measure")
	flag.Parse()
	if err := run(*text, *cores, time.Duration(*seconds*float64(time.Second))); err != nil {
		log.Fatal(err)
	}
}

func run(text string, cores int, d time.Duration) error {
	runtime.GOMAXPROCS(cores)
	start := time.Now()
	chain, err := chain()
	if err != nil {
		return err
	}
	fmt.Printf("models ready in %v, %v of processor time\n", time.Since(start).Round(time.Millisecond), processor())
	articles, err := read(text)
	if err != nil {
		return err
	}
	n, bytes, err := once(chain, articles)
	if err != nil {
		return err
	}
	fmt.Printf("%d articles, %d bytes, %d tokens\n", len(articles), bytes, n)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start = time.Now()
	used := processor()
	tokens, err := measure(chain, articles, cores, start.Add(d))
	if err != nil {
		return err
	}
	took, used := time.Since(start), processor()-used
	runtime.ReadMemStats(&after)
	fmt.Printf("%.0f tokens/s on %d core(s)\n", float64(tokens)/took.Seconds(), cores)
	if used > 0 {
		fmt.Printf("%.0f tokens for each second of processor time\n", float64(tokens)/used.Seconds())
	}
	fmt.Printf("%.3f allocations a token\n", float64(after.Mallocs-before.Mallocs)/float64(tokens))
	fmt.Printf("%s resident at most\n", peak())
	return nil
}

// chain is annotate and nothing else.
func chain() (*pipeline.Pipeline, error) {
	stages, err := annotate.Stages()
	if err != nil {
		return nil, err
	}
	return pipeline.New(stages...)
}

// measure reads the articles until the time is up and counts tokens.
func measure(chain *pipeline.Pipeline, articles []*sayso.Article, cores int, end time.Time) (int, error) {
	var wg sync.WaitGroup
	counts, errs := make([]int, cores), make([]error, cores)
	for c := range cores {
		wg.Go(func() {
			for errs[c] == nil && time.Now().Before(end) {
				var n int
				n, _, errs[c] = once(chain, articles)
				counts[c] += n
			}
		})
	}
	wg.Wait()
	total := 0
	for c := range cores {
		if errs[c] != nil {
			return 0, errs[c]
		}
		total += counts[c]
	}
	return total, nil
}

// once reads every article and counts tokens and bytes.
func once(chain *pipeline.Pipeline, articles []*sayso.Article) (tokens, bytes int, err error) {
	for _, a := range articles {
		d, err := chain.Run(context.Background(), a, document.LayerCoref)
		if err != nil {
			return 0, 0, err
		}
		tokens, bytes = tokens+len(d.Tokens), bytes+len(d.Text)
	}
	return tokens, bytes, nil
}

// read returns the articles of a file, or those that ship.
func read(file string) ([]*sayso.Article, error) {
	if file != "" {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var out []*sayso.Article
		for _, text := range strings.Split(string(b), "\n----\n") {
			out = append(out, &sayso.Article{Text: text})
		}
		return out, nil
	}
	names, err := fs.Glob(data.FS, "demo/*.json")
	if err != nil {
		return nil, err
	}
	var out []*sayso.Article
	for _, name := range names {
		b, err := data.FS.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a := &sayso.Article{}
		if err := json.Unmarshal(b, a); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, a)
	}
	return out, nil
}

// processor is the processor time used so far, to a hundredth of a second, as
// Linux tells it; 0 elsewhere. On a machine that does other things as well it is
// a better clock than the wall's.
func processor() time.Duration {
	b, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// peak is the largest resident size of this process so far, as Linux tells it.
func peak() string {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(b)) {
		if v, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(v)
		}
	}
	return "unknown"
}
