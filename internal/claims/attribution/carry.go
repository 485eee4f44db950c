package attribution

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// maxCarried is how many paragraphs a passage that is introduced by "X
// reports:" and set apart by nothing may run on for.
const maxCarried = 6

// carry gives passages that no cue of their own introduces to whoever spoke
// before: a quotation that goes on in the next paragraph, a block quote, and
// the paragraphs after "The Times of Israel reports:".
func (w *work) carry() {
	last := -1 // the attribution that vouches for what follows
	own := w.byBlock(false)
	said := w.byBlock(true)
	for b, block := range w.d.Blocks {
		if block.Empty() {
			continue
		}
		if len(said[b]) > 0 {
			last = said[b][len(said[b])-1]
		}
		if !w.carries(b, block, last, len(said[b]) > 0) {
			continue
		}
		w.extend(last, block.Range)
	}
	w.introduced(own)
}

// byBlock lists the attributions whose cue lies in each block, or in its words outside
// quotation marks.
func (w *work) byBlock(outside bool) [][]int {
	own := make([][]int, len(w.d.Blocks))
	for i, h := range w.heads {
		if outside && w.v.Quote[h] >= 0 {
			continue
		}
		if b := w.blockOf(h); b >= 0 {
			own[b] = append(own[b], i)
		}
	}
	return own
}

func (w *work) blockOf(token int) int {
	if s := w.d.SentenceOf(token); s >= 0 {
		return w.d.Sentences[s].Block
	}
	return -1
}

// maxSilent is how many paragraphs back a speaker may stand.
const maxSilent = 3

// carries reports whether a block without a cue continues the words of the
// speaker before: it is a quotation from its first to nearly its last word.
func (w *work) carries(b int, block document.Block, last int, own bool) bool {
	if last < 0 || own || block.Kind == document.BlockTitle || block.Kind == document.BlockHeading {
		return false
	}
	q := w.v.Quote[block.First]
	if q < 0 || b == 0 {
		return false
	}
	quoted := 0
	for i := block.First; i < block.End; i++ {
		if w.v.Quote[i] >= 0 {
			quoted++
		}
	}
	near := len(w.out[last].Content) > 0 && w.blockOf(w.heads[last]) >= b-maxSilent
	return quoted*10 >= block.Len()*9 && near && w.speaks[last] && w.out[last].Vouches && w.out[last].Name != ""
}

// extend adds an attribution without a cue of its own, on the word of the
// source of attribution i.
func (w *work) extend(i int, r document.Range) {
	from := w.out[i]
	a := document.Attribution{Source: from.Source, Content: []document.Range{r}, Kind: from.Kind, Name: from.Name,
		Named: from.Named, ActorID: from.ActorID, Parent: from.Parent, Stance: sayso.StanceAsserted, Vouches: true,
		Direct: true, Score: from.Score / 2}
	a.Why = sayso.Because(from.Name, "spoke last, and the passage goes on without a cue of its own", from.Why)
	w.add(r.First, a)
	w.speaks[len(w.out)-1] = true
}

// introduced finds "X reports" or "X said:" that ends a paragraph and has
// nothing to introduce in it, and gives X the paragraphs that follow: block
// quotes where there are any, else up to the next paragraph that has a cue of
// the same outlet, or a paragraph that ends the passage.
func (w *work) introduced(own [][]int) {
	for b, block := range w.d.Blocks {
		x, at, ok := w.introducer(block)
		if !ok {
			x, at, ok = w.goesOn(block, own[b])
		}
		if !ok || b+1 >= len(w.d.Blocks) {
			continue
		}
		first, end := b+1, b+1
		for end < len(w.d.Blocks) && end-first < maxCarried && w.follows(end, first, x, own) {
			end++
		}
		if end == first {
			continue
		}
		r := document.Range{First: w.d.Blocks[first].First, End: w.d.Blocks[end-1].End}
		if !w.widen(at, block.End, r) {
			w.passage(at, x, r)
		}
	}
}

// widen makes the passage the content of the attribution that its introducer
// has already, where that reaches into it; it reports whether there was one.
func (w *work) widen(head, end int, r document.Range) bool {
	found := false
	for i, h := range w.heads {
		if h != head {
			continue
		}
		found = true
		for k := range w.out[i].Content {
			if w.out[i].Content[k].First >= end {
				w.out[i].Content = ordered(append(w.out[i].Content, r))
				break
			}
		}
	}
	return found
}

