package attribution

import (
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/document"
)

// styled reports whether a name begins with a word that only persons bear,
// whatever kind the name was taken for: "Mr Colville", "COL PONCE".
func (w *work) styled(n document.Range) bool {
	switch strings.TrimSuffix(strings.ToLower(w.d.Word(n.First)), ".") {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "gen", "lt", "col", "maj", "capt", "sgt", "brig", "adm", "cmdr", "prof", "rev", "sen":
		return n.Len() > 1
	}
	return false
}

// surnamed is the fuller name of the one person of the text whose name ends
// with a surname; the surname itself where there is none, or several.
func (w *work) surnamed(name document.Range) document.Range {
	if name.Len() != 1 || !unicode.IsUpper(rune(w.d.Word(name.First)[0])) {
		return name
	}
	best := name
	for _, n := range w.d.Names {
		if n.Kind != document.NamePerson || n.Len() < 2 || w.d.Word(n.End-1) != w.d.Word(name.First) {
			continue
		}
		full := w.untitled(n.Range)
		switch {
		case full.Len() < 2:
		case best == name || w.ends(full, best):
			best = full
		case !w.ends(best, full):
			return name
		}
	}
	return best
}

// ends reports whether a name ends with the words of another.
func (w *work) ends(full, part document.Range) bool {
	return strings.HasSuffix(" "+w.d.Words(full), " "+w.d.Words(part))
}

// nearName widens the words of a source by a name that the tree hangs beside
// them: "state-run news agency Sana reported", "the army's Radio Cuscatlan said".
func (w *work) nearName(r document.Range, cue int) document.Range {
	if w.v.Rel(cue) == document.Conj && !r.Touches(w.v.Subtree(cue)) {
		cue = w.v.Head(cue)
	}
	beside := func(i int) bool {
		return i >= 0 && i < len(w.d.Tokens) && w.v.Head(i) == cue && w.v.Rel(i) == document.Nsubj
	}
	switch {
	case beside(r.End) && w.v.UPOS(r.End) == document.PROPN && w.namesMedium(r):
		return document.Range{First: r.End, End: r.End + 1}
	case beside(r.First-1) && w.outlets.nouns[strings.ToLower(w.d.Word(r.First-1))]:
		r.First--
	}
	return r
}

// namesMedium reports whether words end with a noun for a medium.
func (w *work) namesMedium(r document.Range) bool {
	last := strings.ToLower(w.d.Word(r.End - 1))
	return w.outlets.nouns[last] || r.Len() > 1 && w.outlets.nouns[strings.ToLower(w.d.Word(r.End-2))+" "+last]
}

// placed reports whether the words that were taken for the source say where
// something is reported: "clashes were also reported in Santiago".
func (w *work) placed(source []document.Range, cue int) bool {
	if len(source) == 0 || !w.passive(cue) {
		return false
	}
	h := w.headOf(source[0])
	c := w.v.Kid(h, document.Case)
	if c < 0 || w.v.Rel(h) != document.Obl {
		return false
	}
	switch strings.ToLower(w.d.Word(c)) {
	case "in", "at", "near", "on", "during", "around":
		return true
	}
	return false
}

// describedAfter is the person named right after the cue whom the source only
// describes: "said Lama Fakih, HRW's deputy director".
func (w *work) describedAfter(source []document.Range, cue int) (document.Range, bool) {
	if len(source) == 0 || source[0].First < 2 || w.d.Word(source[0].First-1) != "," {
		return document.Range{}, false
	}
	for _, n := range w.d.Names {
		if n.Kind == document.NamePerson && n.End == source[0].First-1 && n.First == cue+1 {
			return n.Range, true
		}
	}
	return document.Range{}, false
}

// afterDateline is the words of a source without the place that a report is
// from: "new delhi: prime minister …".
func (w *work) afterDateline(r document.Range) document.Range {
	for i := r.First; i < r.End-1 && i < r.First+4; i++ {
		if s := w.d.Word(i); s == ":" || s == "--" {
			return document.Range{First: i + 1, End: r.End}
		}
	}
	return r
}

// toldBody is a body that is cited elsewhere and to which the source of a frame
// spoke: "a police officer told HRW that …", where HRW reports.
func (w *work) toldBody(k int) (who, bool) {
	x := w.resolve(k, w.nounPhrase(k))
	_, group := w.theGroup(k)
	if x.name == "" || x.human || x.outlet() || !x.named && !group && !strings.EqualFold(w.d.Tags[k].Lemma, "police") {
		return x, false
	}
	for i := range w.out {
		if a := &w.out[i]; a.Vouches && strings.EqualFold(a.Name, x.name) {
			x.words = overlap(w.possessor(k), w.nounPhrase(k))
			x.kind = sayso.VoucherSource
			return x, true
		}
	}
	return x, false
}
