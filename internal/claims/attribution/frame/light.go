package frame

import (
	"strings"

	"sayso/internal/document"
)

// Light says what a verb and its noun or preposition make together: "took
// credit for", "claimed responsibility", "put the toll at".
type Light struct {
	Class   Class
	Content []document.Range
	Cue     document.Range
}

var (
	ownNouns = hashes("responsibility", "credit", "blame", "attack", "bombing", "killing", "strike", "blast", "explosion", "murder",
		"assassination", "ambush", "raid", "shooting", "assault", "kidnapping", "abduction", "hijacking", "massacre")
	tollNouns = hashes("toll", "number", "figure", "count", "total", "cost", "damage", "dead", "strength", "turnout", "crowd", "attendance", "march", "rally", "protest", "demonstration")
	ownVerbs  = hashes("claim", "take", "accept", "assume", "assert")
	denyVerbs = hashes("deny", "disclaim", "reject", "disavow")
	putVerbs  = hashes("put", "estimate", "place", "set")
	ownCredit = hashes("responsibility", "credit", "blame")
)

func hashes(words ...string) map[uint32]bool {
	m := make(map[uint32]bool, len(words))
	for _, w := range words {
		m[Hash(w)] = true
	}
	return m
}

// LightAt reads a construction of verb and noun at token h.
func LightAt(v *View, h int) (Light, bool) {
	if v.UPOS(h) != document.VERB {
		return Light{}, false
	}
	if l, ok := ownAt(v, h); ok {
		return l, true
	}
	return putAt(v, h)
}

// ownAt reads "claimed responsibility for X", "denied responsibility", "took
// credit", "claimed the attack", "X was claimed by Y" and "an attack claimed by Y".
// Where nothing says for what, the responsibility is what is claimed.
func ownAt(v *View, h int) (Light, bool) {
	own, deny := ownVerbs[v.Lemma[h]], denyVerbs[v.Lemma[h]]
	if !own && !deny {
		return Light{}, false
	}
	obj := v.Kid(h, document.Obj, document.NsubjPass)
	hangs := obj < 0 && v.Rel(h) == document.Acl && v.Kid(h, document.OblAgent) >= 0
	if hangs {
		obj = v.Head(h)
	}
	if obj < 0 || !ownNouns[v.Lemma[obj]] {
		return Light{}, false
	}
	credit := ownCredit[v.Lemma[obj]]
	if !credit && (deny || v.D.Tags[h].Lemma != "claim") {
		return Light{}, false
	}
	l := Light{Class: Own, Cue: document.Range{First: h, End: h + 1}}
	if deny {
		l.Class = Deny
	}
	if !credit {
		l.Content = trimmed(v, join(v.Subtree(obj)))
		if hangs {
			l.Content = trimmed(v, minus(v.Subtree(obj), v.Subtree(h)))
		}
		return l, true
	}
	x := forObject(v, h, obj)
	if x < 0 {
		l.Content = []document.Range{{First: obj, End: obj + 1}}
		return l, true
	}
	l.Cue = hull(l.Cue, document.Range{First: obj, End: obj + 1})
	l.Content = trimmed(v, minus(v.Subtree(x), document.Range{}))
	return l, true
}

// forObject is what responsibility is taken for, on the noun or on the verb.
func forObject(v *View, h, obj int) int {
	for _, at := range []int{obj, h} {
		for _, k := range v.Kids(at) {
			c := v.Kid(int(k), document.Case, document.Mark)
			if c >= 0 && strings.EqualFold(v.D.Word(c), "for") {
				return int(k)
			}
		}
	}
	return -1
}

// ClaimsFeat reports "claims control of the town" and "claimed victory": who claims says
// that it was they.
func (v *View) ClaimsFeat(h int) bool {
	o := v.Kid(h, document.Obj)
	return v.Lemma[h] == wordClaim && v.UPOS(h) == document.VERB && o >= 0 && feats[v.Lemma[o]]
}

var (
	wordClaim = Hash("claim")
	feats     = hashes("control", "victory", "capture", "conquest", "seizure")
)

// figureIn is the number behind "at" inside the words of an object, where the tree hangs it
// there: "put the number of soldiers killed at two"; -1 for none.
func (v *View) figureIn(obj int) int {
	r := v.Subtree(obj)
	for i := obj + 2; i < r.End; i++ {
		if strings.EqualFold(v.D.Word(i-1), "at") && v.UPOS(i) == document.NUM {
			return i
		}
	}
	return -1
}

// putAt reads "put the toll at 12", "estimated the crowd at 5,000" and "what
// organizers estimated at 1.7 million".
func putAt(v *View, h int) (Light, bool) {
	if !putVerbs[v.Lemma[h]] {
		return Light{}, false
	}
	at := -1
	for _, k := range v.Kids(h) {
		c := v.Kid(int(k), document.Case)
		if c >= 0 && strings.EqualFold(v.D.Word(c), "at") {
			at = int(k)
		}
	}
	obj := v.Kid(h, document.Obj, document.NsubjPass)
	if at < 0 && obj >= 0 {
		at = v.figureIn(obj)
	}
	if at < 0 {
		return Light{}, false
	}
	counted := obj >= 0 && tollNouns[v.Lemma[obj]]
	if !counted && v.D.Tags[h].Lemma != "estimate" {
		return Light{}, false
	}
	l := Light{Class: Say, Cue: document.Range{First: h, End: h + 1}}
	if counted {
		l.Content = trimmed(v, join(v.Subtree(obj), v.Subtree(at)))
	} else {
		l.Content = trimmed(v, join(v.Subtree(at)))
	}
	return l, len(l.Content) > 0
}
