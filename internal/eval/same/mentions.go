package same

import (
	"context"
	"strconv"
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/ecbplus"
	"sayso/internal/kern"
	"sayso/internal/model/wordvec"
)

// mention is a gold mention of an event with what the chain read around it.
type mention struct {
	id, chain string
	doc       int
	sentence  int // of the document; the first is 0
	upos      document.UPOS
	lemma     string
	words     []string        // lemmas of its content words
	context   map[string]bool // lemmas of the other content words of its sentence
	names     map[string]bool // words of the names in its sentence, pronouns resolved
	numbers   map[string]bool // of its sentence
	agent     argument
	object    argument
	vector    []byte // of the head
}

// argument is what stands as subject or object of a mention; the zero value is
// none.
type argument struct {
	head  string          // lemma
	names map[string]bool // words of its name, if it has one
}

// article is a document of the corpus as a bag of words, with its mentions.
type article struct {
	id, seminal string
	topic       int
	bags        [bagCount]map[string]int // lemmas of content words, with their number
	mentions    []*mention
	words       []candidate
}

// reader annotates articles and reads the mentions that were checked for links.
type reader struct {
	chain   eval.Chain
	vectors *wordvec.Table
	doc     *document.Document
}

func (r *reader) read(ctx context.Context, docs []ecbplus.Doc) ([]*article, error) {
	var out []*article
	for i := range docs {
		d, err := r.chain.Run(ctx, &docs[i].Article, document.LayerEvents)
		if err != nil {
			return nil, err
		}
		r.doc = d
		a := &article{id: docs[i].ID, seminal: docs[i].Seminal, topic: docs[i].Topic}
		r.bags(a)
		heads := map[int]*mention{}
		for k := range docs[i].Mentions {
			if m := &docs[i].Mentions[k]; m.Action() && m.Checked {
				if at := r.tokens(m); len(at) > 0 {
					n := r.mentionAt(at)
					n.id, n.chain, n.doc = a.id+"#"+strconv.Itoa(k), m.Chain, len(out)
					a.mentions = append(a.mentions, n)
					heads[r.head(at)] = n
				}
			}
		}
		a.words = r.candidates(a, &docs[i], heads)
		for k := range a.words {
			a.words[k].doc = len(out)
		}
		out = append(out, a)
	}
	return out, nil
}

// The bags that articles are compared by.
const (
	bagAll    = iota
	bagNames  // proper nouns
	bagThings // nouns
	bagDeeds  // verbs
	bagFigures
	bagLead // the first three sentences
	bagCount
)

var bagTitles = [bagCount]string{"words", "names", "nouns", "verbs", "numbers", "beginnings"}

// lead is the number of sentences that say what an article is about.
const lead = 3

func (r *reader) bags(a *article) {
	for i := range a.bags {
		a.bags[i] = map[string]int{}
	}
	for t := range r.doc.Tokens {
		if !r.content(t) {
			continue
		}
		w := r.lemma(t)
		a.bags[bagAll][w]++
		switch r.doc.Tags[t].UPOS {
		case document.PROPN:
			a.bags[bagNames][w]++
		case document.NOUN:
			a.bags[bagThings][w]++
		case document.VERB:
			a.bags[bagDeeds][w]++
		case document.NUM:
			a.bags[bagFigures][w]++
		}
		if r.doc.SentenceOf(t) < lead {
			a.bags[bagLead][w]++
		}
	}
}

// tokens are the tokens of the chain that a mention touches.
func (r *reader) tokens(m *ecbplus.Mention) []int {
	var out []int
	for t, tok := range r.doc.Tokens {
		for _, s := range m.Spans {
			if int(tok.Start) < s.End && s.Start < int(tok.End) {
				out = append(out, t)
				break
			}
		}
	}
	return out
}

func (r *reader) lemma(t int) string { return strings.ToLower(r.doc.Tags[t].Lemma) }

// content reports whether a token says something by itself.
func (r *reader) content(t int) bool {
	switch r.doc.Tags[t].UPOS {
	case document.NOUN, document.PROPN, document.VERB, document.ADJ, document.NUM:
		return len(r.doc.Word(t)) > 1
	}
	return false
}

