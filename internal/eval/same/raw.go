package same

import (
	"fmt"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/clusters"
	"sayso/internal/eval/ecbplus"
	"sayso/internal/kern"
	"sayso/internal/model/logit"
	"sayso/internal/model/wordvec"
)

// candidate is a content word of a sentence whose links were annotated, with
// what tells whether it is a mention of an event, and the mention it would be.
type candidate struct {
	mention
	values []int
	yes    bool // it heads a gold mention
}

// wordKinds and wordRels are the parts of speech and the relations that are
// features of a candidate.
var (
	wordKinds = []document.UPOS{document.NOUN, document.VERB, document.PROPN, document.ADJ}
	wordRels  = []document.Rel{document.Root, document.Nsubj, document.NsubjPass, document.Obj, relObl, relNmod, relCompound, relXcomp, relConj, relAdvcl, relAcl, relRelcl,
		document.ParseRel("ccomp"), document.ParseRel("amod"), document.ParseRel("appos"), document.ParseRel("parataxis")}
	wordEndings = []string{"ing", "ion", "ment", "ed", "al", "ure", "er"}
)

// reported is the feature that the chain's own event stage takes the word for a
// report of a happening; noWord that it has no vector.
const reported, noWord = "event", "no vector"

// wordFeatures are the names of a candidate's values.
var wordFeatures = func() []string {
	out := []string{reported, noWord}
	for _, k := range wordKinds {
		out = append(out, k.String())
	}
	for _, k := range wordKinds[:2] {
		for i := range wordRels {
			out = append(out, k.String()+" "+wordRels[i].String())
		}
		for _, e := range wordEndings {
			out = append(out, k.String()+" -"+e)
		}
		for i := range wordvec.Dims {
			out = append(out, fmt.Sprintf("%s %d", k, i))
		}
	}
	return out
}()

// candidates are the words of an article that may be mentions. gold are the
// tokens that head a gold mention, with its id and chain.
func (r *reader) candidates(a *article, doc *ecbplus.Doc, gold map[int]*mention) []candidate {
	checked := checkedLines(doc)
	events := map[int]bool{}
	for i := range r.doc.Events {
		events[r.doc.Events[i].Trigger] = true
	}
	var out []candidate
	for t, tok := range r.doc.Tokens {
		if !r.content(t) || r.doc.Tags[t].UPOS == document.NUM || !checked(int(tok.Start)) {
			continue
		}
		c := candidate{mention: *r.mentionAt([]int{t}), values: r.word(t, events[t])}
		c.id = fmt.Sprintf("%s@%d", a.id, t)
		if g := gold[t]; g != nil {
			c.id, c.chain, c.yes = g.id, g.chain, true
		}
		out = append(out, c)
	}
	return out
}

// checkedLines tells whether an offset lies in a line of the text, a sentence of
// the corpus, that holds something whose links were annotated.
func checkedLines(doc *ecbplus.Doc) func(at int) bool {
	text := doc.Article.Reading()
	line := func(at int) int { return strings.Count(text[:at], "\n") }
	in := map[int]bool{}
	for i := range doc.Mentions {
		if m := &doc.Mentions[i]; m.Checked && len(m.Spans) > 0 {
			in[line(m.Spans[0].Start)] = true
		}
	}
	return func(at int) bool { return in[line(at)] }
}

// word measures a candidate.
func (r *reader) word(t int, event bool) []int {
	out := make([]int, len(wordFeatures))
	on := func(i int, yes bool) {
		if yes {
			out[i] = logit.Full
		}
	}
	tag, lemma := r.doc.Tags[t].UPOS, r.lemma(t)
	v := r.vectors.Of(kern.Word(lemma))
	on(0, event)
	on(1, v == nil)
	at := 2
	for _, k := range wordKinds {
		on(at, tag == k)
		at++
	}
	for _, k := range wordKinds[:2] {
		for i := range wordRels {
			on(at+i, tag == k && r.doc.Arcs[t].Rel == wordRels[i])
		}
		at += len(wordRels)
		for i, e := range wordEndings {
			on(at+i, tag == k && strings.HasSuffix(strings.ToLower(r.doc.Word(t)), e))
		}
		at += len(wordEndings)
		for i := range v {
			if tag == k {
				out[at+i] = int(int8(v[i])) * logit.Full >> wordvec.Bits
			}
		}
		at += wordvec.Dims
	}
	return out
}

// detected returns the lab with the words in the place of the gold mentions that
// a decision learnt on the topics outside their fold takes for mentions. It
// links them by what was learnt on gold mentions.
func (l *lab) detected() (*lab, error) {
	out := *l
	out.learnt, out.pairs, out.articles = l, nil, nil
	models := map[folds]*logit.Model{}
	for f := range foldCount {
		var data []logit.Instance
		for i, a := range l.articles {
			if l.fold(i) != 1<<f {
				for k := range a.words {
					data = append(data, logit.Instance{Values: a.words[k].values, Yes: a.words[k].yes})
				}
			}
		}
		m, err := logit.Learner{Names: wordFeatures, L2: 3}.Fit(data)
		if err != nil {
			return nil, err
		}
		models[1<<f] = m
	}
	for i, a := range l.articles {
		b := *a
		b.mentions = nil
		for k := range a.words {
			if models[l.fold(i)].Score(a.words[k].values) >= 0 {
				b.mentions = append(b.mentions, &a.words[k].mention)
			}
		}
		out.articles = append(out.articles, &b)
	}
	return &out, nil
}

// raw adds the figures from raw text.
func (l *lab) raw(r *eval.Report, key clusters.Partition, like [][]float64, group []int, cut float64) error {
	found, err := l.detected()
	if err != nil {
		return err
	}
	blocks, _, err := found.compare(like)
	if err != nil {
		return err
	}
	n, right := 0, 0
	for _, a := range found.articles {
		for _, m := range a.mentions {
			n++
			if m.chain != "" {
				right++
			}
		}
	}
	p, q := float64(right)/float64(max(n, 1)), float64(right)/float64(max(len(key), 1))
	r.Add("raw_mentions", 2*p*q/max(p+q, 1e-9))
	r.Add("raw_mentions_p", p)
	r.Add("raw_mentions_r", q)
	add(r, "raw_", "conll", clusters.Score(key, merged(blocks, cut)))
	found.baselines(r, "raw_", key, group)
	return nil
}
