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

// newsFolds is the number of parts of the news documents, foldPasses the number
// of passes in which the parser is trained for each.
const newsFolds, foldPasses = 5, 10

// folds scores the parser on the news documents of GUM, train and dev: each
// part with a parser, and tags, that were learned without it.
func folds(data string, words *wordclass.Table) error {
	vectors, err := wordvec.Load()
	if err != nil {
		return err
	}
	sents, err := readTrain(data)
	if err != nil {
		return err
	}
	dev, err := conllu.Files(filepath.Join(data, "gum"), "news", "dev")
	if err != nil {
		return err
	}
	if sents, err = readFiles(sents, dev, 1+sents[len(sents)-1].doc); err != nil {
		return err
	}
	if err := tagAll(sents, words, tagFolds); err != nil {
		return err
	}
	var news []int
	for _, s := range sents {
		if s.genre == "news" && !slices.Contains(news, s.doc) {
			news = append(news, s.doc)
		}
	}
	var all foldCount
	for f := range newsFolds {
		var train, test []sent
		for _, s := range sents {
			if k := slices.Index(news, s.doc); k >= 0 && k%newsFolds == f {
				test = append(test, s)
			} else {
				train = append(train, s)
			}
		}
		payload := trainParser(train, vectors, foldPasses, func(*depparse.Network) string { return "" })
		network, err := depparse.ReadNetwork(payload, vectors)
		if err != nil {
			return err
		}
		if err := all.add(network, test); err != nil {
			return err
		}
		fmt.Printf("fold %d: ", f+1)
		all.print()
	}
	return nil
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
