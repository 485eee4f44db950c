package link

import (
	"slices"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/kern"
)

// word is a word by its hash and what it tells.
type word struct {
	hash   uint64
	rarity int32
}

// wordsOf calls with the words of a text. A capitalised one is a name where the
// text holds names, but not the first one, unless the whole is a name.
func wordsOf(s string, names, whole bool, call func(string, bool)) {
	first := !whole
	for f := range strings.FieldsFuncSeq(s, notWord) {
		if w := sayso.FoldName(f); len(w) > 2 && !dull[w] {
			call(w, names && !first && unicode.IsUpper([]rune(f)[0]))
		}
		first = false
	}
}

// figures are the numbers of two digits and more in what an article says of an
// incident, whatever was counted, years left out.
func figures(in *sayso.Incident) []word {
	b := bag{}
	note := func(text string) {
		for f := range strings.FieldsFuncSeq(text, notWord) {
			if len(f) > 1 && isDigit(f[0]) && !isYear(f) {
				b[ident(f)] = 1
			}
		}
	}
	note(in.Mention)
	for i := range in.Claims {
		note(in.Claims[i].Quote)
	}
	return b.list()
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isYear(f string) bool { return len(f) == 4 && (f[:2] == "19" || f[:2] == "20") }

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// dull words say nothing about which happening is meant.
var dull = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`the and for that with was were has have had from this they are been not but his her its their who
which after before when where while about into over under between during against other more most some any all also only said says
say told according reported reports report monday tuesday wednesday thursday friday saturday sunday january february march april may
june july august september october november december today yesterday one two three people killed dead died`) {
		set[w] = true
	}
	return set
}()

// bag collects words.
type bag map[uint64]int32

// bag collects the words of a text.
func (d *Decider) bag(text string) bag {
	b := bag{}
	wordsOf(text, false, false, func(w string, _ bool) { b[kern.Word(w)] = d.rarity(w) })
	return b
}

// list is the bag in the order of the hashes.
func (b bag) list() []word {
	out := make([]word, 0, len(b))
	for h, r := range b {
		out = append(out, word{h, r})
	}
	slices.SortFunc(out, func(x, y word) int {
		if x.hash < y.hash {
			return -1
		}
		return 1
	})
	return out
}

// both is 1000 times the share of rarity that two lists have in common, of the
// list with less of it. A list that tells less than backing counts as much.
func both(a, b []word) int {
	var all [2]int32
	for _, w := range a {
		all[0] += w.rarity
	}
	for _, w := range b {
		all[1] += w.rarity
	}
	return common(a, b) * 1000 / int(max(min(all[0], all[1]), backing))
}

// meeting is what the words in both lists tell together, and what the rarest of
// them does.
func meeting(a, b []word) (sum, most int) {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i].hash < b[k].hash:
			i++
		case a[i].hash > b[k].hash:
			k++
		default:
			sum, most = sum+int(a[i].rarity), max(most, int(a[i].rarity))
			i, k = i+1, k+1
		}
	}
	return sum, most
}

// common is what the words in both lists tell.
func common(a, b []word) int {
	sum, _ := meeting(a, b)
	return sum
}

// rarest is what the rarest word in both lists tells.
func rarest(a, b []word) int {
	_, most := meeting(a, b)
	return most
}

// ample is what so many rare words tell that more of them tell nothing new.
const ample = 2000

// backing is what about five rare words tell.
const backing = 500
