package document

import (
	"strings"
	"unicode"

	"sayso"
)

// Document is an article and the layers read so far. A layer that no stage
// has provided yet is nil.
type Document struct {
	Article *sayso.Article
	Text    string // Article.Reading(); every span points into it

	Blocks    []Block    // sentences: title, dateline, paragraphs, quote blocks
	Tokens    []Token    // tokens
	Sentences []Sentence // sentences
	Tags      []Tag      // tags: one a token
	Arcs      []Arc      // trees: one a token
	Names     []Name     // names
	Doubts    []Name     // names: persons nearly seen, apart from those in Names
	Entities  []Entity   // coref

	Times      []Time         // times
	Quantities []Quantity     // quantities
	Toponyms   []Toponym      // toponyms
	Actors     []ActorMention // actors

	Relevance    Relevance      // relevance: whether claims are worth looking for
	Events       []Event        // events
	Attributions []Attribution  // attributions
	Factuality   []Factuality   // factuality: one an event
	Opinions     []Opinion      // opinions
	People       []sayso.Person // people: who is named, and who of them is private
	Incidents    []sayso.Incident

	has map[Layer]bool
}

// New starts the document of an article; no layer is provided yet.
func New(a *sayso.Article) *Document {
	return &Document{Article: a, Text: a.Reading(), has: map[Layer]bool{}}
}

// Layer names what a stage provides.
type Layer string

// The layers, in the order in which the standard pipeline provides them.
const (
	LayerTokens       Layer = "tokens"
	LayerSentences    Layer = "sentences"
	LayerTags         Layer = "tags"
	LayerTrees        Layer = "trees"
	LayerNames        Layer = "names"
	LayerCoref        Layer = "coref"
	LayerTimes        Layer = "times"
	LayerQuantities   Layer = "quantities"
	LayerToponyms     Layer = "toponyms"
	LayerActors       Layer = "actors"
	LayerRelevance    Layer = "relevance"
	LayerEvents       Layer = "events"
	LayerAttributions Layer = "attributions"
	LayerFactuality   Layer = "factuality"
	LayerOpinions     Layer = "opinions"
	LayerPeople       Layer = "people"
	LayerIncidents    Layer = "incidents"
)

// Has reports whether a layer was provided.
func (d *Document) Has(l Layer) bool { return d.has[l] }

// Provided marks a layer as provided; the pipeline calls it after a stage ran.
func (d *Document) Provided(l Layer) { d.has[l] = true }

// Word returns the text of token i.
func (d *Document) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// SpanOf returns the byte span of the tokens of r; empty for an empty range.
func (d *Document) SpanOf(r Range) sayso.Span {
	if r.Empty() {
		return sayso.Span{}
	}
	return sayso.Span{Start: int(d.Tokens[r.First].Start), End: int(d.Tokens[r.End-1].End)}
}

// Words returns the text of the tokens of r.
func (d *Document) Words(r Range) string { return d.SpanOf(r).In(d.Text) }

// InCapitals reports whether the sentence of token i has no small letter: a
// headline, a teletype, a text shouted.
func (d *Document) InCapitals(i int) bool {
	s := d.SentenceOf(i)
	return s >= 0 && !strings.ContainsFunc(d.Words(d.Sentences[s].Range), unicode.IsLower)
}

// SentenceOf returns the index of the sentence that holds token i, or -1.
func (d *Document) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; d.Sentences[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].First <= i {
		return lo
	}
	return -1
}
