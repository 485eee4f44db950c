package event

import (
	"sayso"
	"sayso/internal/document"
)

// places attaches where it happened and where it was launched from: the places
// of the sentence, nearest by the tree first; failing these, the last of the
// sentence before in the same paragraph.
func (a *arguments) places() {
	v := a.v
	best := [2]int{-1, -1} // place, from
	var score [2]float64
	for i := range v.spots {
		p := &v.spots[i]
		if p.sent != v.sentence[a.t.token] || p.Has(a.t.token) || a.metonym(p) || a.compared(p.head) {
			continue
		}
		role, sc := a.placeScore(p)
		if sc > score[role] {
			best[role], score[role] = i, sc
		}
	}
	for role, name := range []string{"place", "from"} {
		if best[role] >= 0 && score[role] > 0.15 {
			p := &v.spots[v.narrow(best[role])]
			a.add(name, p.Range, p.index, score[role])
		}
	}
	if best[0] < 0 {
		a.placeBefore()
	}
}

// located attaches the places of the sentence by the learned chance that the
// happening was there, in a role of its own.
func (a *arguments) located() {
	places, _ := a.v.lex.where.Choose(a.v.d, a.t.token)
	for _, p := range places {
		if p.Score < leastLocated {
			break
		}
		a.args = append(a.args, document.Argument{Role: "located", Range: p.Range, Index: p.Toponym, Score: p.Score})
	}
}

// leastLocated is the chance from which a place is worth a look.
const leastLocated = 0.05

// metonym leaves out places that stand for governments, but not what is taken.
func (a *arguments) metonym(p *spot) bool {
	return p.index >= 0 && a.v.d.Toponyms[p.index].Metonym && !(a.t.sense.kind == "takeover" && contains(a.t.frame.obj, p.head))
}

// compared reports whether a place or time belongs to another happening that
// this one is only compared with: "the deadliest attack since an assault in
// Ghazni in August".
func (a *arguments) compared(i int) bool {
	v := a.v
	for h, n := v.head(i), 0; h >= 0 && n < 2; h, n = v.head(h), n+1 {
		if h == a.t.token {
			return false
		}
		if p := v.caseOf(h); h < a.t.token || p != "since" && p != "unlike" && p != "than" {
			continue
		}
		for k := range a.all {
			if a.all[k].token == h {
				return true
			}
		}
	}
	return false
}

// headOf is the token of a range that the others hang from.
func (v *view) headOf(r document.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := v.head(i); h < r.First || h >= r.End {
			return i
		}
	}
	return r.First
}

// placeScore says whether a toponym is the place (0) or the origin (1) of the
// trigger's happening, and how likely.
func (a *arguments) placeScore(p *spot) (role int, score float64) {
	v, h := a.v, p.head
	dist := v.distance(a.t.token, h)
	score = 1 / (1 + 0.35*float64(dist))
	prep := v.prepositionOf(h)
	switch prep {
	case "in", "at", "near", "outside", "across", "throughout", "inside", "around", "on", "off", "over", "along", "within":
		score *= 1.2
	case "from", "out":
		if v.launches(a.t.sense.kind) && v.distance(a.t.token, h) <= 4 && a.launchedFrom(h) {
			return 1, score
		}
		score *= 0.25
	case "of", "to", "into", "toward", "towards":
	case "between", "with", "by", "for", "about", "against", "as", "than", "like", "despite":
		score *= 0.3
	case "":
		if !contains(a.t.frame.obj, h) && !v.movesTo(a.t.sense.kind) {
			score *= 0.6
		}
	}
	if n := a.closer(h, dist); n > 0 {
		score *= 0.75
	}
	if contains(a.t.frame.subj, h) && a.t.sense.kind != "takeover" {
		score *= 0.3
	}
	return 0, score
}

// launchedFrom reports whether a place hangs from the trigger with no word of saying or
// length between: "fired from Gaza", not "fired, he said by telephone from Kadugli" or
// "fired at a mine 25 km from Bambari".
func (a *arguments) launchedFrom(h int) bool {
	for n := 0; n < 8 && h >= 0 && h != a.t.token; n++ {
		if h = a.v.head(h); h >= 0 && h != a.t.token && (a.v.classes[h].has(a.v.lex.bit("speech")) || lengths[a.v.lemmas[h]] || a.v.d.Tags[h].UPOS == document.NUM) {
			return false
		}
	}
	return h == a.t.token
}

// lengths are units of length.
var lengths = map[string]bool{"km": true, "kilometre": true, "kilometer": true, "mile": true, "metre": true, "meter": true}

func (v *view) launches(kind string) bool {
	switch kind {
	case "shelling", "air-strike", "troop-movement", "attack", "bombing":
		return true
	}
	return false
}

func (v *view) movesTo(kind string) bool { return kind == "troop-movement" || kind == "takeover" }

// closer counts triggers that stand closer to token h than this one does.
func (a *arguments) closer(h, dist int) int {
	n := 0
	for i := range a.all {
		o := &a.all[i]
		if o.token != a.t.token && a.v.sentence[o.token] == a.v.sentence[a.t.token] && a.v.distance(o.token, h) < dist {
			n++
		}
	}
	return n
}

