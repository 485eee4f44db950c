// Command factuality trains the model of the factuality stage on UDS-IH2, UW,
// MEANTIME and MegaVeridicality.
//
//	go run ./train/factuality -data ../shared/data/factuality -out data/models/factuality/en-2026-11-24
//
// One model serves all. The corpora differ in what they ask: UDS-IH2 makes of a
// plan something that certainly did not happen, UW something that may. While it
// is trained the answer for a corpus is the network's, scaled and shifted by two
// numbers of that corpus; what is kept has those of UW, whose texts are news.
package main

import (
	"flag"
	"fmt"
	"log"

	"sayso/internal/claims/factuality/signal"
	eval "sayso/internal/eval/factuality"
	"sayso/internal/model"
)

// settings of a training.
type settings struct {
	epochs, least, networks int
	rate                    float64
}

func main() {
	dir := flag.String("data", "../shared/data/factuality", "the corpora")
	out := flag.String("out", "data/models/factuality/en-2026-11-24", "where the model goes")
	var c settings
	flag.IntVar(&c.epochs, "epochs", 14, "rounds over the data")
	flag.IntVar(&c.least, "least", 5, "times that a feature must occur")
	flag.IntVar(&c.networks, "networks", 2, "networks whose mean is the model")
	flag.Float64Var(&c.rate, "rate", 0.001, "first learning rate")
	flag.Parse()
	if err := run(*dir, *out, c); err != nil {
		log.Fatal(err)
	}
}

func run(dir, out string, c settings) error {
	data, err := load(dir, "train")
	if err != nil {
		return err
	}
	keys := frequent(data, c.least)
	log.Printf("%d happenings, %d features", len(data), len(keys))
	var networks []*signal.Network
	for seed := range c.networks {
		t, err := newTrainer(keys, uint64(seed+1))
		if err != nil {
			return err
		}
		t.fit(data, c)
		networks = append(networks, t.quantised(keys))
		m, err := signal.NewModel(networks...)
		if err != nil {
			return err
		}
		if err := score(dir, m); err != nil {
			return err
		}
	}
	m, err := signal.NewModel(networks...)
	if err != nil {
		return err
	}
	return model.Save(out, "factuality", m.Payload())
}

// example is a happening of a corpus.
type example struct {
	corpus int
	label  float32
	in     signal.Input
	rows   []int32
}

func load(dir, split string) ([]example, error) {
	parser, err := eval.NewParser()
	if err != nil {
		return nil, err
	}
	reader, err := signal.NewReader()
	if err != nil {
		return nil, err
	}
	var data []example
	for n, c := range eval.Corpora {
		sentences, err := eval.Read(dir, c, split)
		if err != nil {
			return nil, err
		}
		for _, s := range sentences {
			d, err := parser.Parse(s.Words)
			if err != nil {
				return nil, err
			}
			tree := reader.Tree(d)
			for _, target := range s.Targets {
				sig := tree.Read(target.Token)
				data = append(data, example{corpus: n, label: float32(target.Label), in: tree.Input(&sig, signal.NoPart)})
			}
		}
	}
	return data, nil
}

// frequent numbers the features that occur often enough and writes the numbers
// of each example's.
func frequent(data []example, least int) []uint32 {
	count := map[uint32]int{}
	for i := range data {
		for _, k := range data[i].in.Keys {
			count[k]++
		}
	}
	var keys []uint32
	number := map[uint32]int32{}
	for i := range data {
		for _, k := range data[i].in.Keys {
			if count[k] < least {
				continue
			}
			n, ok := number[k]
			if !ok {
				n = int32(len(keys))
				number[k] = n
				keys = append(keys, k)
			}
			data[i].rows = append(data[i].rows, n)
		}
	}
	return keys
}

func score(dir string, m *signal.Model) error {
	for _, c := range eval.Corpora {
		f, err := eval.Measure(eval.Part{Dir: dir, Corpus: c, Split: "dev"}, m)
		if err != nil {
			return err
		}
		fmt.Printf("%s dev: r %.3f MAE %.3f\n", c, f.Pearson, f.MAE)
	}
	return nil
}
