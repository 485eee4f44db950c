package policeevents

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"sayso/internal/eval"
	"sayso/internal/model/hashlin"
)

// Task is `sayso eval police --data DIR`.
var Task = eval.Task{Name: name, Doc: "does a sentence report what police did: any action, a killing, an arrest, force", Run: run}

// name is the task on the command line.
const name = "police"

// Folds is the number of parts that the documents are cut into.
const Folds = 5

// questions are the labels of the corpus and the names of the figures.
var questions = []struct{ label, name string }{
	{"ANY_ACTION", "any_action"}, {"KILL", "kill"}, {"ARREST", "arrest"}, {"FORCE", "force"},
}

// sentence is a line of sents.jsonl.
type sentence struct {
	Doc    int      `json:"doc_id"`
	Sent   int      `json:"sent_id"`
	Labels []string `json:"sent_labels"`
	Text   string   `json:"sent_text"`
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	sents, err := read(o.Data)
	if err != nil {
		return nil, err
	}
	sents = slices.DeleteFunc(sents, func(s sentence) bool { return !o.Takes(fmt.Sprint(s.Doc)) })
	keys, err := featuresOf(ctx, o, sents)
	if err != nil {
		return nil, err
	}
	r := &eval.Report{Task: name, Set: "dev, five-fold by document"}
	for _, q := range questions {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		truth := make([]bool, len(sents))
		for i := range sents {
			truth[i] = slices.Contains(sents[i].Labels, q.label)
		}
		said := crossValidate(sents, keys, truth)
		report(r, q.name, sents, truth, said)
	}
	r.AddCount("sentences", len(sents))
	return r, nil
}

func read(dir string) ([]sentence, error) {
	f, err := os.Open(filepath.Join(dir, "sents.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sentence
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var s sentence
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("sents.jsonl:%d: %w", n, err)
		}
		out = append(out, s)
	}
	return out, lines.Err()
}

// foldOf spreads documents over the folds by a fixed hash of their number.
func foldOf(doc int) int { return int(hashlin.Key(77, uint32(doc)) % Folds) }

// crossValidate answers a question for each sentence with models that have not
// seen its document: one of the signs and one of the words, added with the
// weight, and held against the threshold, that are best on the other folds.
func crossValidate(sents []sentence, keys features, truth []bool) []bool {
	signs := outOfFold(sents, keys.signs, truth, hashlin.Learner{Loss: hashlin.Logistic, Epochs: 12, Rate: 0.1, L2: 1e-2, MinDocs: 4, Seed: 5})
	words := outOfFold(sents, keys.words, truth, hashlin.Learner{Loss: hashlin.Logistic, Epochs: 12, Rate: 0.05, L2: 1e-4, MinDocs: 3, Seed: 5})
	said := make([]bool, len(sents))
	for fold := range Folds {
		var best choice
		var score []float64
		for _, w := range shares {
			sum := make([]float64, len(sents))
			for i := range sum {
				sum[i] = signs[i] + w*words[i]
			}
			if c := bestThreshold(sum, truth, func(i int) bool { return foldOf(sents[i].Doc) != fold }); score == nil || c.f1 > best.f1 {
				best, score = c, sum
			}
		}
		for i := range sents {
			if foldOf(sents[i].Doc) == fold {
				said[i] = score[i] >= best.from
			}
		}
	}
	return said
}

// shares are the weights that the model of the words may have.
var shares = []float64{0, 0.3, 0.6, 1}

// outOfFold scores every sentence by a model of the other folds.
func outOfFold(sents []sentence, keys [][]uint32, truth []bool, l hashlin.Learner) []float64 {
	score := make([]float64, len(sents))
	for fold := range Folds {
		var train []hashlin.Instance
		for i := range sents {
			if foldOf(sents[i].Doc) != fold {
				train = append(train, hashlin.Instance{Doc: sents[i].Doc, Target: target(truth[i]), Cand: [][]uint32{keys[i]}})
			}
		}
		fresh := l
		g := fresh.Fit(train)
		for i := range sents {
			if foldOf(sents[i].Doc) == fold {
				score[i] = g.Score(keys[i])
			}
		}
	}
	return score
}

func target(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// bestThreshold is the score from which saying yes gives the highest F1 among
// the sentences that count, halfway to the next lower one.
func bestThreshold(score []float64, truth []bool, counts func(int) bool) choice {
	var order []int
	all := 0
	for i := range score {
		if counts(i) {
			order = append(order, i)
			if truth[i] {
				all++
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case score[a] > score[b]:
			return -1
		case score[a] < score[b]:
			return 1
		}
		return 0
	})
	var best choice
	right := 0
	for n, i := range order {
		if truth[i] {
			right++
		}
		if f := 2 * float64(right) / float64(n+1+all); f > best.f1 {
			best = choice{f, score[i]}
			if n+1 < len(order) {
				best.from = (score[i] + score[order[n+1]]) / 2
			}
		}
	}
	return best
}

// choice is a threshold and the F1 that it gives.
type choice struct{ f1, from float64 }

type tally struct{ right, said, is int }

func (t tally) figures() (f, p, r float64) {
	if t.said > 0 {
		p = float64(t.right) / float64(t.said)
	}
	if t.is > 0 {
		r = float64(t.right) / float64(t.is)
	}
	if t.said+t.is > 0 {
		f = 2 * float64(t.right) / float64(t.said+t.is)
	}
	return f, p, r
}

// rounds is the number of bootstrap samples.
const rounds = 1000

func report(r *eval.Report, name string, sents []sentence, truth, said []bool) {
	var all tally
	var docs []tally
	at := map[int]int{}
	for i := range sents {
		k, ok := at[sents[i].Doc]
		if !ok {
			k = len(docs)
			at[sents[i].Doc] = k
			docs = append(docs, tally{})
		}
		for _, t := range []*tally{&all, &docs[k]} {
			if said[i] {
				t.said++
			}
			if truth[i] {
				t.is++
			}
			if said[i] && truth[i] {
				t.right++
			}
		}
	}
	f, p, rec := all.figures()
	low, high := interval(docs)
	r.Figures = append(r.Figures, eval.Figure{Name: name + "_f1", Value: f, Low: low, High: high})
	r.Add(name+"_p", p)
	r.Add(name+"_r", rec)
}

// interval is the 95 % percentile interval of F1 over samples of documents.
func interval(docs []tally) (low, high float64) {
	rnd := rand.New(rand.NewPCG(20240602, 1))
	values := make([]float64, rounds)
	for i := range values {
		var t tally
		for range docs {
			d := docs[rnd.IntN(len(docs))]
			t.right, t.said, t.is = t.right+d.right, t.said+d.said, t.is+d.is
		}
		values[i], _, _ = t.figures()
	}
	slices.Sort(values)
	return values[rounds*25/1000], values[rounds*975/1000]
}
