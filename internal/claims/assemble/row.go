package assemble

import (
	"strings"

	"sayso/internal/document"
)

// one is somebody of a row of people: the words, their head, whether "and"
// stands before them or only a comma.
type one struct {
	at   document.Range
	head int
	and  bool
}

// longestOne is how many words somebody of a row may be told by up to the head.
const longestOne = 8

// inRow adds up people who stand in a row with nothing but commas and "and"
// between them: "Rodriguez, his son, and 15 others". A name after a description
// or a description after a name, with a comma alone, tells of the same person, and
// so does a noun after "and" that has no article of its own.
func (r *reader) inRow(h int, at document.Range) (sum int, all document.Range) {
	x, ok := r.oneAt(h)
	if !ok {
		return 0, at
	}
	row := []one{x}
	for {
		y, ok := r.oneBefore(&row[0])
		if !ok {
			break
		}
		row = append([]one{y}, row...)
	}
	for {
		y, ok := r.oneAfter(&row[len(row)-1])
		if !ok {
			break
		}
		row = append(row, y)
	}
	and := false
	for i := range row {
		if i > 0 && r.sameOne(&row[i-1], &row[i]) {
			continue
		}
		n := r.howMany(row[i].head)
		if n == 0 {
			return 0, at
		}
		sum += n
		and = and || i > 0 && row[i].and
	}
	all = document.Range{First: row[0].at.First, End: row[len(row)-1].at.End}
	if len(row) < 2 || !and || !row[len(row)-1].and && !r.sameOne(&row[len(row)-2], &row[len(row)-1]) {
		return 0, at
	}
	return sum, all
}

// oneAt is the somebody headed by a token: the widest mention, or a number of others.
func (r *reader) oneAt(h int) (one, bool) {
	x := one{at: document.Range{First: h, End: h + 1}, head: h}
	k := r.actorAt(h)
	if k >= 0 {
		x.at = r.d.Actors[k].Range
	}
	if q := r.numberOf(h); q >= 0 {
		x.at.First = min(x.at.First, r.d.Quantities[q].First)
	}
	for x.at.First > 0 { // President Juan Perez
		if w := &r.d.Tags[x.at.First-1]; w.UPOS != document.PROPN || r.d.Tags[h].UPOS != document.PROPN {
			break
		}
		x.at.First--
	}
	return x, !r.possessive(h) && r.howMany(h) > 0
}

// sameOne reports whether the second of two in a row only says who the first is.
func (r *reader) sameOne(x, y *one) bool {
	name := func(o *one) bool { return r.d.Tags[o.head].UPOS == document.PROPN }
	if y.and {
		return r.determined(x) && !r.determined(y) && r.d.Tags[y.head].XPOS.String() == "NN" // "the leader and son of the founder"
	}
	if name(x) == name(y) {
		return false
	}
	return !r.possessive(y.at.First) // his son is somebody else
}

// determined reports whether words of somebody's own say which or how many:
// "the", "a", "his", "two".
func (r *reader) determined(x *one) bool {
	for i := max(0, x.at.First-1); i < x.head; i++ {
		switch r.d.Tags[i].UPOS {
		case document.DET, document.NUM:
			return true
		}
		if r.possessive(i) {
			return true
		}
	}
	return false
}

func (r *reader) possessive(i int) bool { return r.d.Tags[i].XPOS.String() == "PRP$" }

// oneAfter is who stands next in a row.
func (r *reader) oneAfter(x *one) (y one, ok bool) {
	and, i, sent := false, x.at.End, r.d.Sentences[r.d.SentenceOf(x.head)]
	for i < sent.End && r.ties(i, sent.End, &and) {
		i++
	}
	if i == x.at.End {
		return y, false
	}
	for h := i; h < min(sent.End, i+longestOne); h++ {
		if y, ok = r.oneAt(h); ok && y.at.First <= i+1 && y.at.First >= x.at.End {
			y.and = and
			return y, !r.befellApart(x, &y)
		}
	}
	return y, false
}

// oneBefore is who stands before in a row; it notes how the two are tied.
func (r *reader) oneBefore(x *one) (y one, ok bool) {
	sent := r.d.Sentences[r.d.SentenceOf(x.head)]
	for h := x.at.First - 1; h >= sent.First && h > x.at.First-2*longestOne; h-- {
		if y, ok = r.oneAt(h); !ok || y.at.End > x.at.First {
			continue
		}
		if z, ok := r.oneAfter(&y); ok && z.head == x.head {
			x.and = z.and
			return y, true
		}
	}
	return y, false
}

// ties reports whether a token may stand between two of a row: a comma, "and",
// "as well as", "along with", an age; it notes those that say one more.
func (r *reader) ties(i, end int, and *bool) bool {
	word := func(k int) string {
		if k < 0 || k >= end {
			return ""
		}
		return strings.ToLower(r.d.Word(k))
	}
	switch w := word(i); {
	case w == ",":
	case w == "and", w == "along" && word(i+1) == "with", w == "as" && word(i+1) == "well":
		*and = true
	case w == "with" && word(i-1) == "along", w == "well" && word(i-1) == "as", w == "as" && word(i-1) == "well":
	case r.d.Tags[i].UPOS == document.NUM && word(i-1) == "," && word(i+1) == ",":
	default:
		return false
	}
	return true
}
