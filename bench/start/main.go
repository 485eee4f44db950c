// Command start measures how long it takes to start the program and code one
// article, with all models read.
//
//	go build -o /tmp/sayso ./cmd/sayso
//	go run ./bench/start -sayso /tmp/sayso [-article FILE] [-runs 20]
//
// Without -article it codes one of the articles that ship with the program.
// It reports the clock's time and the processors' time: of the best run, the
// median and the worst.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"sayso/data"
)

func main() {
	binary := flag.String("sayso", "", "the program")
	article := flag.String("article", "", "file to code; one that ships if empty")
	runs := flag.Int("runs", 20, "how often")
	flag.Parse()
	if err := measure(*binary, *article, max(1, *runs)); err != nil {
		log.Fatal(err)
	}
}

func measure(binary, article string, runs int) error {
	if article == "" {
		dir, err := os.MkdirTemp("", "start")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if article, err = shipped(dir); err != nil {
			return err
		}
	}
	var clock, spent []time.Duration
	for range runs {
		c := exec.Command(binary, "code", "--format", "json", article)
		start := time.Now()
		if err := c.Run(); err != nil {
			return fmt.Errorf("%s code %s: %w", binary, article, err)
		}
		clock = append(clock, time.Since(start))
		spent = append(spent, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	}
	fmt.Printf("starting and coding one article, %d runs\n", runs)
	show("by the clock", clock)
	show("of processors", spent)
	return nil
}

// shipped writes an article that the program carries to a file in dir.
func shipped(dir string) (string, error) {
	b, err := data.FS.ReadFile("demo/maidan-wardak.json")
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "article.json")
	return file, os.WriteFile(file, b, 0o600)
}

func show(what string, d []time.Duration) {
	slices.Sort(d)
	ms := func(i int) int64 { return d[i].Round(time.Millisecond).Milliseconds() }
	fmt.Printf("%s: best %d ms, median %d ms, worst %d ms\n", what, ms(0), ms(len(d)/2), ms(len(d)-1))
}
