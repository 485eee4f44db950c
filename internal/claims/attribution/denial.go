package attribution

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// disowns reports whether the source says that it, or a body or people of its own, did
// not do it: "said it had no part in the attack", "said the group had nothing to do with
// it", "said that none of its agents had taken part".
func (w *work) disowns(f frame.Frame) bool {
	if !w.selfContent(f) && !w.ofItsOwn(f) {
		return false
	}
	for _, c := range f.Content {
		for i := c.First + 1; i < c.End; i++ {
			if w.noPart(c, i) {
				return true
			}
		}
	}
	return false
}

// noPart reports words that leave somebody without a share in what was done.
func (w *work) noPart(c document.Range, i int) bool {
	switch strings.ToLower(w.d.Word(i)) {
	case "part", "role", "hand", "involvement":
		switch strings.ToLower(w.d.Word(i - 1)) {
		case "no":
			return true
		case "any", "taken", "took", "take":
			return w.unsaid(c, i) || strings.EqualFold(w.d.Word(c.First), "none") || strings.EqualFold(w.d.Word(c.First+1), "none")
		}
	case "nothing":
		return i+1 < c.End && strings.EqualFold(w.d.Word(i+1), "to")
	case "responsible", "involved", "behind":
		return w.unsaid(c, i)
	}
	return false
}

// unsaid reports whether "not" stands at most three words before a token of a range.
func (w *work) unsaid(c document.Range, i int) bool {
	for k := i - 1; k >= max(c.First, i-3); k-- {
		switch strings.ToLower(w.d.Word(k)) {
		case "not", "n't", "n’t", "never":
			return true
		case "who", "what", "whether":
			return false
		}
	}
	return false
}

// ofItsOwn reports whether the clause told has for its subject those for whom the source
// speaks: "the group" of its negotiator, "its fighters", "none of our men", a name that
// is among the words of the source.
func (w *work) ofItsOwn(f frame.Frame) bool {
	for _, k := range w.v.Kids(f.Head) {
		k := int(k)
		if w.v.Rel(k) != document.Ccomp || !within(f.Content, k) {
			continue
		}
		s := w.v.Kid(k, document.Nsubj, document.NsubjPass)
		if s < 0 {
			continue
		}
		if noun := strings.ToLower(w.d.Tags[s].Lemma); w.definite(s) && (groups[noun] || w.staffed(f.Source, noun)) {
			return true
		}
		r := w.nounPhrase(s)
		for i := r.First; i < r.End; i++ {
			if ownPronoun(w.d.Word(i)) && w.v.Rel(i) == document.NmodPoss || w.v.UPOS(i) == document.PROPN && w.among(f.Source, i) {
				return true
			}
		}
	}
	return false
}

// staffed reports whether the words for a source are for one of a force: what "the junta's
// spokesman" or a general says of "the military" he says of his own.
func (w *work) staffed(source []document.Range, noun string) bool {
	words := staff[noun]
	return slices.ContainsFunc(source, func(r document.Range) bool {
		for i := r.First; i < r.End; i++ {
			if words[strings.ToLower(w.d.Tags[i].Lemma)] {
				return true
			}
		}
		return false
	})
}

var (
	soldiers = set("army", "military", "junta", "defence", "defense", "general", "gen.", "colonel", "col.", "major", "maj.", "brigadier", "brig.", "admiral", "lt.", "infantry")
	staff    = map[string]map[string]bool{"military": soldiers, "army": soldiers, "navy": soldiers, "police": set("police", "inspector", "superintendent", "interior"),
		"government": set("government", "minister", "president", "secretary", "premier")}
)

// among reports whether a word stands in ranges too.
func (w *work) among(rs []document.Range, i int) bool {
	return slices.ContainsFunc(rs, func(r document.Range) bool {
		for k := r.First; k < r.End; k++ {
			if w.d.Word(k) == w.d.Word(i) {
				return true
			}
		}
		return false
	})
}

// rebuffs reports whether a source calls a charge untrue: "called the allegations
// baseless", "described the report as a lie".
func (w *work) rebuffs(f frame.Frame) bool {
	switch strings.ToLower(w.d.Tags[f.Head].Lemma) {
	case "call", "describe", "brand", "label", "dismiss":
	default:
		return false
	}
	o := w.v.Kid(f.Head, document.Obj)
	if o < 0 || !charges[strings.ToLower(w.d.Tags[o].Lemma)] {
		return false
	}
	sub := w.v.Subtree(f.Head)
	for i := o + 1; i < sub.End; i++ {
		if untrue[strings.ToLower(w.d.Tags[i].Lemma)] {
			return true
		}
	}
	return false
}

var (
	charges = set("allegation", "accusation", "charge", "claim", "report", "statement", "it", "suggestion")
	untrue  = set("baseless", "false", "untrue", "unfounded", "groundless", "fabricated", "fabrication", "lie", "nonsense", "propaganda", "absurd",
		"ridiculous", "smear", "invention", "disinformation", "slander", "fake")
)

// retorts gives a denial in a clause behind "a charge" or the like what the sentence said
// before it for its content, and its own subject for its source: "Islamabad accuses Kabul
// of sheltering rebels, a charge Kabul denies".
func (w *work) retorts() {
	for i := range w.out {
		a := &w.out[i]
		h := w.heads[i]
		who, from := w.retort(h)
		if a.Stance != sayso.StanceDenied || who < 0 {
			continue
		}
		s := w.v.SentenceRange(h)
		for j := i - 1; j >= 0; j-- {
			b := &w.out[j]
			if !b.Vouches || !s.Has(w.heads[j]) || w.heads[j] > from || len(b.Content) == 0 {
				continue
			}
			src := w.whoOf([]document.Range{{First: who, End: h}})
			a.Source, a.Name, a.Named, a.ActorID, a.Kind, a.Vouches = []document.Range{src.words}, src.name, src.named, src.id, src.kind, true
			a.Content = until(b.Content, from)
			b.Content = a.Content
			w.beside[i] = true
			w.unsayBetween(from, who)
			break
		}
	}
}

// unsayBetween has nobody vouch by a cue between two tokens: "a charge" is none itself.
func (w *work) unsayBetween(from, to int) {
	for i, h := range w.heads {
		if from < h && h < to {
			w.out[i].Vouches = false
		}
	}
}

// retort is where the words for who denies begin behind ", a charge", and where the
// comma stands; -1 where no such words stand before verb h.
func (w *work) retort(h int) (who, from int) {
	s := w.v.SentenceRange(h)
	for i := h - 2; i > s.First+1 && h-i < 9 && !w.v.Punct(i); i-- {
		if !charges[strings.ToLower(w.d.Tags[i].Lemma)] && !strings.EqualFold(w.d.Word(i), "something") || w.v.UPOS(i+1) == document.VERB {
			continue
		}
		from = i - 1
		if w.v.UPOS(from) == document.DET {
			from--
		}
		if w.d.Word(from) == "," {
			return i + 1, from
		}
	}
	return -1, -1
}

// until are ranges cut off at a token.
func until(rs []document.Range, end int) []document.Range {
	var out []document.Range
	for _, r := range rs {
		if r.End = min(r.End, end); !r.Empty() {
			out = append(out, r)
		}
	}
	return out
}
