// Package print writes one layer of a document as lines that a linguist can
// read. `sayso inspect` prints with it, and the expected texts of the stages'
// tests are written by it, so that what a test shows is what a user sees.
//
//	tokens        The|army|said|…                       a sentence a line
//	tags          The/DET/DT/the army/NOUN/NN/army
//	trees         2 army nsubj 3                        a token a line
//	names         organisation  Hamas  17-22
//	times         "nearly a year ago"  DATE 2016 …
//
// Byte offsets are those of [document.Document.Text].
package print

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// printers are the layers that can be printed.
var printers = map[document.Layer]func(*bytes.Buffer, *document.Document){
	document.LayerTokens: tokens, document.LayerSentences: sentences, document.LayerTags: tags,
	document.LayerTrees: trees, document.LayerNames: names, document.LayerCoref: coref,
	document.LayerTimes: times, document.LayerQuantities: quantities, document.LayerToponyms: toponyms,
	document.LayerActors: actors, document.LayerPeople: people, document.LayerRelevance: relevance, document.LayerEvents: events,
	document.LayerAttributions: attributions, document.LayerFactuality: factuality, document.LayerOpinions: opinions, document.LayerIncidents: incidents,
}

// Layers lists the layers that can be printed, in the order in which the
// pipeline provides them.
func Layers() []document.Layer {
	return []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
		document.LayerNames, document.LayerCoref, document.LayerTimes, document.LayerQuantities, document.LayerToponyms,
		document.LayerActors, document.LayerPeople, document.LayerRelevance, document.LayerEvents, document.LayerAttributions,
		document.LayerFactuality, document.LayerOpinions, document.LayerIncidents}
}

// Layer writes one layer of d. It fails for a layer that does not exist; a
// layer that is empty prints nothing.
func Layer(w io.Writer, d *document.Document, l document.Layer) error {
	p, ok := printers[l]
	if !ok {
		var known []string
		for _, k := range Layers() {
			known = append(known, string(k))
		}
		return fmt.Errorf("there is no layer %q; the layers are %s", l, strings.Join(known, ", "))
	}
	var b bytes.Buffer
	p(&b, d)
	_, err := w.Write(b.Bytes())
	return err
}

// String returns what [Layer] writes, or the reason why it cannot.
func String(d *document.Document, l document.Layer) string {
	var b strings.Builder
	if err := Layer(&b, d, l); err != nil {
		return err.Error() + "\n"
	}
	return b.String()
}

// words are the words of a range on one line.
func words(d *document.Document, r document.Range) string {
	if r.First < 0 || r.End > len(d.Tokens) {
		return ""
	}
	return oneLine(d.Words(r))
}

// all are the words of ranges, with … between.
func all(d *document.Document, rs []document.Range) string {
	var out []string
	for _, r := range rs {
		out = append(out, words(d, r))
	}
	return strings.Join(out, " … ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func word(d *document.Document, i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return "_"
	}
	return d.Word(i)
}

// number writes an open range of whole numbers: "7-10", "3+", "…10", "5".
func number(lo, hi *int) string {
	switch {
	case lo == nil && hi == nil:
		return "?"
	case lo == nil:
		return fmt.Sprintf("…%d", *hi)
	case hi == nil:
		return fmt.Sprintf("%d+", *lo)
	case *lo == *hi:
		return fmt.Sprint(*lo)
	}
	return fmt.Sprintf("%d-%d", *lo, *hi)
}

// interval writes the days of a When: "2017-02-08", "2016-02 … 2017-02", "?".
func interval(w sayso.When) string {
	switch {
	case !w.Earliest.Known() && !w.Latest.Known():
		return "?"
	case w.Earliest == w.Latest:
		return w.Earliest.String()
	}
	return w.Earliest.String() + ".." + w.Latest.String()
}

// flags joins the names of those that are set, with a space before each.
func flags(names ...string) string {
	names = slices.DeleteFunc(names, func(n string) bool { return n == "" })
	if len(names) == 0 {
		return ""
	}
	return " " + strings.Join(names, " ")
}

func flag(set bool, name string) string {
	if set {
		return name
	}
	return ""
}
