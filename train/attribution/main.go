// Command attribution trains the model of the attribution stage on PolNeAR.
//
//	go run ./train/attribution -data ../shared/data/polnear -out data/models/attribution/en-2026-11-24
//
// Articles with several annotators are used once an annotator, each with a
// share of the weight. Words marked Discuss or Discard are treated like any
// others. A span in pieces teaches by the piece next to the cue on each side.
package main

import (
	"context"
	"flag"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sayso"
	"sayso/internal/annotate/depparse"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tag"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
	eval "sayso/internal/eval/attribution"
	"sayso/internal/model"
	"sayso/internal/model/hashlin"
	"sayso/internal/pipeline"
)

func main() {
	dir := flag.String("data", "../shared/data/polnear", "the corpus")
	out := flag.String("out", "data/models/attribution/en-2026-11-24", "where the model goes")
	cache := flag.String("cache", "", "folder for parsed articles between runs; none where empty")
	only := flag.String("only", "", "groups to train, separated by commas; the others are kept from the model in -out")
	score := flag.String("score", "", "train nothing; score the model that the program carries on this split, trees from the cache")
	flag.Parse()
	if *score != "" {
		if err := check(*dir, *score, *cache); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run(*dir, *out, *cache, *only); err != nil {
		log.Fatal(err)
	}
}

func run(dir, out, cache, only string) error {
	coded, err := eval.ReadPolnear(dir, "train")
	if err != nil {
		return err
	}
	articles, err := parse(coded, cache)
	if err != nil {
		return err
	}
	lex, err := frame.LoadLexicon()
	if err != nil {
		return err
	}
	groups := map[string]*hashlin.Group{}
	for _, t := range tasks() {
		if only != "" && !strings.Contains(","+only+",", ","+t.name+",") {
			if g, err := kept(out, t.name); err == nil && g != nil {
				groups[t.name] = g
				continue
			}
		}
		start := time.Now()
		g := t.fit(lex, articles)
		log.Printf("%s: %d weights, %s", t.name, g.Len(), time.Since(start).Round(time.Second))
		groups[t.name] = g
	}
	return model.Save(out, "attribution", hashlin.New(groups).Payload())
}

// kept is a group of the model that was written before.
func kept(out, name string) (*hashlin.Group, error) {
	file, err := os.ReadFile(filepath.Join(out, "model.bin"))
	if err != nil {
		return nil, err
	}
	payload, err := model.Unpack(file)
	if err != nil {
		return nil, err
	}
	m, err := hashlin.Parse(payload)
	if err != nil {
		return nil, err
	}
	return m.Group(name), nil
}

// task is one group: how its instances are made and how it is fitted.
type task struct {
	name    string
	make    maker
	learner hashlin.Learner
}

func tasks() []task {
	soft := hashlin.Learner{Loss: hashlin.Softmax, Epochs: 6, Rate: 0.1, Seed: 1}
	yes := hashlin.Learner{Loss: hashlin.Logistic, Epochs: 8, Rate: 0.1, Seed: 1}
	return []task{
		{frame.GroupCue, cues, yes},
		{frame.GroupCueSpan, cueSpans, soft},
		{frame.GroupSource, sources, soft},
		{frame.GroupLeft, contents(frame.Left), soft},
		{frame.GroupRight, contents(frame.Right), soft},
		{frame.GroupRun, runs, yes},
	}
}

func (t *task) fit(lex *frame.Lexicon, articles []*article) *hashlin.Group {
	var data []hashlin.Instance
	for _, a := range articles {
		t.make(lex, a, func(in hashlin.Instance) { data = append(data, in) })
	}
	log.Printf("%s: %d instances", t.name, len(data))
	return t.learner.Fit(data)
}

// parse reads every article up to its trees.
func parse(coded []eval.Coded, cache string) ([]*article, error) {
	chain, err := chain()
	if err != nil {
		return nil, err
	}
	var out []*article
	views := map[string]*frame.View{}
	number := map[string]int{}
	for i := range coded {
		c := &coded[i]
		v := views[c.Name]
		if v == nil {
			d, err := eval.Cached(cache, c.Name, c.Text, func(a *sayso.Article) (*document.Document, error) {
				return chain.Run(context.Background(), a, document.LayerTrees)
			})
			if err != nil {
				return nil, err
			}
			v = frame.NewView(d)
			number[c.Name] = len(views)
			views[c.Name] = v
		}
		out = append(out, newArticle(number[c.Name], v, c))
	}
	return out, nil
}

func chain() (*pipeline.Pipeline, error) {
	tagger, err := tag.New()
	if err != nil {
		return nil, err
	}
	parser, err := depparse.New()
	if err != nil {
		return nil, err
	}
	return pipeline.New(tokenize.New(), sentence.New(), tagger, parser)
}
