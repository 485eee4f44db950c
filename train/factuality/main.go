// Command factuality trains the model of the factuality stage on UDS-IH2, UW,
// MEANTIME and MegaVeridicality.
//
//	go run ./train/factuality -data ../shared/data/factuality -out data/models/factuality/en-2026-11-24
//
// One model serves all. While it is trained each feature has a second copy for
// its corpus, which takes up what is peculiar to a corpus and is thrown away
// (Daumé III, ACL 2007).
package main

import (
	"flag"
	"fmt"
	"log"
	"slices"

	"sayso/internal/claims/factuality/signal"
	eval "sayso/internal/eval/factuality"
	"sayso/internal/model"
	"sayso/internal/model/hashlin"
)

func main() {
	dir := flag.String("data", "../shared/data/factuality", "the corpora")
	out := flag.String("out", "data/models/factuality/en-2026-11-24", "where the model goes")
	l2 := flag.Float64("l2", 1e-3, "weight decay")
	epochs := flag.Int("epochs", 12, "rounds over the data")
	rate := flag.Float64("rate", 0.02, "learning rate")
	flag.Parse()
	g, err := train(*dir, hashlin.Learner{Loss: hashlin.Squared, L2: *l2, Epochs: *epochs, Rate: *rate, Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d weights", g.Len())
	if err := score(*dir, g); err != nil {
		log.Fatal(err)
	}
	payload := hashlin.New(map[string]*hashlin.Group{"certainty": g}).Payload()
	if err := model.Save(*out, "factuality", payload); err != nil {
		log.Fatal(err)
	}
}

// weights of the corpora: annotations of people who read the event in its
// text count fully, the made-up sentences of MegaVeridicality less.
var weights = map[string]float64{"UDS_IH2": 1, "UW": 1, "MEANTIME": 0.5, "MV2": 0.3}

func train(dir string, l hashlin.Learner) (*hashlin.Group, error) {
	parser, err := eval.NewParser()
	if err != nil {
		return nil, err
	}
	reader, err := signal.NewReader()
	if err != nil {
		return nil, err
	}
	var data []hashlin.Instance
	doc := 0
	for n, c := range eval.Corpora {
		sentences, err := eval.Read(dir, c, "train")
		if err != nil {
			return nil, err
		}
		for _, s := range sentences {
			doc++
			d, err := parser.Parse(s.Words)
			if err != nil {
				return nil, err
			}
			tree := reader.Tree(d)
			for _, target := range s.Targets {
				var b hashlin.Bag
				sig := tree.Read(target.Token)
				tree.Features(&sig, &b)
				data = append(data, hashlin.Instance{Doc: doc, Target: target.Label, Weight: weights[c], Cand: [][]uint32{doubled(b.Keys, uint32(n))}})
			}
		}
	}
	return l.Fit(data), nil
}

// doubled adds the copy of every feature for corpus n.
func doubled(keys []uint32, n uint32) []uint32 {
	out := slices.Clone(keys)
	for _, k := range keys {
		out = append(out, hashlin.Key(0xC0, k, n))
	}
	return out
}

func score(dir string, g *hashlin.Group) error {
	for _, c := range eval.Corpora {
		f, err := eval.Measure(dir, c, "dev", g)
		if err != nil {
			return err
		}
		fmt.Printf("%s dev: r %.3f MAE %.3f\n", c, f.Pearson, f.MAE)
	}
	return nil
}
