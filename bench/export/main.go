// Command export measures what it takes to export a store with many incidents
// in every format: size, time, and the memory that the program held at most,
// which must not grow with the store. Stores are made by bench/desk.
//
//	go run ./bench/desk -incidents 10000 -store /tmp/10k.db
//	go run ./bench/desk -incidents 100000 -store /tmp/100k.db
//	go run ./bench/export -sayso SAYSO /tmp/10k.db /tmp/100k.db > bench/reports/export.txt
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	program := flag.String("sayso", "sayso", "the program to measure")
	formats := flag.String("formats", "jsonl,bundle,csv,acled-csv,ucdp-csv,plover,hxl,geojson,parquet,stix,ftm,prov", "formats to write")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("name the stores to export")
	}
	if err := measure(os.Stdout, *program, strings.Split(*formats, ","), flag.Args()); err != nil {
		log.Fatal(err)
	}
}

// run is what an export took.
type run struct {
	size   int64
	cpu    time.Duration
	memory int64 // bytes at most
}

func measure(w io.Writer, program string, formats, stores []string) error {
	dir, err := os.MkdirTemp("", "export")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	key := filepath.Join(dir, "k.pem")
	if out, err := exec.Command(program, "export", "--new-key", key).CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	fmt.Fprintf(w, "%-10s", "")
	for _, s := range stores {
		fmt.Fprintf(w, "  %32s", filepath.Base(s))
	}
	fmt.Fprintf(w, "\n%-10s", "format")
	for range stores {
		fmt.Fprintf(w, "  %10s %9s %11s", "MB", "cpu s", "memory MB")
	}
	fmt.Fprintln(w)
	for _, f := range formats {
		fmt.Fprintf(w, "%-10s", f)
		for _, s := range stores {
			r, err := export(program, f, s, key, filepath.Join(dir, "out"))
			if err != nil {
				return fmt.Errorf("%s of %s: %w", f, s, err)
			}
			fmt.Fprintf(w, "  %10.1f %9.1f %11.0f", float64(r.size)/1e6, r.cpu.Seconds(), float64(r.memory)/1e6)
		}
		fmt.Fprintln(w)
	}
	return nil
}

// export runs the program once and weighs it.
func export(program, format, store, key, file string) (run, error) {
	c := exec.Command(program, "export", "--store", store, "--format", format, "--key", key, "--out", file)
	if out, err := c.CombinedOutput(); err != nil {
		return run{}, fmt.Errorf("%w: %s", err, out)
	}
	info, err := os.Stat(file)
	if err != nil {
		return run{}, err
	}
	return run{info.Size(), c.ProcessState.UserTime() + c.ProcessState.SystemTime(), peak(c.ProcessState)}, nil
}
