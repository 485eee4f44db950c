package ner

import (
	"context"
	"slices"
	"sync"
	"unicode"

	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/kern"
)

// New returns the stage that provides names, with the newest English model of
// the program's data. It fails where that model cannot be read.
func New() (document.Stage, error) {
	m, err := Shipped()
	if err != nil {
		return document.Stage{}, err
	}
	return NewWith(m), nil
}

// Shipped returns the embedded model; it is loaded once.
func Shipped() (*Model, error) { return shipped() }

var shipped = sync.OnceValues(loadShipped)

func loadShipped() (*Model, error) {
	dir, err := latest(data.FS, "models/ner", "en-")
	if err != nil {
		return nil, err
	}
	return Load(data.FS, dir)
}

// NewWith returns the stage over a given model.
func NewWith(m *Model) document.Stage {
	pool := &sync.Pool{New: func() any { return &worker{x: NewExtractor(m.Lexicon)} }}
	return document.Stage{
		Name:     "ner",
		Version:  "6",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags},
		Provides: []document.Layer{document.LayerNames},
		Run: func(ctx context.Context, d *document.Document) error {
			w := pool.Get().(*worker)
			defer pool.Put(w)
			return w.run(ctx, m, d)
		},
	}
}

// worker is the scratch of one run.
type worker struct {
	x       *Extractor
	net     netReader
	search  search
	pieces  []piece
	emit    []int32 // of the words of the pieces, by names
	more    []int32 // of one piece, by extents
	extents []document.Name
	known   []document.Name
	doubts  []document.Name
	pool    pool
}

// piece is a stretch of a sentence that is tagged at once.
type piece struct {
	document.Range
	fold bool // case says nothing
}

// maxPiece is the longest stretch that is tagged at once, in words; a longer
// sentence is cut. maxPassage is the number of words in which the same word is
// taken to stand for the same thing.
const maxPiece, maxPassage = 400, 8000

func (w *worker) run(ctx context.Context, m *Model, d *document.Document) error {
	caseless := caselessText(d.Text)
	out := make([]document.Name, 0, len(d.Tokens)/12+4)
	w.pieces = w.pieces[:0]
	words := 0
	for _, s := range d.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		fold := caseless || capitals(d, s.Range)
		for first := s.First; first < s.End; first += maxPiece {
			p := piece{document.Range{First: first, End: min(first+maxPiece, s.End)}, fold}
			if words += p.Len(); words > maxPassage {
				out = w.passage(m, d, out)
				w.pieces, words = w.pieces[:0], p.Len()
			}
			w.pieces = append(w.pieces, p)
		}
	}
	w.doubts = nil
	d.Names = again(d, w.passage(m, d, out))
	calling(d, d.Names)
	d.Doubts = w.doubts
	return nil
}

// passage appends the names and extents of the pieces, in order.
func (w *worker) passage(m *Model, d *document.Document, out []document.Name) []document.Name {
	L, n := m.Names.labels, 0
	for _, p := range w.pieces {
		n += p.Len()
	}
	w.emit = resize(w.emit, n*L)
	w.pool.reset(n)
	w.extents = w.extents[:0]
	at := 0
	for _, p := range w.pieces {
		w.begin(m, d, p)
		w.score(m, d, p, w.emit[at*L:(at+p.Len())*L])
		w.pool.add(w.x)
		w.search.votes = 1
		w.more = resize(w.more, p.Len()*m.Extents.labels)
		m.Extents.Score(w.more, w.x)
		from := len(w.extents)
		w.extents = w.search.spans(m.Extents, w.more, p.First, w.extents)
		w.known = w.listed(d, p, w.known[:0])
		w.extents = merge(w.extents, from, w.known)
		at += p.Len()
	}
	w.pool.share(w.emit, m.Names)
	w.search.votes = 2
	at = 0
	from := len(out)
	for _, p := range w.pieces {
		out = w.search.spans(m.namer(p.fold), w.emit[at*L:(at+p.Len())*L], p.First, out)
		at += p.Len()
	}
	w.doubt(m, d, out[from:])
	return merge(trim(d, out, from), from, trim(d, w.extents, 0))
}

// namer is the tagger for a piece.
func (m *Model) namer(fold bool) *Tagger {
	if fold {
		return m.Caseless
	}
	return m.Names
}

// begin analyses the words of a piece.
func (w *worker) begin(m *Model, d *document.Document, p piece) {
	w.x.Begin(p.Len(), func(i int) string { return d.Word(p.First + i) }, p.fold)
}

// score fills the scores of names for the piece begun: those of the linear
// tagger, with those of the network.
func (w *worker) score(m *Model, d *document.Document, p piece, emit []int32) {
	m.namer(p.fold).Score(emit, w.x)
	L := m.Names.labels
	w.net.inputs = m.Network.Inputs(w.net.inputs[:0], w.x, func(i int) string { return d.Word(p.First + i) },
		func(i int) document.XPOS { return d.Tags[p.First+i].XPOS })
	m.Network.read(&w.net)
	for i := range p.Len() {
		row := emit[i*L : (i+1)*L]
		for l, v := range w.net.out.Row(i)[:L] {
			row[l] += int32(v) * Scale / (1 << kern.ActBits)
		}
		row[0] -= recall
	}
}

// recall is taken from the score of "no name", as both models say that too often.
const recall = Scale

// trim takes from the names from index from on what no name begins or ends with:
// marks, a possessive in front, and what several do behind ("Hamas Fighters
// │Defecting", in a headline). A name of which nothing is left goes, and so does
// a thing.
func trim(d *document.Document, out []document.Name, from int) []document.Name {
	kept := out[:from]
	for _, n := range out[from:] {
		for !n.Empty() && (mark(d.Word(n.First)) || possessive(d.Word(n.First))) {
			n.First++
		}
		for !n.Empty() && (mark(d.Word(n.End-1)) || n.Len() > 1 && doing(d, n.End-1)) {
			n.End--
		}
		if !n.Empty() && !thing(d, n) {
			kept = append(kept, n)
		}
	}
	return kept
}

// thing reports a word in small letters behind an article that would be a person:
// "marched into the bush".
func thing(d *document.Document, n document.Name) bool {
	i := n.First
	return n.Kind == document.NamePerson && n.Len() == 1 && i > 0 && !capitalised(d.Word(i)) && d.Tags[i-1].UPOS == document.DET
}

// doing reports whether a word says what the several before it do.
func doing(d *document.Document, i int) bool {
	before := d.Tags[i-1].XPOS
	return d.Tags[i].XPOS == document.VBG && (before == document.NNS || before == document.NNPS)
}

// mark reports whether a word has no letter, digit or sign of number, and is no
// full stop: that may belong to "Corp.".
func mark(w string) bool {
	for _, r := range w {
		if r == '.' || r == '%' || r == '$' || r == '£' || r == '€' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'S" || w == "’S" }

// merge adds the extents that touch no name to the names from index from on.
func merge(out []document.Name, from int, extents []document.Name) []document.Name {
	for _, e := range extents {
		if !slices.ContainsFunc(out[from:], func(n document.Name) bool { return n.Touches(e.Range) }) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out[from:], func(a, b document.Name) int { return a.First - b.First })
	return out
}
