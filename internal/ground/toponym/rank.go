package toponym

import (
	"math"
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// FeatureCount is the number of features of the choice among entries.
const FeatureCount = fKind + 16

const (
	fPeople = iota
	fNobody
	fShare
	fFirst
	fExact
	fFocus
	fFocusTop
	fUnitFocus
	fNear50
	fNear200
	fNear1000
	fInsideNext
	fOutsideNext
	fWithin
	fHolds
	fUnitYes
	fUnitNo
	fTownCue
	fTownCueNo
	fHome
	fHomeNone
	fPeopleFocus
	fTwin
	fFocusNone
	fApprox
	fFocusPlace
	fAbroad
	fHomePeople
	fOtherPeople
	fOtherFocus
	fNameKind // six
	fKind     = fNameKind + 6
)

var featureNames = func() (n [FeatureCount]string) {
	copy(n[:], []string{"people", "nobody", "share", "first", "exact", "focus", "focus-top", "unit-focus", "near-50", "near-200",
		"near-1000", "inside-next", "outside-next", "within", "holds", "unit-yes", "unit-no", "town-cue", "town-cue-no", "home",
		"home-none", "people-focus", "twin", "focus-none", "approx", "focus-place", "abroad",
		"home-people", "other-people", "other-focus", "main", "alternate", "demonym", "abbreviation", "short", "postal"})
	for k := 0; fKind+k < FeatureCount; k++ {
		n[fKind+k] = "kind-" + gazetteer.Kind(k).String()
	}
	return n
}()

// Vector holds the features of one entry in 1/1024.
type Vector [FeatureCount]int32

const one = 1024

// candidate is one entry that a name may stand for.
type candidate struct {
	at       int // index of the entry
	name     gazetteer.NameKind
	entry    gazetteer.Entry
	unit     [3]float64 // point on the unit sphere
	features Vector
	belief   int32 // in 1/1024
	score    int64
}

// group is all mentions of one name in a document: one choice.
type group struct {
	key      string
	name     string // folded name without the word for a unit
	mentions []int  // spots
	list     []candidate
	trust    int32 // in 1/1024: how sure the name is that of a place at all
}

const maxCandidates = 60

// gather groups the spots and loads their entries.
func (r *reader) gather() {
	byKey := map[string]int{}
	for i := range r.spots {
		s := &r.spots[i]
		if s.group = -1; len(s.postings) == 0 {
			continue
		}
		key := r.key(s.core)
		if s.core.End < s.End {
			key += "/" + r.at(s.End-1)
		}
		g, ok := byKey[key]
		if !ok {
			g = len(r.groups)
			byKey[key] = g
			r.groups = append(r.groups, group{key: key, name: r.key(s.core), list: r.candidates(s)})
		}
		s.group = g
		r.groups[g].mentions = append(r.groups[g].mentions, i)
		r.groups[g].trust = max(r.groups[g].trust, int32(one*sigmoid(float64(s.score))))
	}
	for g := range r.groups {
		r.stillFeatures(&r.groups[g])
		r.prior(&r.groups[g])
	}
}

func (r *reader) candidates(s *spot) []candidate {
	list := make([]candidate, 0, min(len(s.postings), maxCandidates))
	for _, p := range s.postings[:min(len(s.postings), maxCandidates)] {
		e := r.gaz.Entry(p.Entry())
		list = append(list, candidate{at: p.Entry(), name: p.Kind(), entry: e, unit: onSphere(e.Lat, e.Lon)})
	}
	return list
}

// stillFeatures sets the features that no other name changes.
func (r *reader) stillFeatures(g *group) {
	most := 1
	for i := range g.list {
		most = max(most, g.list[i].entry.Population)
	}
	for i := range g.list {
		c := &g.list[i]
		v := &c.features
		v[fPeople] = logShare(c.entry.Population)
		set1(v, fNobody, c.entry.Population == 0)
		v[fShare] = int32(one * float64(c.entry.Population) / float64(most))
		set1(v, fFirst, i == 0)
		set1(v, fExact, gazetteer.Fold(c.entry.Name) == g.name)
		set1(v, fApprox, c.entry.Approx)
		set1(v, fHome, r.home != "" && c.entry.Country == r.home)
		if v[fHome] > 0 {
			v[fHomePeople] = v[fPeople]
		}
		set1(v, fHomeNone, r.wide && c.entry.Country == "US")
		kind := c.nameKind(g.name)
		v[fNameKind+int(kind)] = one
		if kind == gazetteer.NameAlternate {
			v[fOtherPeople] = v[fPeople]
		}
		v[fKind+int(c.entry.Kind)] = one
		set1(v, fTwin, twin(g.list, c))
		for _, m := range g.mentions {
			r.cueFeatures(&r.spots[m], c)
		}
	}
}

// nameKind is the kind of the name that led to the entry; one that is the
// first words of the main name, "Newcastle" of "Newcastle upon Tyne", is short.
func (c *candidate) nameKind(folded string) gazetteer.NameKind {
	whole := c.entry.Name
	for i := 0; i < len(whole) && c.name == gazetteer.NameAlternate; i++ {
		if (whole[i] == ' ' || whole[i] == '-') && gazetteer.Fold(whole[:i]) == folded {
			return gazetteer.NameShort
		}
	}
	return c.name
}

// twin reports whether a unit has its own town of the same name in the list.
func twin(list []candidate, c *candidate) bool {
	if c.entry.Kind != gazetteer.KindAdmin1 && c.entry.Kind != gazetteer.KindAdmin2 {
		return false
	}
	for i := range list {
		e := &list[i].entry
		if e.Kind.Populated() && e.Country == c.entry.Country && e.Admin1 == c.entry.Admin1 {
			return true
		}
	}
	return false
}

// cueFeatures read the word for a unit before or behind a mention.
func (r *reader) cueFeatures(s *spot, c *candidate) {
	w := unitWords[r.at(s.core.End)]
	if w == 0 {
		w = r.listUnit(s)
	}
	if w == 0 && r.at(s.First-1) == "of" {
		w = unitBefore[r.at(s.First-2)]
	}
	v := &c.features
	switch w {
	case 0:
	case 't':
		set1(v, fTownCue, c.entry.Kind.Populated())
		set1(v, fTownCueNo, !c.entry.Kind.Populated())
	default:
		yes := unitKind(w, c.entry.Kind)
		set1(v, fUnitYes, yes)
		set1(v, fUnitNo, !yes)
	}
}

// listUnit returns the kind that a plural behind a list gives to all in it:
// "Harvey, Harper and Kingman counties".
func (r *reader) listUnit(s *spot) byte {
	i := s.End
	for ; i < r.sentenceEnd(s.First) && i < s.End+24; i++ {
		w := r.at(i)
		if unitPlurals[w] {
			return unitWords[w]
		}
		if w != "," && w != "and" && w != "or" && w != "&" && !capital(r.word(i)) {
			return 0
		}
	}
	return 0
}

func unitKind(w byte, k gazetteer.Kind) bool {
	switch w {
	case '1':
		return k == gazetteer.KindAdmin1
	case '2':
		return k == gazetteer.KindAdmin2 || k == gazetteer.KindAdmin1
	case 'i':
		return k == gazetteer.KindIsland || k == gazetteer.KindAdmin1
	case 'w':
		return k == gazetteer.KindWater
	case 'c':
		return k == gazetteer.KindCountry
	}
	return k == gazetteer.KindArea || k == gazetteer.KindHeights
}

func set1(v *Vector, i int, on bool) {
	if on {
		v[i] = one
	}
}

func logShare(people int) int32 { return int32(one * math.Log10(float64(people)+1) / 8) }

// prior sets beliefs by people and kind alone.
func (r *reader) prior(g *group) {
	for i := range g.list {
		c := &g.list[i]
		c.score = int64(c.features[fPeople]) * 12 * 1000 / one
		switch c.entry.Kind {
		case gazetteer.KindCountry, gazetteer.KindContinent:
			c.score += 4000
		case gazetteer.KindAdmin1:
			c.score += 1500
		case gazetteer.KindAdmin2:
			c.score -= 1000
		}
	}
	believe(g.list)
}

// believe turns scores (thousandths) into beliefs that sum to about one.
func believe(list []candidate) {
	if len(list) == 0 {
		return
	}
	top := list[0].score
	for i := range list {
		top = max(top, list[i].score)
	}
	sum := 0.0
	weights := make([]float64, len(list))
	for i := range list {
		weights[i] = math.Exp(float64(list[i].score-top) / 1000)
		sum += weights[i]
	}
	for i := range list {
		list[i].belief = int32(one*weights[i]/sum + 0.5)
	}
}

// passes makes the choice n times.
func (r *reader) passes(n int) {
	for pass := range n {
		r.surroundings()
		for g := range r.groups {
			score(r.groups[g].list, &r.model.Rank[pass])
			believe(r.groups[g].list)
		}
	}
}

// choose runs all passes and leaves each group's list best first.
func (r *reader) choose() {
	r.passes(Passes)
	r.keepOwned()
	for g := range r.groups {
		slices.SortStableFunc(r.groups[g].list, func(a, b candidate) int {
			switch {
			case a.score != b.score:
				return int(max(-1, min(1, b.score-a.score)))
			default:
				return strings.Compare(a.entry.ID, b.entry.ID)
			}
		})
	}
}

func score(list []candidate, w *[FeatureCount]int32) {
	for i := range list {
		var sum int64
		for f, x := range list[i].features {
			if x != 0 {
				sum += int64(x) * int64(w[f])
			}
		}
		list[i].score = sum / one
	}
}

// nextOf returns the group named right behind a mention, as what holds it:
// "Jackson, Mississippi", "Eilat in southern Israel", "Tyre (Lebanon)".
func (r *reader) nextOf(m int) int {
	if m+1 >= len(r.spots) {
		return -1
	}
	a, b := r.spots[m].Range, r.spots[m+1].Range
	if r.sentence[a.First] != r.sentence[b.First] || b.First-a.End > 4 {
		return -1
	}
	between := document.Range{First: a.End, End: b.First}
	holds := false
	for i := between.First; i < between.End; i++ {
		switch w := r.at(i); {
		case w == "," || w == "in" || w == "(" || w == "of":
			holds = true
		case w == "the" || w == "also" || sides[w] || unitWords[w] != 0 || unitBefore[w] != 0 || w == "'s" || w == "’s":
		default:
			return -1
		}
	}
	if !holds {
		return -1
	}
	return r.spots[m+1].group
}
