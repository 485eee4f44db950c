// Package joined scores the joining of incidents across articles by itself. Each
// topic is joined by a decision learned on the others, on other topics of ECB+
// and on the articles that the project coded, where `sayso eval gold` uses the model that the program carries, which
// was learned on all.
//
// hand_b3 is B³ over all incidents as people coded them, those that one article
// alone tells among them. chain_b3 is B³ over the incidents that the chain coded
// and that align with one coded by hand, as in sayso eval gold.
package joined

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/internal/eval"
	"sayso/internal/eval/clusters"
	"sayso/internal/incidents"
	"sayso/internal/incidents/link"
	"sayso/internal/lexicon"
	"sayso/internal/model/logit"
)

// Task is `sayso eval joined --data ../shared/gold/joined`.
var Task = eval.Task{Name: "joined", Doc: "incidents joined across articles, coded by hand and by the chain, by a decision learned on other topics", Run: run}

// Corpus is articles coded by hand, with the name of the happening that each
// incident is of.
type Corpus struct {
	Records []sayso.ArticleRecord
	Keys    map[string]string // by id of the incident
	Weight  float64           // of its pairs in learning; 0 is 1
}

// byHand is the weight of pairs that people coded. They teach more trust in
// targets, days and types than what the chain codes deserves.
const byHand = 0.2

// Read reads a folder of articles and codings.
func Read(dir string) (*Corpus, error) {
	files, err := filepath.Glob(filepath.Join(dir, "coded", "*.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no coded articles under it", dir)
	}
	terms, err := words()
	if err != nil {
		return nil, err
	}
	c := &Corpus{Keys: map[string]string{}, Weight: byHand}
	for _, f := range files {
		var a sayso.Article
		if err := read(filepath.Join(dir, "articles", filepath.Base(f)), &a); err != nil {
			return nil, err
		}
		rec := sayso.ArticleRecord{Title: a.Title, Outlet: a.Outlet, Published: a.Published, Terms: terms.Terms(a.Reading())}
		var coded struct {
			Article   string `json:"article"`
			Incidents []struct {
				sayso.Incident
				Key string `json:"key"`
			} `json:"incidents"`
		}
		if err := read(f, &coded); err != nil {
			return nil, err
		}
		rec.Article = coded.Article
		for _, k := range coded.Incidents {
			k.ID = coded.Article + "/" + k.ID
			c.Keys[k.ID] = k.Key
			rec.Incidents = append(rec.Incidents, k.Incident)
		}
		c.Records = append(c.Records, rec)
	}
	return c, nil
}

