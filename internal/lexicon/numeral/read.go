package numeral

import (
	"math"
	"strings"
)

// Number is a number read from the words First to End (half-open).
type Number struct {
	Value      float64
	First, End int
	Digits     bool // begins with figures
	Ordinal    bool // "third"
}

// Int returns the value as an int, rounded to the nearest.
func (n Number) Int() int { return int(math.Floor(n.Value + 0.5)) }

// Read reads the longest number that starts at word i and ends at or before
// end; ok is false where there is none. "a hundred" and "half a million" are
// numbers, "a" alone and "hundred" alone are not.
func Read(w Words, i, end int) (n Number, ok bool) {
	n = Number{First: i, End: i}
	if i >= end {
		return n, false
	}
	t := Look(w.Word(i))
	switch t.Kind {
	case Ordinal:
		return Number{Value: t.Value, First: i, End: i + 1, Ordinal: true}, true
	case Digits:
		return readDigits(w, t.Value, i, end), true
	case Unit, Tens:
		return readWords(w, i, end)
	case Fraction:
		return readHalf(w, i, end)
	}
	if isA(w.Word(i)) && i+1 < end {
		if s := Look(w.Word(i + 1)); s.Kind == Hundred || s.Kind == Scale {
			n, ok = readWords(w, i+1, end)
			n.First = i
			return n, ok
		}
	}
	return n, false
}

// readDigits reads figures and what may follow: "3.5 million", "2 1/2".
func readDigits(w Words, value float64, i, end int) Number {
	n := Number{Value: value, First: i, End: i + 1, Digits: true}
	for n.End < end {
		s := Look(w.Word(n.End))
		if s.Kind != Scale && s.Kind != Hundred {
			break
		}
		n.Value *= s.Value
		n.End++
	}
	if n.End == i+1 && n.End < end {
		switch w.Word(n.End) {
		case "1/2", "½":
			n.Value, n.End = n.Value+0.5, n.End+1
		case "1/4", "¼":
			n.Value, n.End = n.Value+0.25, n.End+1
		case "3/4", "¾":
			n.Value, n.End = n.Value+0.75, n.End+1
		}
	}
	return n
}

// readHalf reads "half a million"; "half" alone is no number.
func readHalf(w Words, i, end int) (Number, bool) {
	if i+2 < end && isA(w.Word(i+1)) {
		if s := Look(w.Word(i + 2)); s.Kind == Scale {
			return Number{Value: s.Value / 2, First: i, End: i + 3}, true
		}
	}
	return Number{First: i, End: i}, false
}

// sum is a number in words while it is read.
type sum struct {
	total, part float64
	last        Kind
}

// add takes one more word, or reports false where the word cannot follow.
func (s *sum) add(t Token) bool {
	switch t.Kind {
	case Unit:
		if s.last == Unit || (s.last == Tens && (t.Value > 9 || t.Value == 0)) {
			return false
		}
		s.part += t.Value
	case Tens:
		if s.last == Unit || s.last == Tens {
			return false
		}
		s.part += t.Value
	case Hundred:
		if s.part == 0 {
			s.part = 1
		}
		if s.part >= 100 {
			return false
		}
		s.part *= 100
	case Scale:
		if s.part == 0 {
			s.part = 1
		}
		if s.total > 0 && s.total <= t.Value {
			return false
		}
		s.total += s.part * t.Value
		s.part = 0
	default:
		return false
	}
	s.last = t.Kind
	return true
}

// readWords reads "two hundred and twenty-five thousand" from word i.
func readWords(w Words, i, end int) (Number, bool) {
	var s sum
	n := Number{First: i, End: i}
	for j := i; j < end; {
		t := Look(w.Word(j))
		if t.Kind == Ordinal && s.last == Tens && t.Value < 10 { // twenty first
			return Number{Value: s.total + s.part + t.Value, First: i, End: j + 1, Ordinal: true}, true
		}
		if !s.add(t) {
			break
		}
		j++
		n.End = j
		if j = joint(w, j, end, t.Kind); j >= end {
			break
		}
	}
	n.Value = s.total + s.part
	return n, n.End > i && n.Value < 1e15
}

// joint steps over "-" between tens and units and over "and" after a hundred.
func joint(w Words, j, end int, last Kind) int {
	if j+1 >= end {
		return j
	}
	next := Look(w.Word(j + 1)).Kind
	switch word := w.Word(j); {
	case word == "-" && last == Tens && (next == Unit || next == Ordinal):
		return j + 1
	case strings.EqualFold(word, "and") && (last == Hundred || last == Scale) && (next == Unit || next == Tens):
		return j + 1
	}
	return j
}

func isA(w string) bool { return strings.EqualFold(w, "a") || strings.EqualFold(w, "an") }
