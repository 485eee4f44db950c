package sentence

import (
	"sayso/internal/document"
	"sayso/internal/kern"
	"sayso/internal/model/wordclass"
)

// lexeme is what the features of a gap take from a word beside it.
type lexeme struct {
	word, suffix, shape, coarse, middle, fine uint64
}

// outside stands beyond the ends of a block.
var outside = lexeme{word: 1, shape: 15}

// Gaps gives the features of the places between the tokens of a block.
type Gaps struct {
	d       *document.Document
	block   document.Range
	words   []lexeme
	shapes  []kern.Shape
	casing  uint64
	first   int // first token of the sentence that is open
	round   int // round brackets open
	quotes  int // quotation marks so far
	scanned int // tokens taken into round and quotes
}

// Reset prepares the gaps of a block.
func (g *Gaps) Reset(classes *wordclass.Table, d *document.Document, block document.Range) {
	g.d, g.block, g.words, g.shapes = d, block, g.words[:0], g.shapes[:0]
	for i := block.First; i < block.End; i++ {
		g.shapes = append(g.shapes, kern.ShapeOf(d.Word(i)))
	}
	g.casing = uint64(kern.CasingOf(g.shapes))
	for i := block.First; i < block.End; i++ {
		w := d.Word(i)
		h := kern.Word(w)
		c := classes.Of(h)
		shape := g.shapes[i-block.First]
		if (g.casing == uint64(kern.AllUpper) || g.casing == uint64(kern.AllLower)) && shape < kern.Number {
			shape = kern.Blank
		}
		g.words = append(g.words, lexeme{h, kern.Suffix(w, 3), uint64(shape), uint64(c.Coarse), uint64(c.Middle), uint64(c.Fine)})
	}
	g.Open(block.First)
}

// Open says that a sentence begins at token i.
func (g *Gaps) Open(i int) { g.first, g.round, g.quotes, g.scanned = i, 0, 0, i }

// Candidate reports whether a sentence may end after token i: a space follows,
// or a mark that may close it.
func (g *Gaps) Candidate(i int) bool {
	if i+1 >= g.block.End {
		return true
	}
	return g.d.Tokens[i].End < g.d.Tokens[i+1].Start || closes(g.d.Word(i)) || isCloser(g.d.Word(i))
}

func (g *Gaps) at(i int) *lexeme {
	if i < g.block.First || i >= g.block.End {
		return &outside
	}
	return &g.words[i-g.block.First]
}

// scan counts the brackets and quotation marks up to token i.
func (g *Gaps) scan(i int) {
	for ; g.scanned <= i; g.scanned++ {
		switch g.d.Word(g.scanned) {
		case "(", "[":
			g.round++
		case ")", "]":
			g.round--
		case "\"", "“", "”", "``", "''":
			g.quotes++
		}
	}
}

// Features appends the keys of the features of the gap after token i.
func (g *Gaps) Features(dst []uint64, i int) []uint64 {
	g.scan(i)
	p, a, b, c := g.at(i-1), g.at(i), g.at(i+1), g.at(i+2)
	space := uint64(0)
	if i+1 < g.block.End {
		space = uint64(min(1, g.d.Tokens[i+1].Start-g.d.Tokens[i].End))
	}
	if len(g.d.Blocks) < 2 {
		space |= 2 // no line ends to go by
	}
	rule := uint64(0)
	if closes(g.d.Word(i)) && ends(g.d, g.block, i) {
		rule = 1
	}
	if isCloser(g.d.Word(i)) && i > g.first && closes(g.d.Word(i-1)) {
		rule = 2
	}
	length := uint64(min(8, (i-g.first)/3))
	open := uint64(min(3, max(0, g.round)))<<1 | uint64(g.quotes&1)
	k := keys{dst}
	k.one(1, a.word)
	k.one(2, b.word)
	k.one(3, p.word)
	k.one(4, c.word)
	k.two(5, a.word, b.word)
	k.two(6, p.word, a.word)
	k.two(7, a.word, b.shape)
	k.two(8, b.word, c.word)
	k.two(9, b.shape, c.shape)
	k.two(10, a.shape, b.shape)
	k.two(11, rule, space<<8|g.casing)
	k.two(12, rule, a.word)
	k.two(13, rule, b.word)
	k.two(14, rule<<8|b.shape, a.word)
	k.two(15, length, rule<<4|space)
	k.two(16, open, a.word)
	k.two(17, open, rule<<8|b.shape)
	k.two(18, a.middle, b.shape)
	k.two(19, a.coarse, b.coarse)
	k.two(20, a.middle, b.middle)
	k.two(21, b.middle, rule<<8|b.shape)
	k.two(22, b.fine, a.shape)
	k.two(23, a.fine, b.shape)
	k.two(24, a.suffix, b.shape<<8|g.casing)
	k.two(25, p.shape<<8|a.shape, b.shape<<8|c.shape)
	k.two(26, b.word, a.shape<<8|b.shape)
	k.two(27, space, a.word)
	k.two(28, b.coarse<<8|c.coarse, a.coarse<<8|b.shape)
	k.two(29, space<<8|b.shape, a.shape)
	k.two(30, b.word, b.shape<<8|space)
	k.two(31, length, a.shape<<8|b.shape)
	k.two(32, p.shape<<8|g.casing, a.word)
	return k.dst
}

// keys gathers feature keys, each with the number of its template.
type keys struct{ dst []uint64 }

func (k *keys) one(template, a uint64) {
	k.dst = append(k.dst, kern.Join(template*0x51ed27, a))
}

func (k *keys) two(template, a, b uint64) {
	k.dst = append(k.dst, kern.Join(kern.Join(template*0x51ed27, a), b))
}
