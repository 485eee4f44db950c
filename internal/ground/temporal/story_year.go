package temporal

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// story is what a text says of the year that it looks back on: "on trial over 1989
// killings … before dawn on 16 November".
type story struct {
	lead int // the first year long gone that headline or lead names something of; 0 for none
	last int // the year of the last whole day named; 0 for none
	at   int // the block that named it
}

// longGone is how many years a year lies back at least whose days stand without it
// only where the text has said so.
const longGone = 2

// leadBlocks is how many blocks of the body may say which year it is all about.
const leadBlocks = 2

// settled is how many days a date without its year lies back from which news would
// have named the year.
const settled = 120

// notice keeps a year long gone that an expression names.
func (l *line) notice(p *parser, e *expr, rel relation) {
	if !l.ref.Known() || e.form != formCalendar || e.y == 0 || rel != relIn || e.d2 > e.y {
		return
	}
	if now, _, _ := civil(l.ref); e.y > now-longGone {
		return
	}
	if e.d > 0 {
		l.story.last, l.story.at = e.y, l.block
	}
	if l.story.lead == 0 && p.inLead(l.block) && (p.dates(e) || p.d.Blocks[l.block].Kind == document.BlockTitle) {
		l.story.lead = e.y
	}
}

// dates reports whether a year says when something was, and not since when
// something goes on: "the murder of six priests in 1989", not "began in 2014".
func (p *parser) dates(e *expr) bool {
	if i := e.First - 1; i <= p.first || !p.is(i, litIn) && !p.is(i, litOf) {
		return false
	}
	switch strings.ToLower(p.d.Word(e.First - 2)) {
	case "began", "begun", "started", "broke", "erupted", "out", "founded", "born", "since", "formed", "elected":
		return false
	}
	return true
}

// inLead reports whether a block is the headline or one of the first of the body.
func (p *parser) inLead(block int) bool {
	body := 0
	for i := range p.d.Blocks[:block] {
		if k := p.d.Blocks[i].Kind; k != document.BlockTitle && k != document.BlockDateline {
			body++
		}
	}
	return body < leadBlocks
}

// storyYear is the year long gone of a date without one: the year that the sentence
// behind says it was, or that the story is about where the date by itself would lie
// months back, in the calendar year before this. 0 where it is of these days.
func (l *line) storyYear(p *parser, found []expr, t tense) int {
	e := &found[0]
	if !l.ref.Known() || e.form != formCalendar || e.m == 0 || e.y > 0 || e.hasRel || t.future() {
		return 0
	}
	now, _, _ := civil(l.ref)
	if len(found) > 1 {
		if y := p.yearBehind(e, &found[1]); y > 0 && y <= now-longGone {
			return y
		}
	}
	near := l.story.last > 0 && l.block <= l.story.at+maxGap
	if near && l.story.last == l.story.lead && e.weekday == none {
		l.story.at = l.block // the story goes on in that year
		return l.story.lead
	}
	y := l.openYear(e, t)
	d := e.d
	if d == 0 {
		d = daysIn(now-1, e.m)
	}
	if y != now-1 || l.ref-dayOf(y, e.m, min(d, daysIn(y, e.m))) < sayso.Day(settled) {
		return 0
	}
	if l.story.lead > 0 {
		return l.story.lead
	}
	if near {
		return l.story.last
	}
	return 0
}

// yearBehind is the year that the next expression gives to a date before it: "In
// late December soldiers came. That was in 1981", "In late February planes bombed
// the town. In March 1944 it fell"; 0 where it does not.
func (p *parser) yearBehind(e, next *expr) int {
	at, behind := p.d.SentenceOf(e.First), p.d.SentenceOf(next.First)
	if next.form != formCalendar || next.y == 0 || behind != at+1 || p.d.Sentences[at].Block != p.d.Sentences[behind].Block {
		return 0
	}
	if next.m > 0 {
		if next.m >= e.m {
			return next.y
		}
		return 0
	}
	first := p.d.Sentences[behind].First
	if first+1 >= next.First || !strings.EqualFold(p.d.Word(first+1), "was") {
		return 0
	}
	switch strings.ToLower(p.d.Word(first)) {
	case "that", "this", "it":
		return next.y
	}
	return 0
}
