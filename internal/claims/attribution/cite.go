package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// citing reports "citing" and "quoting" that hang on another word: whom they
// name vouches for what that word introduces.
func (w *work) citing(h int) bool {
	s := strings.ToLower(w.d.Word(h))
	return (s == "citing" || s == "quoting") && w.citedBy(h) >= 0
}

// citedBy is whom "citing" cites: its object, be it taken for another noun
// below it without a preposition; -1 for nobody.
func (w *work) citedBy(h int) int {
	if o := w.v.Kid(h, document.Obj); o >= 0 {
		return o
	}
	if o := w.v.Kid(h, document.Obl); o > h && w.v.Kid(o, document.Case) < 0 {
		return o
	}
	if o := w.v.Head(h); o > h && w.v.Rel(h) == document.Amod && w.d.Word(h-1) == "," {
		return o // ", citing intelligence intercepts", where the tree takes it for an adjective
	}
	return -1
}

// cited adds, inside each attribution that cites somebody, one for whom it
// cites: "the agency said, citing police sources".
func (w *work) cited() {
	for h := range w.d.Tokens {
		if !w.citing(h) {
			continue
		}
		o := w.citedBy(h)
		s := w.v.SentenceRange(h)
		for i := range w.out {
			a := &w.out[i]
			if !s.Has(w.heads[i]) || !a.Vouches || !w.besides(a, h, o) || len(a.Content) == 0 {
				continue
			}
			cited := w.nounPhrase(o)
			cited.First = max(cited.First, h+1)
			x := w.whoOf([]document.Range{cited})
			w.add(h, w.under(i, x, document.Range{First: h, End: h + 1}, a.Content))
			break
		}
	}
}

// besides reports whether the content of an attribution lies beside "quoting
// somebody", and leaves that out where the content begins or ends with it.
func (w *work) besides(a *document.Attribution, h, o int) bool {
	if !within(a.Content, h) {
		return true
	}
	end := int(w.v.R[o])
	for k := range a.Content {
		r := &a.Content[k]
		if !r.Has(h) {
			continue
		}
		if r.End <= end && h-r.First > 2 && w.d.Word(h-1) == "," && h > a.Cue[0].First {
			r.End = h - 1
			return true
		}
		if r.First != h || end+1 >= r.End {
			return false
		}
		for r.First = end; w.v.Punct(r.First) && r.First+1 < r.End; {
			r.First++
		}
	}
	return true
}

// citedWho puts what somebody says in a relative clause under the attribution that
// cites them: "the group cited his wife, who said that …" is on the group's word too.
func (w *work) citedWho() {
	for i := range w.out {
		a := &w.out[i]
		h := w.heads[i]
		if l := strings.ToLower(w.d.Tags[h].Lemma); l != "cite" && l != "quote" || w.citing(h) || len(a.Content) == 0 {
			continue
		}
		o := w.v.Kid(h, document.Obj)
		for j := range w.out {
			b := &w.out[j]
			if o < 0 || j == i || b.Parent >= 0 || !b.Vouches || len(b.Source) == 0 || w.v.Rel(w.heads[j]) != document.AclRelcl || w.v.Head(w.heads[j]) != o ||
				w.antecedent(b.Source[0].First) != o {
				continue
			}
			b.Parent, a.Vouches, a.Stance = i, true, sayso.StanceAsserted
			a.Content = ordered(append(append([]document.Range{}, a.Content...), b.Content...))
		}
	}
}

// quotedBy puts around an attribution whose source an outlet has quoted, seen or got
// that of the outlet: "a spokesman, quoted by Interfax, said that …", "a report seen by
// Reuters said".
func (w *work) quotedBy() {
	for h := range w.d.Tokens {
		by := w.seenBy(h)
		if by < 0 || w.ours(by) {
			continue
		}
		told := w.whoOf([]document.Range{w.nounPhrase(by)})
		if x, ok := w.outletIn(by); ok {
			told = x
		}
		for i := range w.out {
			a := &w.out[i]
			if !told.outlet() || !a.Vouches || a.Parent >= 0 || a.Name == "" || a.Name == told.name || !within(a.Source, w.seen(h)) {
				continue
			}
			w.around(i, h, told)
			break
		}
	}
}

