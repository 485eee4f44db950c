// Command throughput measures 'sayso add' from end to end: a web archive made of
// the pages of article-extraction and the articles of Wikinews, copied with
// changed words until there are enough, is read, coded, joined and kept.
//
//	go build -o /tmp/sayso ./cmd/sayso
//	go run ./bench/throughput -sayso /tmp/sayso -data ../shared/data -articles 20000 > bench/reports/throughput.txt
//
// It reports articles a second, by the clock and by the processor's time (which
// other programs on the machine do not spoil), the memory in each quarter of
// the run, and the share of time of each stage.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	binary := flag.String("sayso", "", "the program")
	data := flag.String("data", "../shared/data", "folder of the corpora")
	articles := flag.Int("articles", 20000, "how many")
	cores := flag.String("cores", "1,2", "numbers of cores to run on")
	dir := flag.String("dir", "", "folder for the archive, which is made once, and the stores, which stay; none: they are removed")
	flag.Parse()
	if err := measure(*binary, *data, *dir, *articles, *cores); err != nil {
		log.Fatal(err)
	}
}

func measure(binary, data, dir string, articles int, cores string) (err error) {
	if dir == "" {
		if dir, err = os.MkdirTemp("", "throughput"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	sources, err := load(data)
	if err != nil {
		return err
	}
	archive := filepath.Join(dir, fmt.Sprintf("news-%d.warc.gz", articles))
	if _, err := os.Stat(archive); err != nil {
		if err := write(archive, sources, articles); err != nil {
			return err
		}
	}
	info, err := os.Stat(archive)
	if err != nil {
		return err
	}
	fmt.Printf("%d articles from %d sources, %d MB in the archive\n", articles, len(sources), info.Size()>>20)
	for c := range strings.SplitSeq(cores, ",") {
		store := filepath.Join(dir, "store"+c+".db")
		for _, suffix := range []string{"", "-wal", "-shm"} {
			if err := os.Remove(store + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		}
		if err := run(binary, archive, store, c); err != nil {
			return err
		}
	}
	return stages(context.Background(), sources)
}

// run adds the archive to a new store on so many cores.
func run(binary, archive, store, cores string) error {
	c := exec.Command(binary, "add", "--store", store, "--workers", cores, "--json", archive)
	c.Env = append(os.Environ(), "GOMAXPROCS="+cores)
	var out strings.Builder
	c.Stdout = &out
	start := time.Now()
	if err := c.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	var memory []int
	var failed error
	for running := true; running; {
		select {
		case failed = <-done:
			running = false
		case <-time.After(200 * time.Millisecond):
			if kb, ok := resident(c.Process.Pid); ok {
				memory = append(memory, kb)
			}
		}
	}
	if code := c.ProcessState.ExitCode(); code != 0 && code != 3 { // 3: some pages are no articles
		return fmt.Errorf("%s: %w", binary, failed)
	}
	took, spent := time.Since(start), c.ProcessState.UserTime()+c.ProcessState.SystemTime()
	taken, err := figure(out.String(), `"articles":`)
	if err != nil {
		return err
	}
	fmt.Printf("\n%s cores: %d articles kept in %.0f s by the clock, %.0f s of processors\n", cores, taken, took.Seconds(), spent.Seconds())
	fmt.Printf("  %.1f articles a second by the clock, %.1f a second of one processor\n", float64(taken)/took.Seconds(), float64(taken)/spent.Seconds())
	fmt.Printf("  most memory in each quarter of the run: %s MB\n", quarters(memory))
	if info, err := os.Stat(store); err == nil {
		fmt.Printf("  the store has %d MB\n", info.Size()>>20)
	}
	return nil
}

// figure is the number behind a key in the summary.
func figure(summary, key string) (int, error) {
	_, rest, ok := strings.Cut(summary, key)
	if !ok {
		return 0, fmt.Errorf("no %s in %q", key, summary)
	}
	digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
	return strconv.Atoi(digits)
}

// resident is a process's memory in KB, where the system shows it.
func resident(pid int) (int, bool) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, false
	}
	_, rest, ok := strings.Cut(string(b), "VmRSS:")
	if !ok {
		return 0, false
	}
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	return kb, err == nil
}

func quarters(memory []int) string {
	var out []string
	for q := range 4 {
		most := 0
		for _, kb := range memory[q*len(memory)/4 : (q+1)*len(memory)/4] {
			most = max(most, kb)
		}
		out = append(out, strconv.Itoa(most/1024))
	}
	return strings.Join(out, ", ")
}
