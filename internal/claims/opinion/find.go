package opinion

import (
	"slices"

	"sayso"
	"sayso/internal/document"
)

// sentence finds what one sentence has.
func (f *finder) sentence(s int) {
	r := f.d.Sentences[s].Range
	f.asked = f.questions(r)
	for _, i := range f.asked {
		f.add(document.Opinion{Range: f.clause(i), Kind: document.OpinionQuestion}, "a question puts nothing forward")
	}
	if i := f.imperative(s); i >= 0 {
		f.add(document.Opinion{Range: f.clause(i), Kind: document.OpinionCall}, f.quote(i)+" is a call: a bare verb without a subject")
	}
	for i := r.First; i < r.End; i++ {
		if v := f.d.DueAt(i); v >= 0 {
			f.add(document.Opinion{Range: f.clause(f.predicate(i)), Kind: document.OpinionCall}, f.quote(i)+" to "+f.lower[v]+": somebody says that it ought to be")
		}
		for _, c := range f.classes(i) {
			f.word(i, c)
		}
	}
}

// predicate is what heads the clause whose subject or predicate a noun is.
func (f *finder) predicate(i int) int {
	if h := f.head(i); h >= 0 && f.rel(i) == document.Nsubj {
		return h
	}
	return i
}

// word reads one cue word where it stands.
func (f *finder) word(i int, c class) {
	switch c {
	case call:
		f.modal(i)
	case judge:
		f.verdict(i)
	case loaded:
		if f.rel(i) == document.Amod {
			f.add(document.Opinion{Range: document.Range{First: i, End: i + 1}, Kind: document.OpinionJudgement}, f.quote(i)+" judges what it describes")
		}
	case mind:
		if n := f.kid(i, document.Nsubj); n >= 0 && f.is(n, "i", "we") {
			f.add(document.Opinion{Range: f.clause(i), Kind: document.OpinionJudgement}, f.quote(n)+" "+f.quote(i)+": what the speaker has in mind")
		}
	case hedge, held:
		if f.hedges(i, c) {
			f.add(document.Opinion{Range: document.Range{First: i, End: i + 1}, Kind: document.OpinionHedge}, f.quote(i)+": not put forward as sure")
		}
	}
}

// modal reads "should" and the like: with "have" it judges what was not done;
// in a question and under "if" ("should he come") it asks and supposes.
func (f *finder) modal(i int) {
	h := f.head(i)
	if f.is(i, "ought") && f.kid(i, document.Xcomp) >= 0 {
		h = i
	} else if f.rel(i) != document.Aux {
		return
	}
	if h < 0 || slices.Contains(f.asked, h) {
		return
	}
	for _, k := range f.kids[h] {
		if f.rel(k) == document.Mark && f.is(k, "if", "lest", "unless") || (f.rel(k) == document.Nsubj || f.rel(k) == document.NsubjPass) && i < k && k < h {
			return
		}
	}
	kind, why := document.OpinionCall, ": somebody says that it ought to be"
	if f.perfect(h) {
		if kind, why = document.OpinionJudgement, ": somebody says that it ought to have been"; f.lemma(i) == "must" {
			kind, why = document.OpinionHedge, " with “have”: it is concluded, not known"
		}
	}
	r := f.clause(h)
	if kind == document.OpinionHedge {
		r = document.Range{First: i, End: i + 1}
	}
	f.add(document.Opinion{Range: r, Kind: kind}, f.quote(i)+why)
}

// perfect reports "have" among the auxiliaries of a verb or predicate, or in the
// verb's place with a participle behind it.
func (f *finder) perfect(h int) bool {
	return f.lemma(h) == "have" && h+1 < len(f.lower) && f.xpos(h+1) == document.VBN || slices.ContainsFunc(f.kids[h], func(k int) bool { return f.rel(k) == document.Aux && f.lemma(k) == "have" })
}

// verdict reads a predicate, or an adverb that comments on its clause.
func (f *finder) verdict(i int) {
	switch f.d.Tags[i].UPOS {
	case document.ADV:
		h := f.head(i)
		if f.rel(i) != document.Advmod || h < 0 || !f.comments(i) {
			return
		}
		f.add(document.Opinion{Range: f.clause(h), Kind: document.OpinionJudgement}, f.quote(i)+" comments on what is said")
	default:
		if f.kid(i, document.Cop) < 0 || f.kid(i, document.Nsubj, document.Csubj, document.Expl) < 0 {
			return
		}
		f.add(document.Opinion{Range: f.clause(i), Kind: document.OpinionJudgement}, f.quote(i)+" is a verdict")
	}
}

