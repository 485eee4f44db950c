package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/annotate/depparse"
	"sayso/internal/eval/conllu"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

// newsFolds is the number of parts of the news documents. A parser learns for
// basePasses from all that is not news, and for each part goes on from there to
// foldPasses with the other parts among its sentences.
const newsFolds, basePasses, foldPasses = 5, 14, 22

// folds scores the parser on the news documents of GUM, train and dev: each
// part with a parser, and tags, that were learned without it.
func folds(data string, words *wordclass.Table) error {
	vectors, err := wordvec.Load()
	if err != nil {
		return err
	}
	sents, news, err := readNews(data)
	if err != nil {
		return err
	}
	if err := tagAll(sents, words, tagFolds); err != nil {
		return err
	}
	part := func(s *sent) int {
		if k := slices.Index(news, s.doc); k >= 0 {
			return k % newsFolds
		}
		return -1
	}
	pick := func(take func(part int) bool) (out []sent) {
		for i := range sents {
			if take(part(&sents[i])) {
				out = append(out, sents[i])
			}
		}
		return out
	}
	other := pick(func(p int) bool { return p < 0 })
	t := newParseTrainer(other, vectors)
	for epoch := range basePasses {
		t.pass(other, epoch, foldPasses)
		fmt.Printf("pass %d without news: heads right %.4f\n", epoch+1, t.good/t.seen)
	}
	base := t.Snapshot()
	steps := t.adam
	var all foldCount
	for f := range newsFolds {
		t.Restore(base)
		t.adam = steps
		train := pick(func(p int) bool { return p != f })
		for epoch := basePasses; epoch < foldPasses; epoch++ {
			t.pass(train, epoch, foldPasses)
		}
		if err := all.add(t.export(vectors), pick(func(p int) bool { return p == f })); err != nil {
			return err
		}
		fmt.Printf("fold %d: ", f+1)
		all.print()
	}
	return nil
}

// readNews reads the sentences to learn from, with the news of GUM's development
// side, and lists the numbers of the news documents.
func readNews(data string) (sents []sent, news []int, err error) {
	if sents, err = readTrain(data); err != nil {
		return nil, nil, err
	}
	dev, err := conllu.Files(filepath.Join(data, "gum"), "news", "dev")
	if err != nil {
		return nil, nil, err
	}
	if sents, err = readFiles(sents, dev, 1+sents[len(sents)-1].doc); err != nil {
		return nil, nil, err
	}
	for _, s := range sents {
		if s.genre == "news" && !slices.Contains(news, s.doc) {
			news = append(news, s.doc)
		}
	}
	return sents, news, nil
}

// foldCount counts words and right heads and relations.
type foldCount struct{ words, uas, las int }

func (c *foldCount) print() {
	n := float64(max(c.words, 1))
	fmt.Printf("GUM news so far: %d words, UAS %.4f, LAS %.4f\n", c.words, float64(c.uas)/n, float64(c.las)/n)
}

// add parses the sentences and compares, relations without their subtypes.
func (c *foldCount) add(network *depparse.Network, sents []sent) error {
	stage := network.Stage()
	for i := range sents {
		d := documentOf(&sents[i])
		d.Tags = sents[i].tags
		if err := stage.Run(context.Background(), d); err != nil {
			return err
		}
		for k, w := range sents[i].words {
			c.words++
			if int(d.Arcs[k].Head) != w.Head {
				continue
			}
			c.uas++
			got, _, _ := strings.Cut(d.Arcs[k].Rel.String(), ":")
			if want, _, _ := strings.Cut(w.Rel.String(), ":"); got == want {
				c.las++
			}
		}
	}
	return nil
}