// passage adds the attribution of paragraphs to an introducer, and puts what
// is attributed inside them under it.
func (w *work) passage(at int, x who, r document.Range) {
	a := document.Attribution{Cue: []document.Range{{First: at, End: at + 1}}, Source: []document.Range{x.words},
		Content: []document.Range{r}, Kind: x.kind, Name: x.name, Named: x.named, ActorID: x.id, Parent: -1,
		Stance: sayso.StanceAsserted, Vouches: true, Direct: true, Score: 0.5}
	a.Why = sayso.Because(x.name, "introduces the paragraphs that follow", x.why)
	w.add(at, a)
}

// introducer reads a paragraph's end: source, verb of saying, and perhaps a colon.
func (w *work) introducer(block document.Block) (who, int, bool) {
	end := block.End
	colon := false
	for end > block.First && w.v.Punct(end-1) {
		colon = colon || w.d.Word(end-1) == ":"
		end--
	}
	if end-block.First < 2 || block.Kind == document.BlockTitle {
		return who{}, 0, false
	}
	last := document.Range{First: w.v.SentenceRange(end - 1).First, End: end}
	if (colon || block.End == end) && last.Len() <= maxBare {
		if x, ok := w.bareIntroducer(last); ok && (colon || !w.partOfName(end-1, block)) {
			return x, end - 1, true
		}
	}
	h := w.cueBefore(end, block.First)
	if h < 0 && colon {
		h = w.statement(block)
		return w.speaker(block, h)
	}
	if h < 0 || h < end-1 && !colon || !colon && block.End > end || w.partOfName(h, block) {
		return who{}, 0, false
	}
	return w.speaker(block, h)
}

// partOfName reports whether what looks like a verb of saying only ends the name that a
// heading is: "Zamfara State".
func (w *work) partOfName(cue int, block document.Block) bool {
	first := w.d.Word(cue)[0]
	return block.Kind == document.BlockHeading && first >= 'A' && first <= 'Z' && cue > block.First
}

// goesOn finds the medium whose report a paragraph tells of before it ends in a
// colon: what follows is from the report too.
func (w *work) goesOn(block document.Block, own []int) (who, int, bool) {
	if block.Empty() || w.d.Word(block.End-1) != ":" {
		return who{}, 0, false
	}
	for k := len(own) - 1; k >= 0; k-- {
		a := &w.out[own[k]]
		if a.Kind == sayso.VoucherOutlet && a.Vouches && a.Name != "" && len(a.Source) > 0 {
			return who{name: a.Name, named: a.Named, id: a.ActorID, kind: a.Kind, words: a.Source[0], why: a.Why}, block.End - 1, true
		}
	}
	return who{}, 0, false
}

// speaker is the subject of the verb h, who introduces what follows the block.
func (w *work) speaker(block document.Block, h int) (who, int, bool) {
	if h < 0 {
		return who{}, 0, false
	}
	s := w.v.Subject(h)
	if s < block.First {
		return who{}, 0, false
	}
	x := w.whoOf([]document.Range{w.nounPhrase(s)})
	return x, h, x.name != ""
}

// maxBare is how long "PTI reports:" may be at most.
const maxBare = 8

// bareIntroducer reads a line that is nothing but a name and a word for saying,
// which taggers take for a heading: "PTI reports:", "Minister Ellwood said:".
func (w *work) bareIntroducer(r document.Range) (who, bool) {
	last := r.End - 1
	e, ok := w.finder.Lex.Of(w.v.Lemma[last])
	if !ok || !e.Clause || r.Len() < 2 {
		return who{}, false
	}
	name := document.Range{First: r.First, End: last}
	head := w.headOf(name)
	x := w.resolve(head, name)
	if whole := w.bare(name); w.isOutlet(w.d.Words(whole), head) {
		x = who{name: w.d.Words(whole), named: true, kind: sayso.VoucherOutlet, why: sayso.Because(w.d.Words(whole), "a news medium by name")}
	}
	x.words = name
	return x, x.named
}

// statement is the verb of "issued the following statement:", or -1.
func (w *work) statement(block document.Block) int {
	for i := block.First; i < block.End; i++ {
		if w.v.UPOS(i) != document.VERB {
			continue
		}
		if o := w.v.Kid(i, document.Obj); o >= 0 && issuers[strings.ToLower(w.d.Tags[o].Lemma)] {
			return i
		}
	}
	return -1
}