// comments reports an adverb set apart by a comma, at the head of its sentence
// or before the verb: "sadly, …", "was rightly called".
func (f *finder) comments(i int) bool {
	s := f.d.SentenceOf(i)
	next := i+1 < len(f.d.Tokens) && f.lower[i+1] == ","
	first := s >= 0 && f.d.Sentences[s].First == i
	verb := f.d.Tags[f.head(i)].UPOS
	return next || first || i < f.head(i) && (verb == document.VERB || f.kid(f.head(i), document.Cop) >= 0)
}

// hedges reports whether a word hedges where it stands. What is an attribution's
// own cue, of nobody named, is told there.
func (f *finder) hedges(i int, c class) bool {
	h := f.head(i)
	if f.rel(i) == document.Amod {
		return true
	}
	switch posOf(f.d.Tags[i]) {
	case 'M':
		return f.rel(i) == document.Aux && h >= 0 && f.possible(i, h)
	case 'V':
		if c == held {
			return f.kid(i, document.AuxPass) >= 0 && f.kid(i, document.Xcomp, document.Ccomp) >= 0
		}
		return f.kid(i, document.Xcomp, document.Ccomp) >= 0
	case 'A':
		return f.kid(i, document.Cop) >= 0 || f.kid(i, document.Xcomp) >= 0
	}
	return true
}

// possible leaves out "could" of what was not done or was within reach: "could
// not find", "could be heard".
func (f *finder) possible(i, h int) bool {
	if f.lower[i] != "could" {
		return true
	}
	for _, k := range f.kids[h] {
		if f.rel(k) == document.Advmod && f.is(k, "not", "n't", "never", "no", "longer") {
			return false
		}
	}
	return !among(f.lemma(h), []string{"hear", "see", "find", "reach", "feel", "smell", "afford", "confirm", "verify"})
}

// questions are the heads of what ends with a question mark, in the sentence or
// in words that it quotes.
func (f *finder) questions(r document.Range) (out []int) {
	for i := r.First + 1; i < r.End; i++ {
		if f.lower[i] != "?" {
			continue
		}
		h := f.head(i)
		if h < r.First || h > i {
			h = i - 1
			for h > r.First && f.d.Tags[h].UPOS != document.VERB && f.d.Tags[h].UPOS != document.AUX {
				h--
			}
		}
		out = append(out, h)
	}
	return out
}

// imperative is the bare verb without a subject that heads a sentence, or -1.
func (f *finder) imperative(s int) int {
	b := f.d.Sentences[s].Block
	if b < 0 || b >= len(f.d.Blocks) || f.d.Blocks[b].Kind != document.BlockParagraph && f.d.Blocks[b].Kind != document.BlockQuote {
		return -1
	}
	r := f.d.Sentences[s].Range
	if !f.is(r.End-1, ".", "!", "\"", "”") {
		return -1
	}
	for i := r.First; i < r.End; i++ {
		if f.head(i) >= 0 || f.xpos(i) != document.VB {
			continue
		}
		for _, k := range f.kids[i] {
			switch f.rel(k) {
			case document.Nsubj, document.NsubjPass, document.Aux, document.AuxPass, document.Mark, document.Csubj, document.Expl:
				return -1
			}
		}
		return i
	}
	return -1
}

// add notes a passage, once for each kind of the same words; a hedge that is the
// cue of an attribution is told there.
func (f *finder) add(o document.Opinion, why string) {
	if o.Empty() || o.Kind == document.OpinionHedge && f.cued(o.First) ||
		slices.ContainsFunc(f.found, func(x document.Opinion) bool { return x.Range == o.Range && x.Kind == o.Kind }) {
		return
	}
	o.Why = sayso.Because("", why)
	f.found = append(f.found, o)
}

// cued reports whether a token is in the cue of an attribution to nobody.
func (f *finder) cued(i int) bool {
	for a := range f.d.Attributions {
		if x := &f.d.Attributions[a]; len(x.Source) == 0 && x.Stance == sayso.StanceAlleged && slices.ContainsFunc(x.Cue, func(r document.Range) bool { return r.Has(i) }) {
			return true
		}
	}
	return false
}

// quote writes the token at i.
func (f *finder) quote(i int) string { return "“" + f.d.Word(i) + "”" }
