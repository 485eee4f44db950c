package event

import (
	"fmt"

	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// Task is the name of the models under data/models, and Reports that of the one
// in the set: how likely a trigger tells of a happening that conflict news is
// about, by what stands around it.
const (
	Task    = "trigger"
	Reports = "reports"
)

// Reader lists what there is to learn from. It is safe for concurrent use.
type Reader struct{ tables *tables }

// NewReader reads the tables. It fails as [New] does.
func NewReader(lex *lexicon.Lexicon) (*Reader, error) {
	l, err := newTables(lex)
	return &Reader{l}, err
}

// Signs lists what speaks for and against each event of a document that the
// stage has read, in the order of its events.
func (r *Reader) Signs(d *document.Document) []signs.Features {
	v := newView(d, r.tables)
	dense := v.density(len(d.Events))
	out := make([]signs.Features, len(d.Events))
	for i := range d.Events {
		e := &d.Events[i]
		out[i] = v.signsOf(e.Trigger, e.Type, dense)
	}
	return out
}

// density is how many triggers there are in a thousand bytes of text.
func (v *view) density(triggers int) int {
	return triggers * 1000 / max(len(v.d.Text), shortText)
}

// shortText is the length in bytes from which a density means something.
const shortText = 300

// signsOf are what speaks for and against a trigger telling of a happening: the
// word, its type, and the classes and words of what stands around it, each alone
// and with the word.
func (v *view) signsOf(t int, kind string, dense int) signs.Features {
	var f signs.Features
	lemma := v.lemmas[t]
	if first, ok := v.hyphened(t); ok {
		lemma = first + "-" + lemma
	}
	f.Add("always")
	f.Add("word " + lemma + " " + v.d.Tags[t].UPOS.String())
	f.Add("type " + kind)
	f.Add(fmt.Sprintf("triggers in a thousand bytes: %d", min(dense, mostDense)))
	v.sentenceSigns(&f, t)
	n := len(f)
	v.frameSigns(&f, t)
	v.formSigns(&f, t)
	for _, x := range f[n:] {
		f.Add(lemma + ": " + x.Name)
	}
	return f
}

// mostDense is the density from which texts are alike.
const mostDense = 8

// frameSigns look at the words that a trigger governs and hangs from.
func (v *view) frameSigns(f *signs.Features, t int) {
	own := v.frameOf(t)
	for _, part := range [...]struct {
		name  string
		heads []int
	}{{"subj", own.subj}, {"obj", own.obj}, {"obl", own.obl}, {"mod", own.mod}, {"gov", own.gov}} {
		f.AddIf(len(part.heads) > 0, "has "+part.name)
		for _, h := range part.heads {
			m := v.classes[h]
			if part.name != "mod" && part.name != "gov" {
				m = v.nominal(h)
			}
			v.classSigns(f, part.name, m)
			f.Add(part.name + " " + v.lemmas[h])
			if c := v.caseOf(h); c != "" {
				f.Add(part.name + " after " + c)
			}
		}
	}
}

// classSigns note the classes of a word, in the order of the tables.
func (v *view) classSigns(f *signs.Features, where string, m mask) {
	for bit, name := range v.lex.names {
		if m.has(bit) {
			f.Add(where + " of " + name)
		}
	}
}

// formSigns look at the word's form and the small words that hang from it.
func (v *view) formSigns(f *signs.Features, t int) {
	f.Add("hangs as " + v.rel(t).String())
	f.Add("form " + v.d.Tags[t].XPOS.String())
	f.AddIf(v.isVerb(t) && v.passive(t), "passive")
	for _, k := range v.children(t) {
		switch c := int(k); v.rel(c) {
		case document.Aux, document.Mark, document.Det, document.CompoundPrt, document.Advmod:
			f.Add(v.rel(c).String() + " " + v.lemmas[c])
		}
	}
}

// sentenceSigns look at what else the sentence holds.
func (v *view) sentenceSigns(f *signs.Features, t int) {
	s := v.sentence[t]
	if s < 0 {
		return
	}
	v.classSigns(f, "sentence", v.sent[s])
	f.AddIf(v.inTitle(t), "in the headline")
	for i := range v.d.Times {
		if v.d.Sentences[s].Has(v.d.Times[i].First) {
			f.Add("sentence with a time")
			break
		}
	}
}