// cueBefore is the verb of saying that heads the last clause before end.
func (w *work) cueBefore(end, first int) int {
	for i := end - 1; i >= first && i >= end-8; i-- {
		if w.v.UPOS(i) != document.VERB && w.v.UPOS(i) != document.NOUN {
			continue
		}
		if e, ok := w.finder.Lex.Of(w.v.Lemma[i]); ok && e.Clause && w.v.Kid(i, document.Nsubj) >= 0 {
			return i
		}
	}
	return -1
}

// follows reports whether block b still belongs to the passage that x introduced.
func (w *work) follows(b, first int, x who, own [][]int) bool {
	kind := w.d.Blocks[b].Kind
	if kind == document.BlockTitle || kind == document.BlockHeading || kind == document.BlockCaption {
		return false
	}
	if w.numbered(w.d.Blocks[first].Range) {
		return w.numbered(w.d.Blocks[b].Range)
	}
	speech := w.speech(first, own)
	if w.d.Blocks[first].Kind == document.BlockQuote && (kind == document.BlockQuote || !speech && !x.outlet()) {
		return kind == document.BlockQuote
	}
	if w.v.Quote[w.d.Blocks[first].First] >= 0 {
		return w.v.Quote[w.d.Blocks[b].First] >= 0 && len(own[b]) == 0
	}
	if b > first && kind != document.BlockQuote && w.urges(b, own[b]) {
		return false
	}
	for _, i := range own[b] {
		a := &w.out[i]
		if len(a.Source) == 1 && w.firstPerson(a.Source[0]) {
			continue
		}
		if a.Kind == x.kind && strings.EqualFold(a.Name, x.name) && a.Parent < 0 && !w.toldTo(i) {
			return false
		}
	}
	return x.outlet() || b == first || speech
}

// speech reports whether somebody speaks of himself in a passage that begins
// with a block, before anybody else is cited.
func (w *work) speech(first int, own [][]int) bool {
	for b := first; b < len(w.d.Blocks) && b < first+maxCarried; b++ {
		if b > first && slices.ContainsFunc(own[b], func(i int) bool { return w.out[i].Vouches && w.out[i].Named }) {
			return false
		}
		if w.firstPerson(w.d.Blocks[b].Range) {
			return true
		}
	}
	return false
}

// urges reports whether a paragraph says in nobody's words what ought to be: that
// is whoever writes, not the report that was introduced before.
func (w *work) urges(b int, own []int) bool {
	block := w.d.Blocks[b]
	for i := block.First; i < block.End; i++ {
		if w.v.Quote[i] >= 0 || slices.ContainsFunc(own, func(k int) bool {
			return slices.ContainsFunc(w.out[k].Content, func(r document.Range) bool { return r.Has(i) })
		}) {
			continue
		}
		switch strings.ToLower(w.d.Word(i)) {
		case "must", "should", "ought":
			if w.v.Rel(i) == document.Aux && w.v.Head(i) < i {
				continue // "should he come"
			}
			return true
		case "time":
			if w.d.DueAt(i) >= 0 {
				return true
			}
		}
	}
	return false
}

// numbered reports a block that is an item of a list: "2. The patrols …".
func (w *work) numbered(r document.Range) bool {
	if r.Len() < 3 {
		return false
	}
	s := w.d.Word(r.First)
	if n := strings.TrimRight(s, ".)"); n != s && len(n) < 3 && strings.Trim(n, "0123456789") == "" {
		return n != ""
	}
	next := w.d.Word(r.First + 1)
	return (next == "." || next == ")") && len(s) < 3 && strings.Trim(s, "0123456789") == ""
}

// firstPerson reports whether somebody speaks of himself in a passage.
func (w *work) firstPerson(r document.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch strings.ToLower(w.d.Word(i)) {
		case "i", "we", "my", "our", "us":
			return true
		}
	}
	return false
}

// toldTo reports whether attribution i is the outlet around a source that
// spoke to it: such a sentence may stand inside the outlet's own passage.
func (w *work) toldTo(i int) bool {
	return i+1 < len(w.out) && w.out[i+1].Parent == i && w.heads[i] == w.heads[i+1]
}