// prepositionOf is the preposition before a name, going up through the words
// it is part of ("in the city of Aleppo", "in northern Iraq").
func (v *view) prepositionOf(h int) string {
	for n := 0; n < 3 && h >= 0; n++ {
		if p := v.caseOf(h); p != "" && !(p == "of" && n == 0 && v.head(h) >= 0 && v.caseOf(v.head(h)) != "") {
			return p
		}
		switch v.rel(h) {
		case document.Compound, document.Appos, document.Nmod, document.Flat, document.Conj, document.NmodPoss, document.NmodUnmarked:
			h = v.head(h)
		default:
			return ""
		}
	}
	return ""
}

// narrow goes from a place to a finer one before it: "Daquq, northern Iraq".
func (v *view) narrow(i int) int {
	best := i
	for j := range v.spots {
		p, q := &v.spots[j], &v.spots[best]
		if p.sent != q.sent || p.End > q.First || q.First-p.End > 4 || !finer(p.place.Level, q.place.Level) {
			continue
		}
		if (p.place.Country == q.place.Country || p.place.Country == "" || q.place.Country == "") && v.plain(p.End, q.First) {
			best = j
		}
	}
	return best
}

// plain reports whether only commas, prepositions, articles and directions
// stand between two tokens.
func (v *view) plain(from, to int) bool {
	for i := from; i < to; i++ {
		switch v.d.Tags[i].UPOS {
		case document.PUNCT, document.ADP, document.DET, document.ADJ:
		default:
			switch v.lemmas[i] {
			case "province", "district", "state", "region", "capital", "seat", "town", "city", "village":
			default:
				return false // "Dori, the capital of Seno province"
			}
		}
	}
	return true
}

func finer(a, b sayso.Level) bool { return rank(a) < rank(b) }

func rank(l sayso.Level) int {
	switch l {
	case sayso.LevelSite:
		return 0
	case sayso.LevelTown:
		return 1
	case sayso.LevelRegion:
		return 2
	}
	return 3
}

// placeBefore takes the last place of the sentence before, at low weight.
func (a *arguments) placeBefore() {
	v := a.v
	s := v.sentence[a.t.token]
	if s <= 0 || v.d.Sentences[s-1].Block != v.d.Sentences[s].Block {
		return
	}
	last := -1
	for i := range v.spots {
		if v.spots[i].sent == s-1 && !a.metonym(&v.spots[i]) && (last < 0 || v.spots[i].First > v.spots[last].First) {
			last = i
		}
	}
	if last >= 0 {
		p := &v.spots[v.narrow(last)]
		a.add("place", p.Range, p.index, 0.1)
	}
}

// speechTime is the weight of a time that is that of saying so.
const speechTime = 0.45

// times attaches when it happened: the date of the sentence that is nearest by
// the tree and not nearer to another trigger.
func (a *arguments) times() {
	v := a.v
	best, score := -1, 0.0
	for i := range v.d.Times {
		t := &v.d.Times[i]
		if v.sentence[t.First] != v.sentence[a.t.token] || t.Kind == "DURATION" && !t.When.Earliest.Known() || t.Kind == "SET" {
			continue
		}
		h := v.headOf(t.Range)
		dist := v.distance(a.t.token, h)
		sc := 1 / (1 + 0.3*float64(dist))
		if a.closer(h, dist) > 0 {
			sc *= 0.6
		}
		if t.Value == "PRESENT_REF" || t.Value == "FUTURE_REF" {
			sc *= 0.3
		}
		if a.compared(h) || v.ofStand(a.t.token, h) || a.dates(h) {
			continue
		}
		if v.ofSpeech(a.t.token, h) {
			sc *= speechTime
		}
		if sc > score {
			best, score = i, sc
		}
	}
	if best >= 0 && score > 0.15 {
		a.add("time", v.d.Times[best].Range, best, score)
	}
}

// dates reports whether a time is part of the noun phrase of another happening, which
// hangs from this one: who was arrested "after Monday's bombing" was not on Monday.
func (a *arguments) dates(h int) bool {
	v := a.v
	switch v.rel(h) {
	case document.NmodPoss, document.Compound, document.Nummod, document.Amod:
	default:
		return false
	}
	o := v.head(h)
	if o < 0 || o == a.t.token || !v.above(a.t.token, o) {
		return false
	}
	switch v.prepositionOf(o) {
	case "after", "over", "since", "following", "for", "of", "about":
	default:
		return false
	}
	for i := range a.all {
		if a.all[i].token == o {
			return true
		}
	}
	return false
}

// ofSpeech reports whether a time is that of saying so and not the trigger's:
// "police said on Monday that …", "…, officials said Saturday".
func (v *view) ofSpeech(t, h int) bool {
	g := v.head(h)
	if g < 0 || g == t || !v.classes[g].has(v.lex.bit("speech")) {
		return false
	}
	return v.above(g, t) || v.rel(g) == document.Parataxis
}

// ofStand reports whether a time is that of taking a stand on what a noun tells and not
// the noun's: "visited the wounded on Tuesday and condemned the bombing".
func (v *view) ofStand(t, h int) bool {
	g := v.head(t)
	if g < 0 || v.isVerb(t) || v.rel(t) != document.Obj || v.above(t, h) {
		return false
	}
	switch v.lemmas[g] {
	case "condemn", "denounce", "deplore", "mourn", "praise", "criticise", "criticize", "decry", "commemorate", "mark", "recall", "discuss":
		return true
	}
	return false
}