// seenBy is who has quoted, seen or got what the participle h hangs from; -1 for nobody.
func (w *work) seenBy(h int) int {
	switch strings.ToLower(w.d.Word(h)) {
	case "quoted", "cited", "seen", "obtained", "reviewed", "verified", "published", "aired", "broadcast", "authenticated", "reached", "contacted", "interviewed":
	default:
		return -1
	}
	if w.seen(h) < 0 {
		return -1
	}
	return w.v.Kid(h, document.OblAgent)
}

// seen is the noun that a participle describes, be it joined to another: "a video shared
// online and verified by AFP"; -1 for none.
func (w *work) seen(h int) int {
	if w.v.Rel(h) == document.Conj && w.v.Head(h) >= 0 && w.v.Kid(h, document.Nsubj) < 0 {
		h = w.v.Head(h)
	}
	if w.v.Rel(h) != document.Acl {
		return -1
	}
	return w.v.Head(h)
}

// around puts the outlet that the participle h names around attribution i: the
// one that h has made already, or a new one.
func (w *work) around(i, h int, told who) {
	a := &w.out[i]
	for j := range w.out {
		if b := &w.out[j]; w.heads[j] == h && b.Name == told.name {
			b.Content = ordered(append(append([]document.Range{}, a.Source...), a.Content...))
			b.Stance, b.Vouches, a.Parent = sayso.StanceAsserted, true, j
			return
		}
	}
	w.add(w.heads[i], w.outletAround(told, a))
}

// quotes reads "X quoted Y as saying that …": inside X's attribution, which
// will have the index outer, Y vouches for what follows "saying".
func (w *work) quotes(f frame.Frame, outer int) (document.Attribution, bool) {
	switch strings.ToLower(w.d.Tags[f.Head].Lemma) {
	case "quote", "cite":
	default:
		return document.Attribution{}, false
	}
	if x, ok := w.asSaying(f, outer); ok {
		return x, true
	}
	for _, r := range f.Content {
		for i := r.First + 1; i+2 < r.End; i++ {
			if !strings.EqualFold(w.d.Word(i), "as") || !strings.EqualFold(w.d.Word(i+1), "saying") {
				continue
			}
			rest := document.Range{First: i + 2, End: r.End}
			if strings.EqualFold(w.d.Word(rest.First), "that") && rest.Len() > 1 {
				rest.First++
			}
			x := w.whoOf([]document.Range{{First: r.First, End: i}})
			return w.under(outer, x, document.Range{First: i, End: i + 2}, []document.Range{rest}), true
		}
	}
	return document.Attribution{}, false
}

// asSaying reads "…, the paper quoted Y as saying", after what Y says.
func (w *work) asSaying(f frame.Frame, outer int) (document.Attribution, bool) {
	n := len(f.Content)
	if n < 2 {
		return document.Attribution{}, false
	}
	last := f.Content[n-1]
	if last.Len() < 3 || !strings.EqualFold(w.d.Words(document.Range{First: last.End - 2, End: last.End}), "as saying") {
		return document.Attribution{}, false
	}
	x := w.whoOf([]document.Range{{First: last.First, End: last.End - 2}})
	return w.under(outer, x, document.Range{First: last.End - 2, End: last.End}, f.Content[:n-1]), x.name != ""
}

// under makes the attribution of x inside the one with the index outer.
func (w *work) under(outer int, x who, cue document.Range, content []document.Range) document.Attribution {
	return document.Attribution{Cue: []document.Range{cue}, Source: []document.Range{x.words}, Content: content, Kind: x.kind,
		Name: x.name, Named: x.named, ActorID: x.id, Parent: outer, Stance: sayso.StanceAsserted, Vouches: true, Score: 0.8,
		Why: sayso.Because(x.name, "cited by the source around it: “"+w.d.Words(cue)+"”", x.why)}
}