// mentionAt is a mention of some tokens.
func (r *reader) mentionAt(at []int) *mention {
	head := r.head(at)
	d := r.doc
	out := &mention{sentence: d.SentenceOf(head), upos: d.Tags[head].UPOS, lemma: r.lemma(head),
		context: map[string]bool{}, names: map[string]bool{}, numbers: map[string]bool{}}
	out.vector = r.vectors.Of(kern.Word(out.lemma))
	own := map[int]bool{}
	for _, t := range at {
		own[t] = true
		if r.content(t) {
			out.words = append(out.words, r.lemma(t))
		}
	}
	if s := out.sentence; s >= 0 {
		for t := d.Sentences[s].First; t < d.Sentences[s].End; t++ {
			if !own[t] && r.content(t) {
				out.context[r.lemma(t)] = true
			}
			if d.Tags[t].UPOS == document.NUM {
				out.numbers[r.lemma(t)] = true
			}
			r.addNames(t, out.names)
		}
	}
	r.arguments(head, out)
	return out
}

// head is the token of a mention that hangs on none of the others; of several
// the first that is a verb or noun.
func (r *reader) head(at []int) int {
	in := map[int]bool{}
	for _, t := range at {
		in[t] = true
	}
	best := -1
	for _, t := range at {
		if in[int(r.doc.Arcs[t].Head)] {
			continue
		}
		if best < 0 || !r.content(best) && r.content(t) {
			best = t
		}
	}
	if best < 0 {
		return at[len(at)-1]
	}
	return best
}

// addNames adds the words of the name that token t is part of or, being the
// head of a pronoun or description, refers to.
func (r *reader) addNames(t int, to map[string]bool) {
	d := r.doc
	if d.Tags[t].UPOS == document.PROPN {
		to[r.lemma(t)] = true
	}
	if e := d.EntityAt(t); e >= 0 {
		n := d.Entities[e].Name
		for k := n.First; k < n.End; k++ {
			if d.Tags[k].UPOS == document.PROPN {
				to[r.lemma(k)] = true
			}
		}
	}
}

var (
	relPoss, relObl, relNmod = document.ParseRel("nmod:poss"), document.ParseRel("obl"), document.ParseRel("nmod")
	relCompound, relXcomp    = document.ParseRel("compound"), document.ParseRel("xcomp")
	relConj, relAdvcl        = document.ParseRel("conj"), document.ParseRel("advcl")
	relAcl, relRelcl         = document.ParseRel("acl"), document.ParseRel("acl:relcl")
)

// arguments are the subject and object of a head, also where it is a noun or
// in the passive.
func (r *reader) arguments(head int, m *mention) {
	d := r.doc
	for t := range d.Arcs {
		if int(d.Arcs[t].Head) != head {
			continue
		}
		switch d.Arcs[t].Rel {
		case document.Nsubj, document.NsubjOuter, relPoss:
			m.agent = r.argument(t)
		case document.NsubjPass, document.Obj:
			m.object = r.argument(t)
		case relObl, relNmod, relCompound:
			if m.object.head == "" {
				m.object = r.argument(t)
			}
		}
	}
	if up := int(d.Arcs[head].Head); up >= 0 && m.agent.head == "" {
		switch d.Arcs[head].Rel {
		case relXcomp, relConj, relAdvcl:
			for t := range d.Arcs {
				if int(d.Arcs[t].Head) == up && d.Arcs[t].Rel == document.Nsubj {
					m.agent = r.argument(t)
				}
			}
		case relAcl, relRelcl:
			m.agent = r.argument(up)
		}
	}
}

func (r *reader) argument(t int) argument {
	a := argument{head: r.lemma(t), names: map[string]bool{}}
	r.addNames(t, a.names)
	for k := range r.doc.Arcs {
		if int(r.doc.Arcs[k].Head) == t {
			r.addNames(k, a.names)
		}
	}
	return a
}
