package temporal

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/lexicon/numeral"
)

// class is a set of ways in which a word takes part in a time expression.
type class uint64

const (
	isMonth class = 1 << iota
	isWeekday
	isWeekdays // "Mondays"
	isUnit     // one: "week"
	isUnits    // more: "weeks"
	isNight    // "night", a part of the day or a unit
	isSeason
	isPart    // "morning"
	isClock   // "noon", "10:30"
	isDay     // "yesterday"
	isTonight //
	isOvernight
	isRef     // "recently"
	isAdjRef  // "recent"
	isNounRef // "the past"
	isSoftRef // "shortly": vague only where nothing follows it
	isRel     // "last"
	isPrev    // "previous": counted from the day spoken of
	isDir     // "ago"
	isMod     // "nearly"
	isSoftMod //
	isBound   // "early"
	isBoundNoun
	isVague // "several"
	isEach
	isFreq
	isAdjFreq
	isZone
	isAmPm
	isNear        // "near", "foreseeable": before "future"
	isDecade      // "1990s", "nineties"
	isNumber      // figures or number word
	isOrdinal     // "third", "13th"
	isDigits      // figures
	isYear        // four figures that can be a year
	isISO         // 2019-01-27
	isSlashes     // 27/01/2019
	isLiteral     // a word that the grammar names
	isBoundPrefix // "mid-" written together with what follows
	isHoliday     // first word of a holiday's name
	startsTime    // any of the classes with which an expression can begin
)

// starts holds the classes that can begin an expression.
const starts = isMonth | isWeekday | isWeekdays | isUnit | isUnits | isNight | isSeason | isPart | isClock | isDay | isTonight | isOvernight |
	isRef | isAdjRef | isNounRef | isRel | isPrev | isMod | isSoftMod | isBound | isBoundNoun | isVague | isEach | isFreq | isAdjFreq |
	isDecade | isNumber | isOrdinal | isYear | isISO | isSlashes | isHoliday | isNear

// literal is a word that the grammar asks for by itself.
type literal uint8

const (
	litThe literal = iota + 1
	litA
	litOf
	litIn
	litOn
	litAt
	litThis
	litThat
	litThese
	litThose
	litAnd
	litOr
	litSo
	litTo
	litFrom
	litBetween
	litSince
	litUntil
	litBy
	litBefore
	litAfter
	litWithin
	litDuring
	litFor
	litThan
	litMore
	litLess
	litLeast
	litMost
	litUp
	litNo
	litOld
	litEve
	litLocal
	litTime
	litAgo
	litYear
	litFiscal
	litHalf
	litHyphen
	litComma
	litDot
	litColon
	litPossessive
	litOpen
	litClose
	litNot
	litIts
	litOne
	litPast
	litTrading
	litPer
	litThrough
	litDay
	litFirst
	litLast
	litNow
	litStandard
	litOClock
	litNext
	litAbout
	litNearly
	litDollar
	litQuarter
	litOther
	litAlternate
	litFull
	litTerm
	litPeriod
	litAhead
	litStraight
	litLong
	litEvery
	litAs
	litRight
)

var literals = map[string]literal{
	"the": litThe, "a": litA, "an": litA, "of": litOf, "in": litIn, "on": litOn, "at": litAt, "this": litThis, "that": litThat,
	"these": litThese, "those": litThose, "and": litAnd, "or": litOr, "so": litSo, "to": litTo, "from": litFrom,
	"between": litBetween, "since": litSince, "until": litUntil, "till": litUntil, "by": litBy, "before": litBefore,
	"after": litAfter, "following": litAfter, "within": litWithin, "during": litDuring, "throughout": litDuring, "for": litFor,
	"than": litThan, "more": litMore, "less": litLess, "fewer": litLess, "least": litLeast, "most": litMost, "up": litUp,
	"no": litNo, "old": litOld, "eve": litEve, "local": litLocal, "time": litTime, "ago": litAgo, "year": litYear,
	"fiscal": litFiscal, "half": litHalf, "-": litHyphen, "–": litHyphen, "—": litHyphen, "‑": litHyphen, ",": litComma,
	".": litDot, ":": litColon, "'s": litPossessive, "’s": litPossessive, "'": litPossessive, "’": litPossessive, "(": litOpen, ")": litClose,
	"not": litNot, "its": litIts, "their": litIts, "his": litIts, "her": litIts, "our": litIts, "one": litOne, "past": litPast,
	"trading": litTrading, "business": litTrading, "calendar": litTrading, "working": litTrading, "per": litPer, "through": litThrough,
	"day": litDay, "first": litFirst, "last": litLast, "now": litNow, "standard": litStandard, "daylight": litStandard,
	"o'clock": litOClock, "o’clock": litOClock, "next": litNext, "about": litAbout, "nearly": litNearly, "$": litDollar,
	"quarter": litQuarter, "other": litOther, "alternate": litAlternate, "full": litFull, "entire": litFull, "whole": litFull,
	"term": litTerm, "period": litPeriod, "ahead": litAhead, "straight": litStraight, "long": litLong, "every": litEvery, "as": litAs, "right": litRight, "each": litEvery, "consecutive": litStraight,
}

