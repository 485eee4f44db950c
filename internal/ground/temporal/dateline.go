package temporal

import (
	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon/numeral"
)

// maxLag is how many days before publication a dateline may lie and still be
// the day of writing.
const maxLag = 10

// maxStamp is how many tokens a line may have that says when it was published.
const maxStamp = 40

// reference is the day of writing: the date of the dateline, or of a line that
// says when the text was published, where there is one; else the day of
// publication. A date without a year takes it from the day of publication;
// without either there is no reference. Small is whether a clock time beside it
// is before six in the morning.
func reference(p *parser, found []expr) (day sayso.Day, small bool) {
	published := p.d.Article.Published
	for i := range found {
		e := &found[i]
		if e.form != formCalendar || e.d == 0 || e.m == 0 || !p.inDateline(e.Range) && !p.inStamp(found, i) {
			continue
		}
		y := e.y
		if y == 0 && published.Known() {
			y = nearest(published, e.m, e.d)
		}
		if y == 0 {
			continue
		}
		day := dayOf(y, e.m, min(e.d, daysIn(y, e.m)))
		if !published.Known() && e.y > 0 || day <= published && published-day <= maxLag {
			return day, e.clock != none && e.clock < smallHours
		}
	}
	return published, false
}

// smallHours is the minute of the day at which "tonight" is no longer the night before.
const smallHours = 6 * 60

// inDateline reports whether r lies in a dateline, or is the whole of a short block.
func (p *parser) inDateline(r document.Range) bool {
	s := p.d.SentenceOf(r.First)
	if s < 0 {
		return false
	}
	b := p.d.Blocks[p.d.Sentences[s].Block]
	return b.Kind == document.BlockDateline || b.Covers(r) && b.Len() <= r.Len()+2
}

// stampWords are what a line of the kind "Published: March 12, 2013 02:03 |
// Updated: 22:19 GMT, 12 March 2013" holds beside its dates.
var stampWords = map[string]bool{"published": true, "updated": true, "posted": true, "edited": true, "modified": true, "last": true,
	"first": true, "time": true, "date": true, "on": true, "at": true,
	"this": true, "story": true, "article": true, "is": true, "was": true, "from": true, "dated": true}

// inStamp reports whether expression i stands in a line that holds nothing but
// dates, times of day, punctuation and words like "published".
func (p *parser) inStamp(found []expr, i int) bool {
	s := p.d.SentenceOf(found[i].First)
	if s < 0 {
		return false
	}
	b := p.d.Blocks[p.d.Sentences[s].Block]
	if b.Len() > maxStamp {
		return false
	}
	k := i
	for k > 0 && found[k-1].First >= b.First {
		k--
	}
	for t := b.First; t < b.End; t++ {
		if k < len(found) && t >= found[k].First {
			t = found[k].End - 1
			k++
			continue
		}
		var buf [12]byte
		w := p.d.Word(t)
		if low, ok := numeral.Lower(buf[:], w); isLetter(w[0]) && !(ok && stampWords[string(low)]) {
			return false
		}
	}
	return true
}
