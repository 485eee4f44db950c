package toponym

import (
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// emit takes one detection feature: a template and a value.
type emit func(template, value string)

// score sums the weights of a spot's features.
func (r *reader) score(s *spot) int64 {
	var sum int64
	r.features(s, func(template, value string) {
		h := uint64(hashSeed)
		for i := 0; i < len(template); i++ {
			h = (h ^ uint64(template[i])) * hashPrime
		}
		h = (h ^ ':') * hashPrime
		for i := 0; i < len(value); i++ {
			h = (h ^ uint64(value[i])) * hashPrime
		}
		sum += int64(r.model.Detect[h])
	})
	return sum
}

// features lists what detection looks at.
func (r *reader) features(s *spot, put emit) {
	put("bias", "")
	r.wordFeatures(s, put)
	r.shapeFeatures(s, put)
	r.nameFeatures(s, put)
	r.placeFeatures(s, put)
}

func (r *reader) wordFeatures(s *spot, put emit) {
	p, n := r.at(s.First-1), r.at(s.End)
	put("p1", p)
	put("n1", n)
	put("p2", r.at(s.First-2)+" "+p)
	put("n2", n+" "+r.at(s.End+1))
	put("pn", p+" "+n)
	if s.Len() == 1 && len(s.postings) > 0 && s.postings[0].Kind() == gazetteer.NameDemonym {
		put("fd", r.at(s.First))
	}
	if s.site {
		put("site", r.at(s.End-1))
	}
	if c := r.unitCue(s.Range); c != "" {
		put("unitcue", c)
	}
}

func (r *reader) shapeFeatures(s *spot, put emit) {
	d := r.doc
	flag := func(name string, on bool) {
		if on {
			put(name, "")
		}
	}
	flag("prevcap", s.First > 0 && capital(r.word(s.First-1)) && !r.sentenceStart(s.First-1))
	flag("nextcap", s.End < len(d.Tokens) && capital(r.word(s.End)))
	flag("start", r.sentenceStart(s.First))
	flag("commacap", s.End+1 < len(d.Tokens) && r.word(s.End) == "," && capital(r.word(s.End+1)))
	flag("lower", s.Len() == 1 && r.lower[r.at(s.First)])
	flag("upper", upper(r.word(s.First)))
	flag("cued", r.cued[r.key(s.Range)])
	flag("behindcomma", r.inList(s))
	put("len", digit(s.Len()))
	if len(d.Tags) == len(d.Tokens) {
		put("tag", d.Tags[s.First].XPOS.String()+" "+d.Tags[s.End-1].UPOS.String())
		if s.End < len(d.Tokens) {
			put("ntag", d.Tags[s.End].XPOS.String())
		}
		if s.First > 0 {
			put("ptag", d.Tags[s.First-1].XPOS.String())
		}
	}
	if b := d.SentenceOf(s.First); b >= 0 && len(d.Blocks) > d.Sentences[b].Block {
		put("block", digit(int(d.Blocks[d.Sentences[b].Block].Kind)))
	}
}

func (r *reader) inList(s *spot) bool {
	return s.First >= 2 && r.word(s.First-1) == "," && capital(r.word(s.First-2))
}

func digit(n int) string { return string(rune('0' + min(max(n, 0), 9))) }

var kindLetters = [...]string{"-", "P", "L", "O", "M", "W", "F", "T", "Q", "N"}

// nameFeatures say how the spot lies to the names layer.
func (r *reader) nameFeatures(s *spot, put emit) {
	i := r.inName[s.First]
	if i < 0 {
		i = r.inName[s.End-1]
	}
	if i < 0 {
		put("name", "none")
		if k := r.inKind[r.word(s.End-1)]; k != 0 {
			put("elsewhere", kindLetters[k])
		}
		return
	}
	n := r.doc.Names[i]
	how := "part"
	switch {
	case n.Range == s.Range || n.Range == s.core:
		how = "same"
	case s.Covers(n.Range):
		how = "in"
	case n.First == s.First:
		how = "first"
	case n.End == s.End:
		how = "last"
	}
	put("name", how+kindLetters[n.Kind])
	if n.Score > 0 {
		put("sure", how+kindLetters[n.Kind]+digit(int(n.Score*5)))
	}
}

// placeFeatures say what the gazetteer knows of the name.
func (r *reader) placeFeatures(s *spot, put emit) {
	if len(s.postings) == 0 {
		put("known", "no")
		return
	}
	best, kinds, people := gazetteer.Entry{}, [16]bool{}, -1
	name := s.postings[0].Kind()
	for _, p := range s.postings {
		e := r.gaz.Entry(p.Entry())
		kinds[e.Kind&15] = true
		name = min(name, p.Kind())
		if e.Population > people {
			best, people = e, e.Population
		}
	}
	put("people", digit(logPeople(people)))
	put("best", best.Kind.String()+" "+digit(int(name)))
	put("many", digit(bitLength(len(s.postings))))
	put("peoplelen", digit(logPeople(people))+digit(s.Len()))
	for k := gazetteer.KindContinent; k <= gazetteer.KindSite; k++ {
		if kinds[k] {
			put("has", k.String())
		}
	}
	if s.core.End < s.End {
		put("unit", r.at(s.End-1))
	}
	if strings.EqualFold(best.Name, r.doc.Words(s.core)) {
		put("exact", "")
	}
}

func bitLength(n int) int {
	b := 0
	for ; n > 0; n >>= 1 {
		b++
	}
	return b
}

// logPeople is the number of digits of a population.
func logPeople(n int) int {
	d := 0
	for ; n > 0; n /= 10 {
		d++
	}
	return d
}

// detect scores all spots and keeps those above the threshold; of the others
// it keeps the postal names, hidden.
func (r *reader) detect() {
	r.cues()
	kept := r.spots[:0]
	for i := range r.spots {
		s, ok := r.best(r.spots[i])
		if s.hidden = !ok; ok || postal(s.postings) {
			kept = append(kept, s)
		}
	}
	r.spots = kept
}

// best scores a spot and the place in its name and returns the likelier one,
// or false where neither is likely enough.
func (r *reader) best(s spot) (spot, bool) {
	s.score = r.score(&s) + r.lean(&s)
	if s.inner != nil {
		in := *s.inner
		if in.score = r.score(&in); in.score > s.score {
			s = in
		}
	}
	return s, s.score >= r.model.Threshold
}

// leans are added to what was learned. LGL and TR-News mark few villages and
// hardly any that their gazetteer lacks, so that weights learned on them are
// against such names; news of conflict is full of them. See decision 0040.
const (
	leanUnit  = 2500 // "the village of Safina", "the Exarchia district"
	leanLaid  = 6000 // "Sabboura, an area outside Damascus", whatever the names layer has
	leanNamed = 700  // the names layer calls it a place
	leanOwn   = 1500 // a region or site that was added for conflict news: "Sinai"
)

func (r *reader) lean(s *spot) int64 {
	sum := int64(0)
	switch {
	case r.laidOut(s.Range):
		sum += leanLaid
	case r.unitCue(s.Range) != "" || len(s.postings) == 0 && r.siteBehind(s.Range) > 0:
		sum += leanUnit
	}
	if s.named == document.NamePlace {
		sum += leanNamed
	}
	if slices.ContainsFunc(s.postings, func(p gazetteer.Posting) bool { return strings.HasPrefix(r.gaz.Entry(p.Entry()).ID, "sayso:") }) {
		sum += leanOwn
	}
	return sum
}

// postal reports whether a name stands for a unit behind the name of a town.
func postal(p []gazetteer.Posting) bool {
	return slices.ContainsFunc(p, func(p gazetteer.Posting) bool { return p.Kind() == gazetteer.NamePostal })
}

// cues notes the names that stand behind "in" or "at" somewhere in the text.
func (r *reader) cues() {
	for i := range r.spots {
		s := &r.spots[i]
		if placing[r.at(s.First-1)] {
			r.cued[r.key(s.Range)] = true
		}
	}
}
