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
)

// Task is `sayso eval police --data DIR`.
var Task = eval.Task{Name: name, Doc: "does a sentence report what police did: any action, a killing, an arrest, force", Run: run}

// name is the task on the command line.
const name = "police"

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

// crossValidate answers a question for each sentence with models that have not
// seen its document: the log-odds of the ridge over signs and words and of the
// forest over signs are added, and held against the threshold that is best on
// the other folds.
func crossValidate(sents []sentence, keys features, truth []bool) []bool {
	score := outOfFold(sents, keys.all(), truth, ridge)
	for i, s := range outOfFold(sents, keys.signs, truth, grown) {
		score[i] += s
	}
	said := make([]bool, len(sents))
	for fold := range Folds {
		from := bestThreshold(score, truth, func(i int) bool { return foldOf(sents[i].Doc) != fold }).from
		for i := range sents {
			if foldOf(sents[i].Doc) == fold {
				said[i] = score[i] >= from
			}
		}
	}
	return said
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
