package places

import (
	"context"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/gazetteer"
)

// tally counts over a set.
type tally struct {
	gaz                   *gazetteer.Gazetteer
	gold, found, guessed  int // names: in the corpus, found exactly, proposed
	located, right, near  int // found names with coordinates: all, right, right by distance alone
	goldLocated           int
	popRight, popNear     int
	distances, popDistant []float64
	bins                  [10]bin
	brier                 float64
	miss                  func(columns ...string)
}

// bin is one row of the reliability table.
type bin struct {
	n, right int
	sum      float64
}

func newTally(g *gazetteer.Gazetteer, o eval.Options) *tally { return &tally{gaz: g, miss: o.Miss} }

// add runs the stage over one article and counts.
func (t *tally) add(ctx context.Context, stage document.Stage, x *Read) error {
	d := x.Doc
	if err := stage.Run(ctx, d); err != nil {
		return err
	}
	defer func() { d.Toponyms = nil }()
	t.guessed += len(d.Toponyms)
	t.gold += len(x.Gold)
	bySpan := map[document.Range]*document.Toponym{}
	for i := range d.Toponyms {
		bySpan[d.Toponyms[i].Range] = &d.Toponyms[i]
	}
	for i := range x.Gold {
		g := &x.Gold[i]
		if g.Located {
			t.goldLocated++
		}
		top := bySpan[x.Names[i]]
		if top == nil {
			t.missed("not found", x, g, "")
			continue
		}
		t.found++
		if g.Located {
			t.place(x, g, top)
		}
		delete(bySpan, x.Names[i])
	}
	for i := range d.Toponyms {
		if top := &d.Toponyms[i]; bySpan[top.Range] != nil {
			t.miss("extra", contextOf(d, top.Range), "", top.Place.ID, x.Article.ID)
		}
	}
	return nil
}

func contextOf(d *document.Document, r document.Range) string {
	a, b := max(0, r.First-6), min(len(d.Tokens), r.End+6)
	return d.Words(document.Range{First: a, End: r.First}) + " [" + d.Words(r) + "] " + d.Words(document.Range{First: r.End, End: b})
}

func (t *tally) missed(why string, x *Read, g *Gold, got string) {
	at := tokensOf(x.Doc, g.Span)
	words := g.Span.In(x.Doc.Text)
	if at.First >= 0 {
		words = contextOf(x.Doc, at)
	}
	t.miss(why, words, fmt.Sprintf("%s %s %.1f %.1f", g.ID, g.Kind, g.Lat, g.Lon), got, x.Article.ID)
}

// place counts a found name whose place the corpus gives.
func (t *tally) place(x *Read, g *Gold, top *document.Toponym) {
	t.located++
	km := 20000.0
	right := false
	if p := &top.Place; p.Lat != nil {
		e := entryOf(p)
		km = g.Distance(&e)
		right = g.Right(&e)
	}
	t.distances = append(t.distances, km)
	if km <= Near {
		t.near++
	}
	if right {
		t.right++
	} else {
		t.missed("wrong place", x, g, top.Place.ID+" "+top.Place.Chosen)
	}
	t.bin(top.Place.Confidence, right)
	t.population(x, g, top)
}

// entryOf makes of a place what the rule needs.
func entryOf(p *sayso.Place) gazetteer.Entry {
	e := gazetteer.Entry{ID: p.ID, Lat: *p.Lat, Lon: *p.Lon, Kind: gazetteer.KindTown}
	if p.Level == sayso.LevelCountry || p.Level == sayso.LevelRegion {
		e.Kind = gazetteer.KindAdmin1
	}
	return e
}

func (t *tally) bin(confidence float64, right bool) {
	b := &t.bins[min(int(confidence*10), 9)]
	b.n++
	b.sum += confidence
	is := 0.0
	if right {
		b.right++
		is = 1
	}
	t.brier += (confidence - is) * (confidence - is)
}

// population counts what the place with the most people would have been.
func (t *tally) population(x *Read, g *Gold, top *document.Toponym) {
	best, people := gazetteer.Entry{}, -1
	for _, p := range t.gaz.Named(x.Doc.Words(top.Range)) {
		if e := t.gaz.Entry(p.Entry()); e.Population > people {
			best, people = e, e.Population
		}
	}
	km := 20000.0
	if people >= 0 {
		km = g.Distance(&best)
		if g.Right(&best) {
			t.popRight++
		}
	}
	t.popDistant = append(t.popDistant, km)
	if km <= Near {
		t.popNear++
	}
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func f1(hit, guessed, gold int) float64 { return share(2*hit, guessed+gold) }

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	slices.Sort(x)
	return x[len(x)/2]
}
