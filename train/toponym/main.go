// Command toponym learns the weights of ground/toponym from LGL and TR-News and
// writes them to data/gazetteer/toponym-weights.tsv.
//
//	go run ./train/toponym --data ../shared/data/geoparsing
//
// The names of detection features hold words of the texts; each occurs in three
// documents or more.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"sayso/internal/eval"
	"sayso/internal/eval/places"
	"sayso/internal/eval/places/fit"
	"sayso/internal/gazetteer"
)

func main() {
	data := flag.String("data", "../shared/data/geoparsing", "folder of the corpora")
	out := flag.String("out", "data/gazetteer/toponym-weights.tsv", "file to write")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "toponym:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	g, err := gazetteer.Load()
	if err != nil {
		return err
	}
	var examples []fit.Example
	for _, set := range []string{"LGL", "TR-News"} {
		read, err := places.Prepare(context.Background(), eval.Options{Data: data}, set)
		if err != nil {
			return err
		}
		for i := range read {
			examples = append(examples, read[i].Example)
		}
	}
	m := fit.Train(g, examples)
	fmt.Printf("%d texts, %d detection weights\n", len(examples), len(m.Detect))
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	return errors.Join(m.Write(f), f.Close())
}
