package temporal

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/lexicon/numeral"
)

// tense says on which side of the day of writing the words around a date put it.
type tense uint8

const (
	tenseOpen tense = iota
	tensePast
	tenseFuture
	tenseSurelyPast   // the verb stands right beside
	tenseSurelyFuture // "will", "scheduled"
)

func (t tense) past() bool   { return t == tensePast || t == tenseSurelyPast }
func (t tense) future() bool { return t == tenseFuture || t == tenseSurelyFuture }

// tenses are the words that decide. What is not here and ends in -ed is past.
var tenses = map[string]tense{"will": tenseSurelyFuture, "'ll": tenseSurelyFuture, "shall": tenseSurelyFuture, "wo": tenseSurelyFuture, "scheduled": tenseSurelyFuture,
	"due": tenseSurelyFuture, "expected": tenseSurelyFuture, "expects": tenseSurelyFuture, "plans": tenseFuture, "planned": tenseFuture,
	"slated": tenseSurelyFuture, "payable": tenseSurelyFuture, "effective": tenseSurelyFuture, "expires": tenseFuture, "expire": tenseFuture,
	"starting": tenseFuture, "beginning": tenseFuture, "until": tenseFuture, "through": tenseFuture, "would": tenseFuture,
	"could": tenseFuture, "may": tenseFuture, "might": tenseFuture, "should": tenseFuture, "must": tenseFuture, "upcoming": tenseFuture,
	"if": tenseFuture, "by": tenseFuture, "deadline": tenseFuture, "expiring": tenseFuture,
	"said": tensePast, "was": tensePast, "were": tensePast, "had": tensePast, "did": tensePast, "told": tensePast, "has": tensePast,
	"have": tensePast, "shot": tensePast, "hit": tensePast, "took": tensePast, "came": tensePast, "went": tensePast, "made": tensePast,
	"left": tensePast, "fell": tensePast, "rose": tensePast, "began": tensePast, "broke": tensePast, "held": tensePast, "met": tensePast,
	"found": tensePast, "got": tensePast, "gave": tensePast, "ended": tensePast, "since": tensePast, "struck": tensePast, "stood": tensePast,
	"won": tensePast, "lost": tensePast, "led": tensePast, "sent": tensePast, "saw": tensePast, "fought": tensePast, "blew": tensePast,
	"became": tensePast, "brought": tensePast, "put": tensePast, "died": tensePast, "killed": tensePast, "after": tensePast,
	"ago": tensePast, "sold": tensePast, "bought": tensePast, "paid": tensePast, "late": tensePast, "ran": tensePast, "wrote": tensePast}

// reach is how many tokens to either side are looked at.
const reach = 14

// tenseAt looks for the nearest word before the expression, then after it,
// that puts it before or after the day of writing. A past form within a few
// words before it, or the first one after a date that opens the sentence, is sure.
func (p *parser) tenseAt(e *expr) tense {
	if p.is(e.First-1, litFor) && e.isDay() && !p.had(e.First) && !(p.is(e.End, litPossessive) && p.tenseBefore(e) == tensePast) {
		return tenseSurelyFuture // called a strike for Monday
	}
	opening := e.First <= p.first+1
	for i := e.First - 1; i >= p.first && i >= e.First-reach; i-- {
		if t := p.tenseOf(i); t != tenseOpen {
			if t == tensePast && i >= e.First-near && !reports[p.plain(i)] {
				return tenseSurelyPast
			}
			return t
		}
	}
	for i := e.End; i < p.end && i < e.End+reach; i++ {
		if t := p.tenseOf(i); t != tenseOpen {
			if t == tensePast && opening {
				return tenseSurelyPast
			}
			return t
		}
	}
	return tenseOpen
}

// tenseBefore is what the last word before an expression that puts it says: that of "has
// claimed responsibility for Thursday's bombing".
func (p *parser) tenseBefore(e *expr) tense {
	for i := e.First - 1; i >= p.first && i >= e.First-reach; i-- {
		if t := p.tenseOf(i); t != tenseOpen {
			return t
		}
	}
	return tenseOpen
}

// had reports whether a past perfect stands close before token i: "had been
// scheduled for Sunday".
func (p *parser) had(i int) bool {
	for k := max(p.first, i-5); k < i; k++ {
		if w := p.plain(k); w == "had" || w == "was" || w == "were" {
			return true
		}
	}
	return false
}

// near is how close before a date a past form must stand to be sure.
const near = 3

