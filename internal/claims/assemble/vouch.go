package assemble

import (
	"slices"
	"sort"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// word is on whose word something stands, and how it is put forward.
type word struct {
	chain  []sayso.Voucher
	stance sayso.Stance
	cover  document.Range // cue, source and content of the outermost attribution
	inner  int            // index of the innermost attribution, or -1
}

// vouched reads the attributions whose content holds token t.
func (r *reader) vouched(t int) word {
	w := word{chain: []sayso.Voucher{}, stance: sayso.StanceAsserted, inner: -1}
	covering := r.covering(t)
	for _, i := range covering {
		a := &r.d.Attributions[i]
		if !a.Vouches || r.attributive[i] || r.presumed(a, t) {
			continue
		}
		w.inner = i
		if a.Stance != sayso.StanceAsserted && a.Stance != "" {
			w.stance = a.Stance
		}
		w.cover = joined(w.cover, a.Cue, a.Source)
		if a.Name == "" {
			continue
		}
		if slices.ContainsFunc(w.chain, func(v sayso.Voucher) bool { return v.Name == a.Name }) {
			continue // nobody quotes themselves: "Interfax cited officials as saying"
		}
		w.chain = append(w.chain, r.voucher(a))
	}
	return w
}

// presumed reports whether a token tells, in a clause on people who are not accused,
// what an accusation takes for granted: in "accused France of helping the gunmen who
// ambushed a convoy" the ambush is nobody's charge.
func (r *reader) presumed(a *document.Attribution, t int) bool {
	if a.Stance != sayso.StanceAlleged || len(a.Cue) == 0 || !charged[strings.ToLower(r.d.Tags[r.headOf(a.Cue[0])].Lemma)] {
		return false
	}
	for i, n := t, 0; n < 8 && i >= 0; i, n = int(r.d.Arcs[i].Head), n+1 {
		if r.d.Arcs[i].Rel != document.AclRelcl {
			continue
		}
		noun := int(r.d.Arcs[i].Head)
		if noun < 0 || r.d.Arcs[noun].Rel != document.Obj || !r.relativeSubject(i) {
			return false
		}
		v := int(r.d.Arcs[noun].Head)
		return v >= 0 && slices.ContainsFunc(a.Content, func(c document.Range) bool { return c.Has(v) })
	}
	return false
}

// relativeSubject reports whether a relative clause has its pronoun for its subject.
func (r *reader) relativeSubject(v int) bool {
	for i := max(0, v-4); i < v; i++ {
		if int(r.d.Arcs[i].Head) == v && r.d.Arcs[i].Rel == document.Nsubj {
			switch strings.ToLower(r.d.Word(i)) {
			case "who", "which", "that":
				return true
			}
		}
	}
	return false
}

// covering lists the attributions around a token, outermost first: parents
// before children, wider content before narrower.
func (r *reader) covering(t int) []int {
	var out []int
	for i := range r.d.Attributions {
		for _, c := range r.d.Attributions[i].Content {
			if c.Has(t) {
				out = append(out, i)
				break
			}
		}
	}
	width := func(i int) int {
		n := 0
		for _, c := range r.d.Attributions[i].Content {
			n += c.Len()
		}
		return n
	}
	sort.SliceStable(out, func(x, y int) bool {
		a, b := out[x], out[y]
		if r.under(b, a) {
			return true
		}
		if r.under(a, b) {
			return false
		}
		return width(a) > width(b)
	})
	return out
}

// under reports whether attribution a lies below b.
func (r *reader) under(a, b int) bool {
	for n := 0; n < 20 && a >= 0 && a < len(r.d.Attributions); n++ {
		if a = r.d.Attributions[a].Parent; a == b {
			return true
		}
	}
	return false
}

func (r *reader) voucher(a *document.Attribution) sayso.Voucher {
	v := sayso.Voucher{Kind: a.Kind, Name: a.Name, Named: a.Named, ActorID: a.ActorID}
	if len(a.Source) > 0 {
		v.Span = r.d.SpanOf(a.Source[0])
	}
	if v.Kind == "" {
		v.Kind = sayso.VoucherSource
	}
	return v
}

func joined(in document.Range, more ...[]document.Range) document.Range {
	for _, list := range more {
		for _, x := range list {
			switch {
			case x.Empty():
			case in.Empty():
				in = x
			default:
				in = document.Range{First: min(in.First, x.First), End: max(in.End, x.End)}
			}
		}
	}
	return in
}

// quote is the words of a claim: the clause, and cue and source where they
// stand in the same sentence.
func (r *reader) quote(clause document.Range, w *word) document.Range {
	s := r.d.SentenceOf(clause.First)
	if s < 0 || w.cover.Empty() {
		return clause
	}
	sent := r.d.Sentences[s].Range
	out := clause
	if w.inner >= 0 {
		for i := w.inner; i >= 0; i = r.d.Attributions[i].Parent {
			a := &r.d.Attributions[i]
			for _, list := range [][]document.Range{a.Cue, a.Source} {
				for _, x := range list {
					if sent.Covers(x) {
						out = document.Range{First: min(out.First, x.First), End: max(out.End, x.End)}
					}
				}
			}
		}
	}
	return out
}

// sameSource compares a voucher with an actor.
func (r *reader) sameSource(v *sayso.Voucher, a *sayso.Actor) bool {
	if v.ActorID != "" && v.ActorID == a.ID {
		return true
	}
	x, y := strings.ToLower(v.Name), strings.ToLower(a.Name)
	return x != "" && y != "" && (strings.Contains(x, y) || strings.Contains(y, x))
}
