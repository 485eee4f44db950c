// Package same scores the decision whether two mentions are of one event, and
// whether two articles tell of one, on ECB+ (Cybulska and Vossen 2014), with
// gold mentions and without gold topics: all articles of all topics are
// compared with all.
//
// Method. Articles are grouped first, as Yang and others (2015) and Barhom and
// others (2019) do: the likeness of two as bags of words (all, names, nouns,
// verbs, numbers, the beginning; tf-idf of the corpus itself) gives, by
// logistic regression, the probability that they tell of one seminal event;
// average link puts those together that do with probability one half or more.
// In wider groups, mentions are then compared: lemmas, their nearness as word
// vectors, subjects and objects, names, numbers, the rest of the sentence, and
// the likeness of the articles. Average link on those probabilities gives the
// clusters.
//
// Folds. The topics are cut into five parts. A decision about two articles or
// two mentions is made by a model that has seen the topics of neither; what a
// model learns from is measured likewise. One figure, the average probability
// from which clusters merge, is the mean of what is best for the topics outside
// each fold. The baselines are clusters of one head lemma: without topics,
// inside gold topics, inside gold subtopics, and inside the groups found.
//
// From raw text (raw_…): of the content words of the sentences whose links were
// annotated, a logistic regression (part of speech, relation, ending, word
// vector, whether the chain's event stage takes it for a report) learnt on the
// topics outside the fold picks the mentions; it is a gold mention's where it
// heads that. They are linked by the same decisions and scored by the same
// scorer, what only one side has counting against; the baselines are those of
// the same mentions.
package same

import (
	"context"
	"errors"
	"fmt"

	"sayso/internal/eval"
	"sayso/internal/eval/clusters"
	"sayso/internal/eval/ecbplus"
	"sayso/internal/model/wordvec"
)

// Task is `sayso eval same --data ../shared/data/ecbplus`.
var Task = eval.Task{Name: "same", Doc: "mentions of one event and articles on one event, ECB+, with gold mentions and from raw text, five-fold by topic", Run: run}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Chain == nil {
		return nil, errors.New("same: no chain to run")
	}
	docs, err := ecbplus.Read(o.Data)
	if err != nil {
		return nil, err
	}
	kept := docs[:0]
	for _, d := range docs {
		if o.Takes(fmt.Sprint(d.Topic)) {
			kept = append(kept, d)
		}
	}
	vectors, err := wordvec.Load()
	if err != nil {
		return nil, err
	}
	articles, err := (&reader{chain: o.Chain, vectors: vectors}).read(ctx, kept)
	if err != nil {
		return nil, err
	}
	r := &eval.Report{Task: "same", Set: "ECB+, five-fold by topic, gold mentions and raw text"}
	return r, report(r, newLab(articles))
}

func report(r *eval.Report, l *lab) error {
	key, seminal := clusters.Partition{}, clusters.Partition{}
	for _, a := range l.articles {
		seminal[a.id] = a.seminal
		for _, m := range a.mentions {
			key[m.id] = m.chain
		}
	}
	like, err := l.tellings()
	if err != nil {
		return err
	}
	group := averageLink(like, half)
	told := clusters.Partition{}
	for i, a := range l.articles {
		told[a.id] = fmt.Sprint(group[i])
	}
	found, cut, off, err := l.cluster(like, key)
	if err != nil {
		return err
	}
	add(r, "", "conll", clusters.Score(key, found))
	r.Add("merge_from", cut)
	r.Add("calibration_error", off)
	b := clusters.B3(seminal, told)
	r.Add("articles_b3", b.F)
	r.Add("articles_b3_p", b.P)
	r.Add("articles_b3_r", b.R)
	l.baselines(r, "", key, group)
	if err := l.raw(r, key, like, group, cut); err != nil {
		return err
	}
	r.AddCount("articles", len(l.articles))
	r.AddCount("seminal_events", count(seminal))
	r.AddCount("groups", count(told))
	r.AddCount("mentions", len(key))
	r.AddCount("chains", count(key))
	return nil
}

func add(r *eval.Report, before, name string, s clusters.Scores) {
	r.Add(before+name, s.CoNLL)
	for _, m := range []struct {
		name string
		prf  clusters.PRF
	}{{"muc", s.MUC}, {"b3", s.B3}, {"ceaf_e", s.CEAF}} {
		r.Add(before+m.name, m.prf.F)
		r.Add(before+m.name+"_p", m.prf.P)
		r.Add(before+m.name+"_r", m.prf.R)
	}
}

// baselines cluster mentions by head lemma.
func (l *lab) baselines(r *eval.Report, before string, key clusters.Partition, group []int) {
	for _, b := range []struct {
		name string
		in   func(i int) string
	}{
		{"lemma_alone", func(int) string { return "" }},
		{"lemma_in_groups_found", func(i int) string { return fmt.Sprint(group[i]) }},
		{"lemma_in_gold_topics", func(i int) string { return fmt.Sprint(l.articles[i].topic) }},
		{"lemma_in_gold_subtopics", func(i int) string { return l.articles[i].seminal }},
	} {
		p := clusters.Partition{}
		for i, a := range l.articles {
			for _, m := range a.mentions {
				p[m.id] = b.in(i) + "/" + m.lemma
			}
		}
		r.Add(before+b.name, clusters.Score(key, p).CoNLL)
	}
}

func count(p clusters.Partition) int {
	names := map[string]bool{}
	for _, c := range p {
		names[c] = true
	}
	return len(names)
}
