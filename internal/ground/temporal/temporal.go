package temporal

import (
	"context"
	"io/fs"

	"sayso"
	"sayso/internal/document"
)

// Version changes whenever the stage's output may change for the same input.
const Version = "6"

// New returns the stage with the embedded tables. A fault in them is what Run
// returns; a test makes sure that there is none.
func New() document.Stage {
	s, err := NewWith()
	if err != nil {
		s.Run = func(context.Context, *document.Document) error { return err }
	}
	return s
}

// NewWith returns the stage with a user's own tables read after ours: folders
// that hold temporal/words.tsv or temporal/holidays.tsv.
func NewWith(own ...fs.FS) (document.Stage, error) {
	lx, err := Load(own...)
	s := document.Stage{Name: "ground/temporal", Version: Version,
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences},
		Provides: []document.Layer{document.LayerTimes}}
	if err != nil {
		return s, err
	}
	s.Run = func(_ context.Context, d *document.Document) error {
		d.Times = lx.Annotate(d)
		return nil
	}
	return s, nil
}

// Annotate finds and resolves the time expressions of a document, in text
// order. Tokens and sentences must have been read.
func (lx *Lexicon) Annotate(d *document.Document) []document.Time {
	p := &parser{lx: lx, d: d, words: lx.lex(d)}
	found := p.find()
	l := &line{mention: sayso.NoDay, day: sayso.NoDay, past: sayso.NoDay, yearBlock: -1}
	l.ref, l.small = reference(p, found)
	times := make([]document.Time, 0, len(found))
	for i := range found {
		times = append(times, p.settle(l, found[i:]))
	}
	p.joinRanges(times)
	return times
}

// maxLead is how many words like "the" and "more than" may stand before the
// first word of time of an expression.
const maxLead = 5

// find reads the expressions of all blocks; the grammar itself stops at full
// stops, so that a sentence cut at an abbreviation does not cut a date.
func (p *parser) find() []expr {
	var found []expr
	for _, s := range p.d.Blocks {
		p.first, p.end = s.First, s.End
		start := s.First // the first word of time at or after i
		for i := s.First; i < s.End; {
			for start = max(start, i); start < s.End && p.words[start].is&startsTime == 0; {
				start++
			}
			if i < start-maxLead || start == s.End {
				i = max(start-maxLead, i+1)
				continue
			}
			w := &p.words[i]
			if w.is&startsTime == 0 && w.lit == 0 {
				i++
				continue
			}
			e, ok := p.next(i)
			if !ok || e.End <= i {
				i++
				continue
			}
			if !p.idle(&e) {
				found = append(found, e)
			}
			i = e.End + e.tail
		}
	}
	return found
}

// idle reports whether the expression is better left out: the words of a name
// or an age.
func (p *parser) idle(e *expr) bool {
	if p.is(e.End, litHyphen) && p.glued(e.End) && p.is(e.End+1, litOld) {
		return true
	}
	return e.form == formDuration && p.is(e.End, litOld)
}

// settle resolves the first of the expressions in the sentence that it stands in.
func (p *parser) settle(l *line, found []expr) document.Time {
	e := &found[0]
	s := p.d.SentenceOf(e.First)
	p.first, p.end = p.d.Sentences[s].First, p.d.Sentences[s].End
	l.enter(p.d.Sentences[s].Block)
	if e.form == formClock {
		p.lookAhead(l, found)
	}
	if e.form == formCalendar && e.m > 0 && e.y == 0 && !l.ref.Known() && l.year == 0 {
		p.borrowYear(l, found)
	}
	tense := p.tenseAt(e)
	if y := l.storyYear(p, found, tense); y > 0 {
		e.y = y
	}
	a := l.resolve(e, tense)
	if e.form == formCalendar && e.y > 0 && e.m > 0 && (e.d > 0 || !l.ref.Known()) {
		l.year, l.yearBlock, l.yearFirm = e.y, l.block, e.d > 0
	} else if !l.ref.Known() && p.closesTitle(e) {
		l.year, l.yearBlock, l.yearFirm = e.y, l.block, true
	}
	rel, from := p.relationAt(e.Range)
	l.notice(p, e, rel)
	t := a.layer(p.d, e)
	l.relate(&t, rel, e)
	if rel != relIn && from < e.First || e.tail > 0 {
		t.When.Span = p.d.SpanOf(document.Range{First: from, End: e.End + e.tail})
		t.When.Words = t.When.Span.In(p.d.Text)
	}
	return t
}

