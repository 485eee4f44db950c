package policeevents

import (
	"context"
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/model/hashlin"
)

// treeKeys are what the trees say of a sentence, for the two models.
type treeKeys struct{ words, signs []uint32 }

// treeFeatures reads the trees of the chain: which verbs have police for their
// subject or agent. Without a chain there are none.
func treeFeatures(ctx context.Context, o eval.Options, sents []sentence) ([]treeKeys, error) {
	out := make([]treeKeys, len(sents))
	if o.Chain == nil {
		return out, nil
	}
	for first := 0; first < len(sents); {
		end := first
		var text strings.Builder
		starts := []int{}
		for end < len(sents) && sents[end].Doc == sents[first].Doc {
			starts = append(starts, text.Len())
			text.WriteString(strings.Join(strings.Fields(sents[end].Text), " "))
			text.WriteString("\n\n")
			end++
		}
		article := &sayso.Article{ID: fmt.Sprint(sents[first].Doc), Language: "en", Text: text.String()}
		d, err := o.Chain.Run(ctx, article, document.LayerTrees)
		if err != nil {
			return nil, err
		}
		for i := range d.Tokens {
			k := len(starts) - 1
			for k > 0 && starts[k] > int(d.Tokens[i].Start) {
				k--
			}
			out[first+k].add(d, i)
		}
		first = end
	}
	return out, nil
}

// add adds what token i does, where it is police.
func (t *treeKeys) add(d *document.Document, i int) {
	h := int(d.Arcs[i].Head)
	if classOf(strings.ToLower(d.Word(i))) != cop || h < 0 {
		return
	}
	var w, s hashlin.Bag
	lemma := id(d.Tags[h].Lemma)
	kind := uint32(classOf(strings.ToLower(d.Word(h))))
	switch d.Arcs[i].Rel {
	case document.Nsubj:
		w.Add(tplSubject, lemma)
		w.Add(tplSubject, 1, kind, mood(d, h))
		if kind != uint32(saying) && d.Tags[h].UPOS == document.VERB {
			s.Add(tplActs, mood(d, h))
		}
	case document.OblAgent, document.Obl:
		w.Add(tplAgent, uint32(d.Arcs[i].Rel), lemma)
		w.Add(tplAgent, 1, uint32(d.Arcs[i].Rel), kind, mood(d, h))
	case document.Compound, document.NmodPoss, document.Nmod, document.Amod:
		w.Add(tplCompound, uint32(d.Arcs[i].Rel), lemma)
		w.Add(tplCompound, 1, uint32(d.Arcs[i].Rel), kind)
	}
	t.words, t.signs = append(t.words, w.Keys...), append(t.signs, s.Keys...)
}

// mood says whether a verb is negated or only possible.
func mood(d *document.Document, h int) uint32 {
	m := uint32(0)
	for k := range d.Arcs {
		if int(d.Arcs[k].Head) != h {
			continue
		}
		switch {
		case d.Tags[k].XPOS == document.MD:
			m |= 1
		case d.Word(k) == "not" || d.Word(k) == "n't" || d.Word(k) == "never":
			m |= 2
		}
	}
	return m
}
