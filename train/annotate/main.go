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
	m := maker{data: data, date: date, out: out, start: time.Now()}
	var err error
	if m.words, err = wordclass.Load(); err != nil {
		return err
	}
	steps := []struct {
		name  string
		make  func() error
		asked bool // made only when asked for
	}{{"sentence", m.sentence, false}, {"tag", m.tag, false}, {"depparse", m.depparse, false},
		{"cards", func() error { return cards(data, out, date) }, true}, {"folds", func() error { return folds(data, m.words) }, true}}
	for _, s := range steps {
		if only == s.name || only == "" && !s.asked {
			if err := s.make(); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
		}
	}
	return nil
}

// maker makes models.
type maker struct {
	data, out, date string
	words           *wordclass.Table
	start           time.Time
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