// borrowYear takes the year of the next whole date of the block, in a text
// whose day of writing is unknown: "the September 17 strike … on Nov. 29, 2016".
func (p *parser) borrowYear(l *line, found []expr) {
	for _, e := range found[1:] {
		if e.First >= p.d.Blocks[l.block].End {
			return
		}
		if e.form == formCalendar && e.y > 0 && e.d > 0 {
			l.year, l.yearBlock, l.yearFirm = e.y, l.block, true
			if m := found[0].m; m > e.m || m == e.m && found[0].d > e.d {
				l.year-- // the December before
			}
			return
		}
	}
}

// enter goes on to another block and forgets the year that was named where it
// no longer counts.
func (l *line) enter(block int) {
	l.block = block
	switch {
	case block == l.yearBlock:
	case l.ref.Known(), !l.yearFirm && block > l.yearBlock+maxGap:
		l.year = 0
	}
}

// lookAhead makes the day right after clock times the one spoken of: "at 10
// a.m. (0700 GMT) Friday".
func (p *parser) lookAhead(l *line, found []expr) {
	for i := 1; i < len(found) && found[i].First <= found[i-1].End+2; i++ {
		if e := found[i]; e.isDay() {
			l.resolve(&e, p.tenseAt(&e))
			return
		}
	}
}

// relate widens or opens the interval by the preposition before it.
func (l *line) relate(t *document.Time, rel relation, e *expr) {
	w := &t.When
	if t.Kind == "TIME" && (rel == relBefore || rel == relAfter) {
		return // before dawn on Friday is on Friday
	}
	switch rel {
	case relSince:
		if w.Earliest.Known() {
			w.Latest = sayso.NoDay
			if l.ref.Known() && l.ref >= w.Earliest {
				w.Latest = l.ref
			}
			w.Precision = sayso.PrecisionRange
		}
	case relUntil:
		if w.Latest.Known() && e.form != formDuration {
			w.Earliest, w.Precision = sayso.NoDay, sayso.PrecisionRange
		}
	case relBefore:
		if w.Earliest.Known() && e.form != formDuration {
			w.Earliest, w.Latest, w.Precision = sayso.NoDay, w.Earliest-1, sayso.PrecisionRange
		}
	case relAfter:
		if w.Latest.Known() && e.form != formDuration {
			w.Earliest, w.Latest, w.Precision = w.Latest, sayso.NoDay, sayso.PrecisionRange
			if l.ref.Known() && l.ref >= w.Earliest {
				w.Latest = l.ref
			}
		}
	}
}

// joinRanges gives "from May 3 to May 5" and "between Monday and Friday" the
// whole interval on their first expression.
func (p *parser) joinRanges(times []document.Time) {
	for i := 0; i+1 < len(times); i++ {
		a, b := &times[i], &times[i+1]
		if b.First != a.End+1 || a.First == 0 {
			continue
		}
		p.first, p.end = 0, len(p.words)
		link, before := p.at(a.End).lit, p.at(a.First-1).lit
		if !(link == litTo || link == litUntil || link == litHyphen || link == litThrough || link == litAnd && (before == litBetween || nightThrough(a, b))) {
			continue
		}
		if !a.When.Earliest.Known() || !b.When.Latest.Known() || b.When.Latest < a.When.Earliest {
			continue
		}
		a.When.Latest, a.When.Precision = b.When.Latest, sayso.PrecisionRange
		a.When.Span = p.d.SpanOf(document.Range{First: a.First, End: b.End})
		a.When.Words = a.When.Span.In(p.d.Text)
	}
}

// nightThrough reports whether two parts of days are one stretch: "late last
// night and early this morning".
func nightThrough(a, b *document.Time) bool {
	return a.Kind == "TIME" && b.Kind == "TIME" && a.When.Earliest.Known() && a.When.Earliest == a.When.Latest && b.When.Earliest == a.When.Latest+1 && b.When.Latest == b.When.Earliest
}