func read(name string, into any) error {
	raw, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// topic is the topic of an article of ECB+: "12" of "ecb-12-10ecb". Of others it
// is the corpus: "muc" of "muc-DEV-MUC3-0001".
func topic(article string) string {
	corpus, rest, _ := strings.Cut(article, "-")
	if corpus != "ecb" {
		return corpus
	}
	t, _, _ := strings.Cut(rest, "-")
	return t
}

// Topics are the topics of the corpus, in the order of its articles.
func (c *Corpus) Topics() []string {
	var out []string
	for i := range c.Records {
		if t := topic(c.Records[i].Article); len(out) == 0 || out[len(out)-1] != t {
			out = append(out, t)
		}
	}
	return out
}

// Of is the part of the corpus that is on a topic.
func (c *Corpus) Of(t string) *Corpus {
	out := &Corpus{Keys: c.Keys, Weight: c.Weight}
	for i := range c.Records {
		if topic(c.Records[i].Article) == t {
			out.Records = append(out.Records, c.Records[i])
		}
	}
	return out
}

// Instances are all pairs of reports of two articles of a topic that nothing
// excludes. Reports without a key are left out.
func (c *Corpus) Instances(d *link.Decider) []logit.Instance {
	var all []*link.Report
	for i := range c.Records {
		for _, r := range d.Reports(&c.Records[i]) {
			if c.Keys[r.In.ID] != "" {
				all = append(all, r)
			}
		}
	}
	var out []logit.Instance
	for i, a := range all {
		for _, b := range all[:i] {
			if a.Record.Article != b.Record.Article && topic(a.Record.Article) == topic(b.Record.Article) && link.Excluded(a, b) == "" {
				out = append(out, logit.Instance{Values: link.Measure(a, b), Yes: c.Keys[a.In.ID] == c.Keys[b.In.ID]})
			}
		}
	}
	return out
}

// Fit learns the decision on all topics of some corpora but one.
func Fit(l *lexicon.Lexicon, without string, from ...*Corpus) (*logit.Model, error) {
	d, err := link.NewWith(l, &logit.Model{Names: link.Names(), Weights: make([]int, len(link.Names()))})
	if err != nil {
		return nil, err
	}
	var data []logit.Instance
	for _, c := range from {
		for _, t := range c.Topics() {
			if t != without {
				data = append(data, weighed(c.Of(t).Instances(d), cmp.Or(c.Weight, 1))...)
			}
		}
	}
	return logit.Learner{Names: link.Names(), L2: Penalty}.Fit(data)
}

// weighed gives the pairs of a topic such weight that it counts by the root of
// its pairs that are one, and not by their number: one topic with large groups
// tells less of others than several with small ones. All are taken times the
// weight of their corpus.
func weighed(topic []logit.Instance, corpus float64) []logit.Instance {
	one := 0
	for i := range topic {
		if topic[i].Yes {
			one++
		}
	}
	for i := range topic {
		topic[i].Weight = corpus * math.Sqrt(200/float64(one+10))
	}
	return topic
}

// Penalty is the weight of the quadratic penalty.
const Penalty = 8

// Corpora and Others are where the corpora and ECB+ lie, from the folder of
// articles coded by hand.
const (
	Corpora = "../../data"
	Others  = Corpora + "/ecbplus"
)

// Join joins the corpus by a model and returns the partition.
func (c *Corpus) Join(l *lexicon.Lexicon, m *logit.Model) (clusters.Partition, error) {
	d, err := link.NewWith(l, m)
	if err != nil {
		return nil, err
	}
	incidents.With(l, d).Join(c.Records)
	p := clusters.Partition{}
	for i := range c.Records {
		for _, in := range c.Records[i].Incidents {
			p[in.ID] = in.Joined
		}
	}
	return p, nil
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Chain == nil {
		return nil, errors.New("joined: no chain to run")
	}
	hand, err := Read(o.Data)
	if err != nil {
		return nil, err
	}
	coded, err := Coded(ctx, o.Chain, o.Data)
	if err != nil {
		return nil, err
	}
	others, err := Aside(ctx, o.Chain, filepath.Join(o.Data, Others))
	if err != nil {
		return nil, err
	}
	own, err := Own(ctx, o.Chain, filepath.Join(o.Data, Corpora), Standard)
	if err != nil {
		return nil, err
	}
	l, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	r := &eval.Report{Task: "joined", Set: filepath.Base(o.Data) + ", by topic"}
	for _, c := range []struct {
		name string
		*Corpus
	}{{"chain", coded}, {"hand", hand}} {
		if err := c.report(r, l, c.name, hand, coded, others, own); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// report joins each topic by a decision learned on the others.
func (c *Corpus) report(r *eval.Report, l *lexicon.Lexicon, name string, from ...*Corpus) error {
	key, found := clusters.Partition{}, clusters.Partition{}
	for _, t := range c.Topics() {
		m, err := Fit(l, t, from...)
		if err != nil {
			return err
		}
		p, err := c.Of(t).Join(l, m)
		if err != nil {
			return err
		}
		k := clusters.Partition{}
		for id, joined := range p {
			if c.Keys[id] == "" {
				delete(p, id)
				continue
			}
			k[id], key[id], found[id] = c.Keys[id], c.Keys[id], t+joined
		}
		r.Add(name+"_b3_topic_"+t, clusters.B3(k, p).F)
	}
	s := clusters.B3(key, found)
	r.Add(name+"_b3", s.F)
	r.Add(name+"_b3_p", s.P)
	r.Add(name+"_b3_r", s.R)
	r.AddCount(name+"_incidents", len(key))
	return nil
}
