package attribution

import (
	"strings"

	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// whole widens content to the clause that it is part of: of "The pirates had
// fired, when it called for help, he said" all before the comma is what he
// said, of "police confirmed that the priest, who had been abducted, was freed"
// all that hangs on "that".
func (w *work) whole(f frame.Frame, content []document.Range) []document.Range {
	class, ok := w.finder.ClassOf(w.v, f.Head)
	if !ok || len(content) == 0 || class != frame.Say && class != frame.Show && class != frame.Know && class != frame.Own {
		return content
	}
	out := append([]document.Range{}, content...)
	for _, k := range w.v.Kids(f.Head) {
		if w.v.Rel(int(k)) != document.Ccomp {
			continue
		}
		sub := w.v.Trim(w.v.Subtree(int(k)))
		if w.apart(sub, f) && !within(content, int(k)) && touches(content, sub) {
			out = append(out, sub)
		}
	}
	out = append(out, w.wentOn(f, content)...)
	if r, ok := w.before(f, content); ok && class != frame.Own {
		out = append(out, r)
	}
	return ordered(out)
}

// wentOn is what a clause tells that the tree puts beside the cue and that is of
// an earlier time than it: "he admitted that he had killed one, and had abducted two".
func (w *work) wentOn(f frame.Frame, content []document.Range) []document.Range {
	var out []document.Range
	for _, k := range w.v.Kids(f.Head) {
		k := int(k)
		if w.v.Rel(k) != document.Conj || k < content[len(content)-1].First || w.v.Kid(k, document.Nsubj, document.NsubjPass) >= 0 || w.past(f.Head) || !w.past(k) {
			continue
		}
		if sub := w.v.Trim(w.v.Subtree(k)); w.apart(sub, f) {
			out = append(out, sub)
		}
	}
	return out
}

// past reports "had" before a verb.
func (w *work) past(h int) bool {
	for _, k := range w.v.Kids(h) {
		if w.v.Rel(int(k)) == document.Aux && strings.EqualFold(w.d.Word(int(k)), "had") {
			return true
		}
	}
	return false
}

// before is what a sentence tells before the source and cue that end it, where
// the last of it is content and nothing in it is quoted.
func (w *work) before(f frame.Frame, content []document.Range) (document.Range, bool) {
	s := w.v.SentenceRange(f.Head)
	core := document.Range{First: f.Head, End: f.Head + 1}
	for _, list := range [][]document.Range{f.Cue, f.Source} {
		for _, r := range list {
			core = document.Range{First: min(core.First, r.First), End: max(core.End, r.End)}
		}
	}
	last := content[len(content)-1]
	if w.v.Rel(f.Head) == document.Acl {
		return s, false
	}
	if core.First <= s.First || !s.Covers(core) || !s.Covers(last) || last.End > core.First || last.First <= s.First {
		return s, false
	}
	if !w.onlyManner(document.Range{First: core.End, End: s.End}) {
		return s, false
	}
	for i := last.End; i < core.First; i++ {
		if !w.v.Punct(i) {
			return s, false
		}
	}
	for i := s.First; i < s.End; i++ {
		if w.v.Quote[i] >= 0 || i < last.First && strings.EqualFold(w.d.Word(i), "according") {
			return s, false
		}
	}
	return document.Range{First: s.First, End: last.End}, true
}

// apart reports whether a range lies beside the cue and the source of a frame.
func (w *work) apart(r document.Range, f frame.Frame) bool {
	return !r.Has(f.Head) && !touches(f.Cue, r) && !touches(f.Source, r)
}

func touches(rs []document.Range, r document.Range) bool {
	for _, x := range rs {
		if x.Touches(r) {
			return true
		}
	}
	return false
}

// onlyManner reports whether words behind source and cue say at most when and how it was
// said: "on Sunday", "in a statement".
func (w *work) onlyManner(r document.Range) bool {
	for r.First < r.End && w.v.Punct(r.End-1) {
		r.End--
	}
	if r.Empty() {
		return true
	}
	if r.Len() > 7 || w.v.UPOS(r.First) != document.ADP {
		return false
	}
	for i := r.First; i < r.End; i++ {
		switch w.v.UPOS(i) {
		case document.VERB, document.AUX, document.SCONJ, document.PUNCT, document.CCONJ, document.PRON:
			return false
		}
	}
	return true
}

// unopposed is content without what is not the speaker's: what stands behind the cue after
// "but" or "a day after" where what is said stands before it, or where another speaker follows
// it ("the group said seven died, but two officials disputed that"), and what stands
// before a clause that begins with "as" ("Police fired, as doctors said that 19 died").
func (w *work) unopposed(f frame.Frame, content []document.Range) []document.Range {
	if len(content) == 0 {
		return content
	}
	if r, ok := w.clauseBefore(f, content[0]); ok {
		return []document.Range{r}
	}
	left := len(content) > 1 && content[0].First < f.Head
	aside := left && content[len(content)-1].First > f.Head && w.besideMain(f.Head)
	var out []document.Range
	for _, r := range content {
		if aside && r.First < f.Head || left && r.First > f.Head && w.v.Quote[r.First] < 0 && w.d.Word(r.First-1) == "," && w.d.AsideAt(r.First) {
			continue
		}
		if i := w.otherSpeaker(f, r); i > r.First {
			r.End = i
		}
		out = append(out, r)
	}
	return out
}

// clauseBefore is the clause before source and cue where the model took the article's own
// remark behind them for what is said.
func (w *work) clauseBefore(f frame.Frame, right document.Range) (document.Range, bool) {
	if right.First < f.Head || w.d.Word(right.First-1) != "," || !w.d.AsideAt(right.First) || len(f.Source) == 0 {
		return right, false
	}
	c := w.v.Kid(f.Head, document.Ccomp)
	s := w.v.SentenceRange(f.Head)
	if c < 0 || c > f.Source[0].First || f.Source[0].First > f.Head {
		return right, false
	}
	r := w.v.Trim(document.Range{First: s.First, End: f.Source[0].First})
	return r, !r.Empty()
}

// besideMain reports a verb of a clause that "as" or "after" joins to what stands before.
func (w *work) besideMain(h int) bool {
	if w.v.Rel(h) != document.Advcl && w.v.Rel(h) != document.Conj || w.v.Head(h) > h || w.v.Kid(h, document.Ccomp) < h {
		return false
	}
	m := w.v.Kid(h, document.Mark)
	if m < 0 || m > h {
		return false
	}
	switch strings.ToLower(w.d.Word(m)) {
	case "as", "after", "while", "when", "before":
		return true
	}
	return false
}

// otherSpeaker is where the words of another speaker begin behind ", but" in content
// behind a cue, -1 for nowhere.
func (w *work) otherSpeaker(f frame.Frame, r document.Range) int {
	for i := max(r.First, f.Head) + 2; i+1 < r.End; i++ {
		if w.d.Word(i-1) != "," || w.v.Quote[i] >= 0 {
			continue
		}
		switch strings.ToLower(w.d.Word(i)) {
		case "but", "although", "though":
		default:
			continue
		}
		for k := i + 1; k < min(i+4, r.End); k++ {
			if w.heldBy[k] && w.v.UPOS(k) != document.PRON {
				return i - 1
			}
		}
	}
	return -1
}
