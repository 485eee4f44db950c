// Package packed writes a document's layers as bytes and reads them back, so
// that a new version of one stage goes on from what the stages before it made.
//
// A slice of records is written column by column: lengths first, then each
// field of all of them, whole numbers as the difference from the one before.
// That is small, and packs well. Nothing says what a field is called: the bytes
// start with a digest of the shapes of all layers' types, and a program whose
// types have other shapes does not read them. What Unpack answers with is equal
// to what was packed, nil apart from empty.
//
//	tokens "He ran." → 3 starts +0 +3 +3, 3 ends +2 +4 +1
package packed

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// ErrShape is what bytes fail with that were packed by a program with other
// types, or are none of ours.
var ErrShape = errors.New("the layers have another shape")

// layer is one layer's name and where a document keeps it.
type layer struct {
	name document.Layer
	in   func(*document.Document) []any // pointers
}

// layers are all that is kept: the incidents stand in the article's record.
var layers = []layer{
	{document.LayerTokens, func(d *document.Document) []any { return []any{&d.Tokens} }},
	{document.LayerSentences, func(d *document.Document) []any { return []any{&d.Blocks, &d.Sentences} }},
	{document.LayerRelevance, func(d *document.Document) []any { return []any{&d.Relevance} }},
	{document.LayerTags, func(d *document.Document) []any { return []any{&d.Tags} }},
	{document.LayerTrees, func(d *document.Document) []any { return []any{&d.Arcs} }},
	{document.LayerNames, func(d *document.Document) []any { return []any{&d.Names, &d.Doubts} }},
	{document.LayerCoref, func(d *document.Document) []any { return []any{&d.Entities} }},
	{document.LayerTimes, func(d *document.Document) []any { return []any{&d.Times} }},
	{document.LayerQuantities, func(d *document.Document) []any { return []any{&d.Quantities} }},
	{document.LayerToponyms, func(d *document.Document) []any { return []any{&d.Toponyms} }},
	{document.LayerActors, func(d *document.Document) []any { return []any{&d.Actors} }},
	{document.LayerPeople, func(d *document.Document) []any { return []any{&d.People} }},
	{document.LayerEvents, func(d *document.Document) []any { return []any{&d.Events} }},
	{document.LayerAttributions, func(d *document.Document) []any { return []any{&d.Attributions} }},
	{document.LayerFactuality, func(d *document.Document) []any { return []any{&d.Factuality} }},
	{document.LayerOpinions, func(d *document.Document) []any { return []any{&d.Opinions} }},
}

// shape is a digest of the types of all layers.
var shape = shapeOf()

func shapeOf() []byte {
	var b strings.Builder
	seen := map[reflect.Type]bool{}
	var describe func(reflect.Type)
	describe = func(t reflect.Type) {
		fmt.Fprint(&b, t.Kind(), " ")
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			describe(t.Elem())
		case reflect.Struct:
			if fmt.Fprint(&b, t.Name()); seen[t] {
				return
			}
			seen[t] = true
			for i := range t.NumField() {
				fmt.Fprint(&b, "\n", t.Field(i).Name, " ")
				describe(t.Field(i).Type)
			}
		}
	}
	for _, l := range layers {
		fmt.Fprint(&b, "\n", l.name, " ")
		for _, p := range l.in(&document.Document{}) {
			describe(reflect.TypeOf(p).Elem())
		}
	}
	h := sha256.Sum256([]byte(b.String()))
	return h[:8]
}

// Pack writes the layers of a document that keep says yes to and that it has.
func Pack(d *document.Document, keep func(document.Layer) bool) []byte {
	w := &writer{out: bytes.Clone(shape)}
	mask := uint64(0)
	for i, l := range layers {
		if d.Has(l.name) && keep(l.name) {
			mask |= 1 << i
		}
	}
	w.uint(mask)
	for i, l := range layers {
		if mask&(1<<i) == 0 {
			continue
		}
		for _, p := range l.in(d) {
			v := reflect.ValueOf(p).Elem()
			w.column(v.Type(), []reflect.Value{v})
		}
	}
	return w.out
}

// Unpack reads the layers that were packed of an article's document, those that
// keep says yes to. It fails with [ErrShape].
func Unpack(a *sayso.Article, b []byte, keep func(document.Layer) bool) (d *document.Document, err error) {
	rest, ours := bytes.CutPrefix(b, shape)
	if !ours {
		return nil, ErrShape
	}
	d = document.New(a)
	r := &reader{in: rest}
	mask := r.uint()
	for i, l := range layers {
		if mask&(1<<i) == 0 {
			continue
		}
		for _, p := range l.in(d) {
			v := reflect.ValueOf(p).Elem()
			if r.column(v.Type(), []reflect.Value{v}); !keep(l.name) {
				v.SetZero()
			}
		}
		if keep(l.name) {
			d.Provided(l.name)
		}
	}
	if r.err != nil || len(r.in) > 0 || mask>>len(layers) != 0 {
		return nil, errors.Join(ErrShape, r.err)
	}
	return d, nil
}
