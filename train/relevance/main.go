// Command relevance learns the words of the gate from the dev messages of MUC
// and the articles of india-police-events that report something, and writes
// data/lexicon/relevance/learned.tsv.
//
//	go run ./train/relevance
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"sayso/internal/document"
	eval "sayso/internal/eval/relevance"
	"sayso/internal/pipeline"
)

const (
	shared = "../shared"
	out    = "data/lexicon/relevance/learned.tsv"
)

func main() {
	log.SetFlags(0)
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	messages, err := eval.Messages(filepath.Join(shared, "data", "muc34"), "dev")
	if err != nil {
		return err
	}
	police, err := eval.Police(filepath.Join(shared, "data", "india-police-events", "dev"))
	if err != nil {
		return err
	}
	for _, x := range police {
		if x.Relevant { // one without a label may still report something else
			messages = append(messages, x)
		}
	}
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		return err
	}
	var examples []eval.Example
	for _, x := range messages {
		d, err := chain.Run(ctx, x.Article, document.LayerSentences)
		if err != nil {
			return err
		}
		examples = append(examples, eval.Example{Doc: d, Relevant: x.Relevant})
	}
	return write(eval.Learn(examples))
}

func write(leanings map[string]int32) error {
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "# What words say of an article: word (lower case), leaning in hundredths; (always)")
	fmt.Fprintln(w, "# counts for each article. Read by internal/claims/relevance, made by train/relevance.")
	words := make([]string, 0, len(leanings))
	for x := range leanings {
		words = append(words, x)
	}
	slices.Sort(words)
	for _, x := range words {
		if x[0] != '#' {
			fmt.Fprintf(w, "%s\t%d\n", x, leanings[x])
		}
	}
	return w.Flush()
}
