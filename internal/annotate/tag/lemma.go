package tag

import (
	"encoding/binary"
	"strings"

	"sayso/internal/document"
	"sayso/internal/kern"
)

// Lemmas holds the lemmas of forms seen in training; the lemmas of others are
// made by rule. The zero value is empty and ready to add to.
type Lemmas struct {
	Forms map[uint64]string // by FormKey
	rank  func(word string) int
}

// FormKey is the key of a form with its tag.
func FormKey(form string, c Class) uint64 {
	return kern.Join(kern.Word(form), uint64(c.UPOS)<<8|uint64(c.XPOS))
}

// Of returns the lemma of a form.
func (l *Lemmas) Of(form string, c Class) string {
	if c.UPOS == document.PROPN && kern.ShapeOf(form) != kern.Upper {
		return form
	}
	if len(form) > 40 {
		return form
	}
	if s, ok := l.Forms[FormKey(form, c)]; ok {
		if form[0] >= '0' && form[0] <= '9' {
			return form
		}
		return s
	}
	if c.UPOS == document.PROPN {
		return form
	}
	return l.byRule(strings.ToLower(form), c)
}

// appendTo writes the table, sorted by key.
func (l *Lemmas) appendTo(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(l.Forms)))
	for _, k := range sortedKeys(l.Forms) {
		dst = binary.LittleEndian.AppendUint64(dst, k)
		dst = appendString(dst, l.Forms[k])
	}
	return dst
}

func appendString(dst []byte, s string) []byte {
	s = s[:min(len(s), 255)]
	return append(append(dst, uint8(len(s))), s...)
}

// reader takes numbers and strings off a payload; short turns true when it ends
// too soon.
type reader struct {
	b     []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if r.short || len(r.b) < n {
		r.short = true
		return make([]byte, n)
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) text() string { return string(r.take(int(r.take(1)[0]))) }

// readLemmas reads the table.
func readLemmas(b []byte) (*Lemmas, error) {
	r := &reader{b: b}
	n := int(binary.LittleEndian.Uint32(r.take(4)))
	l := &Lemmas{Forms: make(map[uint64]string, min(n, len(b)/9))}
	for range n {
		k := binary.LittleEndian.Uint64(r.take(8))
		l.Forms[k] = r.text()
		if r.short {
			return nil, errModel
		}
	}
	if r.short || len(r.b) > 0 {
		return nil, errModel
	}
	return l, nil
}
