package temporal

import (
	"sayso"
	"sayso/internal/document"
)

// maxLag is how many days before publication a dateline may lie and still be
// the day of writing.
const maxLag = 10

// reference is the day of writing: the date of the dateline where there is
// one, else the day of publication. A dateline without a year takes it from
// the day of publication; without either there is no reference.
func reference(p *parser, found []expr) sayso.Day {
	published := p.d.Article.Published
	for i := range found {
		e := &found[i]
		if e.form != formCalendar || e.d == 0 || e.m == 0 || !p.inDateline(e.Range) {
			continue
		}
		if e.y > 0 {
			day := dayOf(e.y, e.m, min(e.d, daysIn(e.y, e.m)))
			if !published.Known() || day <= published && published-day <= maxLag {
				return day
			}
			continue
		}
		if published.Known() {
			y := nearest(published, e.m, e.d)
			if day := dayOf(y, e.m, min(e.d, daysIn(y, e.m))); day <= published && published-day <= maxLag {
				return day
			}
		}
	}
	return published
}

// inDateline reports whether r lies in a dateline, or is the whole of a short block.
func (p *parser) inDateline(r document.Range) bool {
	s := p.d.SentenceOf(r.First)
	if s < 0 {
		return false
	}
	b := p.d.Blocks[p.d.Sentences[s].Block]
	return b.Kind == document.BlockDateline || b.Covers(r) && b.Len() <= r.Len()+2
}
