package frame

import "sayso/internal/document"

// View is what the finders and the features need of a document, computed once:
// subtree extents, children, quoted passages and hashed words. It is read-only
// after NewView and holds no reference to anything but the document.
type View struct {
	D      *document.Document
	L, R   []int32 // subtree of token i is [L[i], R[i]), its hull where trees cross
	Depth  []int32 // arcs up to the root
	Quote  []int32 // index into Quotes of the quoted passage that holds the token, -1
	Quotes []Quote
	Sent   []int32  // sentence of the token
	Word   []uint32 // hash of the lower-cased word
	Lemma  []uint32 // hash of the lemma
	kids   []int32  // children of all tokens, grouped by head, in text order
	first  []int32  // kids of i are kids[first[i]:first[i+1]]
}

// NewView reads a document that has tokens, sentences, tags and trees.
func NewView(d *document.Document) *View {
	n := len(d.Tokens)
	v := &View{D: d, L: make([]int32, n), R: make([]int32, n), Depth: make([]int32, n), Quote: make([]int32, n),
		Sent: make([]int32, n), Word: make([]uint32, n), Lemma: make([]uint32, n)}
	for s, sent := range d.Sentences {
		for i := sent.First; i < sent.End; i++ {
			v.Sent[i] = int32(s)
		}
	}
	v.readWords()
	v.readTree()
	v.readQuotes()
	return v
}

func (v *View) readWords() {
	for i := range v.D.Tokens {
		v.Word[i] = hashLower(v.D.Word(i))
		v.Lemma[i] = hashLower(v.D.Tags[i].Lemma)
	}
}

// readTree fills children, extents and depths.
func (v *View) readTree() {
	n := len(v.D.Tokens)
	v.first = make([]int32, n+2)
	for i := range n {
		v.L[i], v.R[i] = int32(i), int32(i+1)
		if h := v.Head(i); h >= 0 {
			v.first[h+2]++
		}
	}
	for i := 2; i < len(v.first); i++ {
		v.first[i] += v.first[i-1]
	}
	v.kids = make([]int32, n)
	for i := range n {
		if h := v.Head(i); h >= 0 {
			v.kids[v.first[h+1]] = int32(i)
			v.first[h+1]++
		}
	}
	v.first = v.first[:n+1]
	for i := range n {
		v.spread(i)
	}
}

// spread widens the extents of all above token i; cycles of a broken tree end
// after as many steps as the document has tokens.
func (v *View) spread(i int) {
	depth := int32(0)
	for h := v.Head(i); h >= 0 && int(depth) < len(v.L); h = v.Head(h) {
		v.L[h] = min(v.L[h], int32(i))
		v.R[h] = max(v.R[h], int32(i+1))
		depth++
	}
	v.Depth[i] = depth
}

// Head is the head of token i, -1 at the root and for arcs out of the document.
func (v *View) Head(i int) int {
	h := int(v.D.Arcs[i].Head)
	if h >= len(v.D.Arcs) || h == i {
		return -1
	}
	return h
}

// Rel is the relation of token i to its head.
func (v *View) Rel(i int) document.Rel { return v.D.Arcs[i].Rel }

// UPOS is the part of speech of token i.
func (v *View) UPOS(i int) document.UPOS { return v.D.Tags[i].UPOS }

// Kids are the children of token i in text order.
func (v *View) Kids(i int) []int32 { return v.kids[v.first[i]:v.first[i+1]] }

// Kid returns the first child of token i with one of the relations, or -1.
func (v *View) Kid(i int, rels ...document.Rel) int {
	for _, k := range v.Kids(i) {
		for _, r := range rels {
			if v.Rel(int(k)) == r {
				return int(k)
			}
		}
	}
	return -1
}

// Subtree is the hull of the words below token i, itself included.
func (v *View) Subtree(i int) document.Range {
	return document.Range{First: int(v.L[i]), End: int(v.R[i])}
}

// SentenceRange is the sentence of token i.
func (v *View) SentenceRange(i int) document.Range { return v.D.Sentences[v.Sent[i]].Range }

// Below reports whether token i is in the subtree of token h.
func (v *View) Below(i, h int) bool {
	for steps := 0; i >= 0 && steps <= len(v.L); i, steps = v.Head(i), steps+1 {
		if i == h {
			return true
		}
	}
	return false
}

// Punct reports whether token i is punctuation.
func (v *View) Punct(i int) bool { return v.UPOS(i) == document.PUNCT }

// QuoteMark reports whether token i is a double quotation mark of any form.
func (v *View) QuoteMark(i int) bool {
	switch v.D.Word(i) {
	case `"`, "“", "”", "''", "``", "«", "»":
		return true
	}
	return false
}

// Trim drops punctuation at both ends of r, but keeps the quotation marks that
// pair inside it and closing marks that belong to the words.
func (v *View) Trim(r document.Range) document.Range {
	for !r.Empty() && v.Punct(r.First) && !v.opens(r.First, r) {
		r.First++
	}
	for !r.Empty() && v.Punct(r.End-1) && !v.closes(r.End-1, r) {
		r.End--
	}
	return r
}

func (v *View) opens(i int, r document.Range) bool {
	q := v.Quote[i]
	return q >= 0 && v.Quotes[q].First == i && r.End > i+1
}

func (v *View) closes(i int, r document.Range) bool {
	q := v.Quote[i]
	return q >= 0 && v.Quotes[q].End == i+1 && r.First < i
}

// hashLower is FNV-1a over the lower-cased bytes; ASCII is folded in place.
func hashLower(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// Hash is the hash that [View.Word] and [View.Lemma] hold, for comparing.
func Hash(s string) uint32 { return hashLower(s) }