// unit is a calendar unit in the letters of TIMEX3.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	year
	decade
	century
	millennium
)

var unitCodes = map[string]unit{"TS": second, "TM": minute, "TH": hour, "D": day, "E": weekend, "W": week, "F": fortnight,
	"M": month, "Q": quarter, "Y": year, "0": decade, "C": century, "L": millennium}

// word is what one token can be in a time expression. The zero word is any
// other word.
type word struct {
	is                  class
	lit                 literal
	month, weekday, rel int8
	unit                unit
	bound               byte   // e, m, l: early, mid, late
	mod                 byte   // ~ - > =
	code                string // season, part, dir, ref, zone, clock, frequency
	n                   int32  // number, year, day offset, decade, hour of am/pm
	y, m, d             int16  // of isISO and isSlashes; hour and minute of isClock in y, m
}

func (w *word) has(c class) bool { return w.is&c != 0 }

// read fills w for one token's text.
func (lx *Lexicon) read(text string, w *word) {
	if c := text[0]; c >= '0' && c <= '9' {
		readFigures(text, w)
		if lx.heads[text] {
			w.is |= isHoliday
		}
	} else {
		var buf [16]byte
		low, ok := numeral.Lower(buf[:], text)
		if !ok {
			return
		}
		if e, ok := lx.words[string(low)]; ok {
			*w = *e
			if capital := c >= 'A' && c <= 'Z'; !capital {
				w.is &^= isHoliday
				if len(text) < 6 {
					w.is &^= isMonth | isWeekday
				}
			}
		} else if c == '\'' || text[0] == 0xe2 {
			readShortDecade(text, w)
		} else if rest, ok := strings.CutPrefix(string(low), "mid-"); ok && rest != "" {
			lx.read(text[len("mid-"):], w)
			w.is |= isBoundPrefix
		}
	}
	if w.is&starts != 0 {
		w.is |= startsTime
	}
}

// lex reads all tokens of a document.
func (lx *Lexicon) lex(d *document.Document) []word {
	words := make([]word, len(d.Tokens))
	for i := range words {
		if t := d.Tokens[i]; t.End > t.Start {
			lx.read(d.Text[t.Start:t.End], &words[i])
		}
	}
	for i := range words {
		if words[i].month > 0 && !words[i].has(isMonth) && smallMonth(d, words, i) {
			words[i].is |= isMonth | startsTime
		}
	}
	dayFirst(d, words)
	return words
}

// smallMonth reports whether a month without its capital stands beside a day:
// "on march 15", "june 9, 1985"; "march" and "may" need a preposition besides.
func smallMonth(d *document.Document, words []word, i int) bool {
	if i+1 == len(words) || !words[i+1].has(isDigits) || words[i+1].n < 1 || words[i+1].n > 31 {
		return false
	}
	switch d.Word(i) {
	case "june", "july", "april":
		return true
	case "march", "may":
		return i > 0 && dated[words[i-1].lit]
	}
	return false
}

// dated are the words after which a month is no verb.
var dated = map[literal]bool{litOn: true, litOf: true, litSince: true, litUntil: true, litBefore: true, litAfter: true, litFrom: true, litBetween: true, litThe: true}