// reports are past forms that say nothing of when what follows takes place.
var reports = map[string]bool{"said": true, "declared": true, "announced": true, "told": true, "reported": true, "added": true, "since": true,
	"after": true, "late": true, "ended": true, "ago": true, "has": true, "have": true, "had": true}

func (p *parser) tenseOf(i int) tense {
	text := p.plain(i)
	if p.at(i).has(isMonth) || i > p.first && p.plain(i-1) == "be" {
		return tenseOpen // May; will be paid
	}
	var buf [12]byte
	low, ok := numeral.Lower(buf[:], text)
	if !ok {
		return edEnding(text)
	}
	if string(low) == "would" && i+1 < p.end && p.plain(i+1) != "have" {
		return tenseSurelyFuture // would march on Thursday
	}
	if t, ok := tenses[string(low)]; ok {
		if bounding[string(low)] && p.at(i+1).is&starts == 0 && p.at(i+2).is&starts == 0 {
			return tenseOpen // by rebels, through a crowd
		}
		return t
	}
	if text == "set" && i+1 < p.end && (p.is(i+1, litFor) || p.is(i+1, litTo)) {
		return tenseSurelyFuture
	}
	if text == "to" && i+1 < p.end && lowerWord(p.plain(i+1)) && p.at(i+1).is == 0 {
		if i > p.first && intends[p.plain(i-1)] {
			return tenseSurelyFuture
		}
		return tenseFuture
	}
	return edEnding(text)
}

// bounding are words that put a date ahead only right before one: "by Friday".
var bounding = map[string]bool{"by": true, "through": true, "until": true}

// intends are words before "to" that make what follows lie ahead.
var intends = map[string]bool{"plans": true, "planned": true, "planning": true, "expected": true, "scheduled": true, "due": true, "set": true,
	"is": true, "are": true, "intends": true, "agreed": true, "vowed": true, "going": true, "slated": true, "likely": true}

// plain is the word at token i, in small letters where the text shouts.
func (p *parser) plain(i int) string {
	if p.shouted(i) {
		return strings.ToLower(p.d.Word(i))
	}
	return p.d.Word(i)
}

func edEnding(s string) tense {
	if len(s) > 4 && strings.HasSuffix(s, "ed") && s[0] >= 'a' {
		return tensePast
	}
	return tenseOpen
}

func lowerWord(s string) bool { return s[0] >= 'a' && s[0] <= 'z' }

// relation is the preposition that ties an expression to what happened.
type relation uint8

const (
	relIn relation = iota
	relSince
	relUntil
	relBefore
	relAfter
	relWithin
)

// relationAt reads the preposition before the expression; "since the protests
// began in June" counts as since.
func (p *parser) relationAt(r document.Range) (relation, int) {
	i := r.First - 1
	if p.is(i, litThe) && p.beforeNoun(r.End) || p.is(r.End, litPossessive) && p.beforeNoun(r.End+1) {
		return relIn, r.First // after the 2003 war, since Friday's attack
	}
	if p.at(i).lit == litThe || p.at(i).lit == litIn || p.at(i).lit == litOn {
		for k := i - 1; k >= p.first && k >= i-7; k-- {
			if p.is(k, litSince) {
				return relSince, k
			}
			if l := p.at(k).lit; l == litComma || l == litDot || p.at(k).has(startsTime) {
				break
			}
		}
		if p.at(i).lit != litThe {
			return relIn, r.First
		}
		i--
	}
	switch p.at(i).lit {
	case litSince:
		if p.clauseOf(r.End) {
			return relIn, r.First
		}
		return relSince, i
	case litUntil, litBy:
		return relUntil, i
	case litBefore:
		return relBefore, i
	case litAfter:
		if !strings.EqualFold(p.d.Word(i), "following") {
			return relAfter, i
		}
	case litWithin:
		return relWithin, i
	}
	return relIn, r.First
}

// clauseOf reports whether a clause at token i tells what was at the date before it: "the
// deadliest since 2012, when police killed 34".
func (p *parser) clauseOf(i int) bool {
	if p.is(i, litComma) {
		i++
	}
	return i < p.end && strings.EqualFold(p.d.Word(i), "when")
}

// beforeNoun reports whether the word at token i is a plain one, before which a
// date only says which: "the 31 October attack".
func (p *parser) beforeNoun(i int) bool {
	return i < p.end && (lowerWord(p.d.Word(i)) || p.shouted(i)) && p.at(i).lit == 0 && p.at(i).is == 0
}
