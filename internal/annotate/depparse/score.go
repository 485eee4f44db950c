package depparse

import (
	"slices"

	"sayso/internal/document"
	"sayso/internal/kern"
)

// scorer holds the buffers in which the network reads a sentence.
type scorer struct {
	net            *Network
	buffers        kern.ConvBuffers
	x, h, rooted   kern.Matrix
	dep, head, arc kern.Matrix
	depD, headD    []int32
	scores         []int32
	stride         int
	labelD, labelH kern.Matrix
	mixed, labels  kern.Matrix
}

// encode fills s.h with what the network makes of the words in their sentence.
func (s *scorer) encode(n int, entry func(int) Entry) {
	s.x.Resize(n, InputDims)
	for i := range n {
		s.net.fill(s.x.Row(i), entry(i))
	}
	s.net.Conv.Apply(&s.h, &s.x, &s.buffers)
}

// fill writes the input of a word.
func (n *Network) fill(x []int16, e Entry) {
	at := copy(x, n.Words.Row(e.Word))
	at += copy(x[at:], n.Suffixes.Row(e.Suffix))
	at += copy(x[at:], n.Tags.Row(e.Tag))
	clear(x[at:])
	for i, v := range e.Vector {
		x[at+i] = int16(int8(v)) << (kern.ActBits - 5)
	}
}

// arcs fills s.scores: a row of s.stride numbers for each dependent, with the
// score of each head, the root last.
func (s *scorer) arcs() {
	n := s.h.Rows
	s.rooted.Resize(n+1, Hidden)
	copy(s.rooted.Data, s.h.Data[:n*Hidden])
	copy(s.rooted.Row(n), s.net.Root.Row(0))
	s.net.Dep.Apply(&s.dep, &s.h, true)
	s.net.Head.Apply(&s.head, &s.rooted, true)
	s.net.Arc.Apply(&s.arc, &s.dep, false)
	s.stride = (n + 4) / 4 * 4
	s.scores = slices.Grow(s.scores[:0], n*s.stride)[:n*s.stride]
	s.depD = products(s.depD, &s.dep, &s.net.DepDist)
	s.headD = products(s.headD, &s.head, &s.net.HeadDist)
	for i := range n {
		row := s.scores[i*s.stride : (i+1)*s.stride]
		kern.Products(row, s.arc.Row(i), &s.head)
		for j := range n + 1 {
			d := Distance(i, j, n)
			row[j] += s.depD[i*Distances+d] + s.headD[j*Distances+d]
		}
	}
}

// products fills dst with the products of each row of a with each row of b,
// whose number of rows is Distances.
func products(dst []int32, a, b *kern.Matrix) []int32 {
	dst = slices.Grow(dst[:0], a.Rows*Distances)[:a.Rows*Distances]
	for i := range a.Rows {
		kern.Products(dst[i*Distances:(i+1)*Distances], a.Row(i), b)
	}
	return dst
}

// relations fills s.labels with a row of scores for the relation of each word
// to its head.
func (s *scorer) relations(heads []int32) {
	n := s.h.Rows
	s.net.LabelDep.Apply(&s.labelD, &s.h, false)
	s.net.LabelHead.Apply(&s.labelH, &s.rooted, false)
	s.mixed.Resize(n, LabelDims)
	for i := range n {
		a, b := s.labelD.Row(i), s.labelH.Row(int(heads[i]))
		c := s.net.LabelDist.Row(Distance(i, int(heads[i]), n))
		row := s.mixed.Row(i)
		for k := range row {
			row[k] = int16(max(0, min(32767, int32(a[k])+int32(b[k])+int32(c[k]))))
		}
	}
	s.net.Label.Apply(&s.labels, &s.mixed, false)
}

// relation returns the relation of word i with the highest score: root under
// the root alone.
func (s *scorer) relation(i int, root bool) document.Rel {
	if root {
		return document.Root
	}
	row := s.labels.Row(i)
	best := int(document.Root) + 1
	for r := best + 1; r < document.RelCount; r++ {
		if row[r] > row[best] {
			best = r
		}
	}
	return document.Rel(best)
}
