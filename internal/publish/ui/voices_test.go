package ui

import (
	"strings"
	"testing"

	"sayso"
	"sayso/internal/document"
)

// spoken is a document of words with attributions given as ranges of words.
func spoken(text string, list []document.Attribution) *document.Document {
	d := &document.Document{Text: text, Attributions: list}
	at := 0
	for _, w := range strings.Fields(text) {
		i := at + strings.Index(text[at:], w)
		d.Tokens = append(d.Tokens, document.Token{Start: int32(i), End: int32(i + len(w))})
		at = i + len(w)
	}
	return d
}

// What stands within another's word is within its element, and is numbered
// under it; what crosses an end goes on behind it, and is said and noted once.
func TestVoicesNest(t *testing.T) {
	words := func(a, b int) []document.Range { return []document.Range{{First: a, End: b}} }
	doc := spoken("Radio said a doctor reported that seven died and the army denied it", []document.Attribution{
		{Source: words(2, 4), Cue: words(4, 5), Content: words(5, 8), Name: "doctor", Stance: sayso.StanceAsserted, Vouches: true, Parent: 1},
		{Source: words(0, 1), Cue: words(1, 2), Content: words(2, 9), Name: "Radio", Stance: sayso.StanceAsserted, Vouches: true, Parent: -1},
		{Source: words(9, 11), Cue: words(11, 12), Content: words(12, 13), Name: "army", Stance: sayso.StanceDenied, Vouches: true, Parent: -1},
		{Content: words(7, 10), Cue: words(4, 5), Stance: sayso.StanceAlleged, Vouches: true, Parent: -1},
	})
	h := voicesIn("a", doc)
	if len(h.Says) != 3 || h.Says[0].Who != "Radio" || len(h.Says[0].Inner) != 1 || h.Says[0].Inner[0].N != "1.1" || h.Says[2].N != "3" || !h.Says[1].Hedge {
		t.Errorf("%+v", h.Says)
	}
	var b strings.Builder
	for _, p := range pieces(doc.Text, sayso.Span{End: len(doc.Text)}, h.marks()) {
		for _, o := range p.Open {
			b.WriteString("<" + strings.TrimSpace(o.Label))
		}
		b.WriteString("[" + strings.TrimSpace(p.Text) + "]")
		for _, e := range p.Ends {
			if b.WriteString(">"); e.Said {
				b.WriteString(")")
			}
			b.WriteString(e.Ref)
		}
	}
	want := "<[Radio]>[said]<(asserted by Radio:<[a doctor]>[]<(a hedge:[reported]>)[]<(asserted by doctor:[that seven]<(alleged, by nobody named:[died]>>)1.1<[and]>>)1<[]<[the]>>)2<[army]>[denied]<(denied by army:[it]>)3"
	if b.String() != want {
		t.Errorf("\n%s, want\n%s", b.String(), want)
	}
}

// Opinion and hedges are marked, heard and listed whether or not a happening
// stands in them; a happening in words alone is told once, with what holds it.
func TestOpinionsAndHedges(t *testing.T) {
	span := func(a, b int) document.Range { return document.Range{First: a, End: b} }
	doc := spoken("It is a disgrace . Perhaps they must attack the hills . Blast them", nil)
	doc.Opinions = []document.Opinion{{Range: span(0, 4), Kind: document.OpinionJudgement, Why: sayso.Because("", "a verdict")},
		{Range: span(5, 6), Kind: document.OpinionHedge}, {Range: span(5, 11), Kind: document.OpinionCall}}
	doc.Events = []document.Event{{Trigger: 8, Extent: span(8, 11)}, {Trigger: 12, Extent: span(12, 14)}, {Trigger: 1, Extent: span(1, 2)}}
	doc.Factuality = []document.Factuality{{Event: 0, Opinion: true}, {Event: 1, Opinion: true, Why: sayso.Because("", "a call")}, {Event: 2}}
	h := voicesIn("a", doc)
	var told []string
	for _, o := range h.Opinions {
		told = append(told, opinionNames[o.Kind]+": "+o.Words+" ("+o.Why+")")
	}
	if got, want := strings.Join(told, "; "), "opinion: It is a disgrace (a verdict); hedge: Perhaps (); call: Perhaps they must attack the hills (); no report: Blast them (a call)"; got != want {
		t.Errorf("\n%s, want\n%s", got, want)
	}
	var b strings.Builder
	for _, p := range pieces(doc.Text, sayso.Span{End: len(doc.Text)}, h.marks()) {
		for _, o := range p.Open {
			b.WriteString("<" + o.Class + " " + strings.TrimSpace(o.Label))
		}
		b.WriteString("[" + strings.TrimSpace(p.Text) + "]")
		b.WriteString(strings.Repeat(">", len(p.Ends)))
	}
	if want := "<opinion (opinion:[It is a disgrace]>[.]<opinion (a call:<hedge (a hedge:[Perhaps]>[they must attack the hills]>[.]<opinion (opinion, no report:[Blast them]>"; b.String() != want {
		t.Errorf("\n%s, want\n%s", b.String(), want)
	}
}
