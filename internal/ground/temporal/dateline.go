package temporal

import (
	"strings"

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
		if e.form != formCalendar || e.d == 0 || e.m == 0 || !p.inDateline(e.Range) && !p.inStamp(found, i) && !p.headsReport(e) {
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

// headsReport reports whether a whole date closes a line at the head of a text whose day
// of publication nobody gives, set off from the words before it: "As of 6 May 2024",
// "For immediate release: 2 September 2022", "Newsletter, 15 October 2022". Only a
// text's head may say so: no sentence stands before it.
func (p *parser) headsReport(e *expr) bool {
	s := p.d.SentenceOf(e.First)
	if s < 0 || e.y == 0 || p.d.Article.Published.Known() {
		return false
	}
	at := p.d.Sentences[s].Block
	b := p.d.Blocks[at]
	if e.End < b.End && (e.End+1 < b.End || isLetter(p.d.Word(e.End)[0]) || p.d.Word(e.End) == ".") {
		return false
	}
	for _, o := range p.d.Blocks[:at] {
		if o.Kind != document.BlockTitle && (o.Len() > maxStamp || p.d.Word(o.End-1) == ".") {
			return false
		}
	}
	if e.First == b.First || b.Len() > maxStamp {
		return e.First == b.First
	}
	before := p.d.Word(e.First - 1)
	return !isLetter(before[0]) || strings.EqualFold(before, "of") && strings.EqualFold(p.d.Word(max(0, e.First-2)), "as") || strings.EqualFold(before, "period")
}

// closesTitle reports whether a year alone closes the line at the top of a text, as the
// year of all that follows: "Violations against journalists, 2021".
func (p *parser) closesTitle(e *expr) bool {
	b := p.d.Blocks[0]
	return e.form == formCalendar && e.y > 0 && e.m == 0 && b.Covers(e.Range) && e.End == b.End && e.First > b.First && p.d.Word(b.End-1) != "."
}

// stampWords are what a line of the kind "Published: March 12, 2013 02:03 |
// Updated: 22:19 GMT, 12 March 2013" holds beside its dates.
var stampWords = map[string]bool{"published": true, "updated": true, "posted": true, "edited": true, "modified": true, "last": true,
	"first": true, "time": true, "date": true, "issued": true, "released": true, "on": true, "at": true,
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
