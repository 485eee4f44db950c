// Command annotate makes the models of the annotate stages from the treebanks:
// tags and lemmas (data/models/tag) and dependency trees (data/models/depparse).
//
//	go run ./train/annotate -only tag       # tags first: the parser's check uses them
//	go run ./train/annotate -only depparse
//	go run ./train/annotate -only cards     # scores, with the models built in
//	go run ./train/annotate -only folds     # the figure on GUM's news, five-fold
package main

import (
	"flag"
	"fmt"
	"log"
	"path/filepath"
	"time"

	"sayso/internal/annotate/tag"
	"sayso/internal/model"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "data/models", "folder of the models")
	date := flag.String("date", "2026-11-24", "date of the models")
	only := flag.String("only", "", "make only this: sentence, tag, depparse, cards, folds (scores alone)")
	flag.Parse()
	if err := run(*data, *out, *date, *only); err != nil {
		log.Fatal(err)
	}
}

func run(data, out, date, only string) error {
	if only == "cards" {
		return cards(data, out, date)
	}
	sents, err := readTrain(data)
	if err != nil {
		return err
	}
	n := 0
	for _, s := range sents {
		n += len(s.words)
	}
	words, err := wordclass.Load()
	if err != nil {
		return err
	}
	if only == "folds" {
		vectors, err := wordvec.Load()
		if err != nil {
			return err
		}
		return folds(data, words, vectors)
	}
	start := time.Now()
	if only == "" || only == "sentence" {
		pages, err := readPages(data)
		if err != nil {
			return err
		}
		payload := trainSentences(pages, words)
		fmt.Printf("sentence: %d bytes, %v\n", len(payload), time.Since(start).Round(time.Second))
		if err := model.Save(filepath.Join(out, "sentence", "en-"+date), "sentence", payload); err != nil {
			return err
		}
	}
	fmt.Printf("%d sentences, %d words, %d documents\n", len(sents), n, 1+sents[len(sents)-1].doc)
	if only == "" || only == "tag" {
		payload := trainTagger(sents, words, tagEpochs)
		fmt.Printf("tag: %d bytes, %v\n", len(payload), time.Since(start).Round(time.Second))
		if _, err := tag.Read(payload, words); err != nil {
			return err
		}
		if err := model.Save(filepath.Join(out, "tag", "en-"+date), "tag", payload); err != nil {
			return err
		}
	}
	if only == "" || only == "depparse" {
		sents = recasedShare(sents)
		if err := tagAll(sents, words, tagFolds); err != nil {
			return err
		}
		fmt.Printf("tags for the parser: %v\n", time.Since(start).Round(time.Second))
		vectors, err := wordvec.Load()
		if err != nil {
			return err
		}
		check, err := devCheck(data)
		if err != nil {
			return err
		}
		payload := trainParser(sents, vectors, parseEpochs, check)
		fmt.Printf("depparse: %d bytes, %v\n", len(payload), time.Since(start).Round(time.Second))
		return model.Save(filepath.Join(out, "depparse", "en-"+date), "depparse", payload)
	}
	return nil
}

// tagFolds is the number of parts in which the tags that the parser learns from
// are predicted; parseEpochs is the number of its passes.
const tagFolds, parseEpochs = 4, 24
