package tag

import (
	"encoding/binary"
	"strings"

	"sayso/internal/document"
	"sayso/internal/kern"
)

// Script makes a lemma from a form: cut so many bytes off the end of the
// lower-case form and add a suffix.
type Script struct {
	Cut uint8
	Add string
}

// Apply returns the lemma of the lower-case form w.
func (s Script) Apply(w string) string {
	if int(s.Cut) > len(w) {
		return w
	}
	return w[:len(w)-int(s.Cut)] + s.Add
}

// Lemmas holds the lemmas of forms seen in training and suffix rules for the
// rest. The zero value is empty and ready to add to.
type Lemmas struct {
	Forms map[uint64]string // by FormKey
	Rules map[uint64]Script // by SuffixKey
}

// maxSuffix is the length of the longest suffix that has a rule.
const maxSuffix = 5

// FormKey is the key of a form with its tag.
func FormKey(form string, c Class) uint64 {
	return kern.Join(kern.Word(form), uint64(c.UPOS)<<8|uint64(c.XPOS))
}

// SuffixKey is the key of the last n letters of a form with its tag.
func SuffixKey(form string, n int, c Class) uint64 {
	return kern.Join(kern.Join(kern.Suffix(form, n), uint64(n)), uint64(c.UPOS)<<8|uint64(c.XPOS))
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
	low := strings.ToLower(form)
	for n := maxSuffix; n > 0; n-- {
		if n < len(low) {
			if s, ok := l.Rules[SuffixKey(low, n, c)]; ok {
				return s.Apply(low)
			}
		}
	}
	return low
}

// appendTo writes the tables, sorted by key.
func (l *Lemmas) appendTo(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(l.Forms)))
	for _, k := range sortedKeys(l.Forms) {
		dst = binary.LittleEndian.AppendUint64(dst, k)
		dst = appendString(dst, l.Forms[k])
	}
	dst = binary.LittleEndian.AppendUint32(dst, uint32(len(l.Rules)))
	for _, k := range sortedKeys(l.Rules) {
		dst = binary.LittleEndian.AppendUint64(dst, k)
		dst = append(dst, l.Rules[k].Cut)
		dst = appendString(dst, l.Rules[k].Add)
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

// readLemmas reads the tables.
func readLemmas(b []byte) (*Lemmas, error) {
	r := &reader{b: b}
	n := int(binary.LittleEndian.Uint32(r.take(4)))
	l := &Lemmas{Forms: make(map[uint64]string, min(n, len(b)/9)), Rules: map[uint64]Script{}}
	for range n {
		k := binary.LittleEndian.Uint64(r.take(8))
		l.Forms[k] = r.text()
		if r.short {
			return nil, errModel
		}
	}
	n = int(binary.LittleEndian.Uint32(r.take(4)))
	for range n {
		k := binary.LittleEndian.Uint64(r.take(8))
		cut := r.take(1)[0]
		l.Rules[k] = Script{cut, r.text()}
		if r.short {
			return nil, errModel
		}
	}
	if r.short || len(r.b) > 0 {
		return nil, errModel
	}
	return l, nil
}
