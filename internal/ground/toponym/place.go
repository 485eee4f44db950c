package toponym

import (
	"fmt"
	"math"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/gazetteer"
)

// toponyms writes the layer from what was chosen.
func (r *reader) toponyms() []document.Toponym {
	r.all = r.masses()
	out := make([]document.Toponym, 0, len(r.spots))
	for i := range r.spots {
		if !r.spots[i].hidden {
			out = append(out, r.toponym(i))
		}
	}
	return out
}

func (r *reader) toponym(i int) document.Toponym {
	s := &r.spots[i]
	t := document.Toponym{Range: s.Range}
	p := &t.Place
	p.Span = r.doc.SpanOf(s.Range)
	p.Name = p.Span.In(r.doc.Text)
	if name := r.doc.HalfCountry(s.First, r.isCountry); name != "" && s.Len() == 1 {
		p.Name = name
	}
	switch {
	case s.group >= 0 && !s.site && r.farAway(s):
		s.site = true
		r.unknown(p, i)
	case s.group >= 0 && s.site && r.namedAfter(s):
		r.unknown(p, i)
	case s.group >= 0 && !s.site && (r.foreign(s.group) || r.quarterHere(s)):
		r.unknown(p, i)
	case s.group >= 0 && !s.site:
		best := &r.groups[s.group].list[0]
		t.Demonym = best.name == gazetteer.NameDemonym
		t.Metonym = !t.Demonym && r.metonym(s, best.entry.Kind)
		r.ground(&t, s, &r.groups[s.group])
		r.widen(&t, s)
	case s.group >= 0:
		r.ground(&t, s, &r.groups[s.group])
		p.Level, p.ID, p.RunnerUp = sayso.LevelSite, "", ""
		p.Chosen = "a site; the point is that of " + r.groups[s.group].list[0].entry.Name + " in its name"
	default:
		r.unknown(p, i)
	}
	r.site(&t, s, i)
	return t
}

// farAway reports whether a name of several words that ends in one for a site
// is known only as a place in a country where nothing else of the text lies:
// Victoria Park, in an article about Hong Kong, is not the suburb of Perth.
func (r *reader) farAway(s *spot) bool {
	return s.Len() > 1 && siteWords[strings.ToLower(r.word(s.End-1))] && r.alone(s.group)
}

// quarterHere reports whether a word for a part of a town stands behind a name that
// is known only as a town in another country than the text speaks of: "the Eastleigh
// estate" in an article about Nairobi is not in England.
func (r *reader) quarterHere(s *spot) bool {
	switch r.at(s.End) {
	case "estate", "neighbourhood", "neighborhood", "suburb", "quarter", "slum", "district":
	default:
		return false
	}
	k := r.groups[s.group].list[0].entry.Kind
	return k >= gazetteer.KindSeat1 && k <= gazetteer.KindFormer && r.elsewhere(s.group)
}

// namedAfter reports whether the place in the name of a site hardly says where
// the site is: an embassy bears the name of the country that sends it, a street
// that of any place, and La Capilla Street is not in the village of that name in
// another country than all that the text speaks of.
func (r *reader) namedAfter(s *spot) bool {
	last := strings.ToLower(r.word(s.End - 1))
	best := &r.groups[s.group].list[0]
	switch {
	case missions[last]:
		return true
	case streets[last]:
		return best.features[fFocus] == 0 && best.features[fInsideNext] == 0 || r.elsewhere(s.group)
	}
	return best.entry.Population < smallPlace && (r.alone(s.group) || r.elsewhere(s.group))
}

// alone reports whether the text names other places, but none in the country of
// a group's best place.
func (r *reader) alone(g int) bool {
	best := &r.groups[g].list[0]
	if best.features[fFocus] != 0 || best.features[fInsideNext] != 0 || best.entry.Kind == gazetteer.KindCountry {
		return false
	}
	for i := range r.groups {
		if o := &r.groups[i]; o.name != r.groups[g].name && o.list[0].entry.Country != "" && o.list[0].entry.Country != best.entry.Country {
			return true
		}
	}
	return false
}

// foreign reports whether a name is known only as that of small places in
// countries that the text hardly speaks of, while most of its names lie in
// another: La Noria, in an article about El Salvador, is none of those of Mexico
// but a village that the gazetteer lacks. The only place of a name is meant as
// long as another of the text is within five hundred kilometres: Tal Afar in Iraq,
// among towns of Syria, but not Tawila in Yemen, among those of Sudan.
func (r *reader) foreign(g int) bool {
	best := &r.groups[g].list[0]
	if k := best.entry.Kind; k != gazetteer.KindAdmin2 && (k < gazetteer.KindSeat1 || k > gazetteer.KindFormer) && k != gazetteer.KindSite {
		return false
	}
	if len(r.groups[g].list) == 1 && (best.entry.Kind == gazetteer.KindSite || r.hasNear(g)) || best.entry.Population >= smallPlace {
		return false
	}
	return r.elsewhere(g)
}

// hasNear reports whether another name of the text is that of a place finer than a country
// within 500 km of a group's best place.
func (r *reader) hasNear(g int) bool {
	best := &r.groups[g].list[0]
	for i := range r.groups {
		if i == g || r.groups[i].name == r.groups[g].name || len(r.groups[i].list) == 0 {
			continue
		}
		o := &r.groups[i].list[0]
		if o.entry.Kind > gazetteer.KindCountry && o.belief >= one/10 && chord(best.unit, o.unit) < chord500 {
			return true
		}
	}
	return false
}

// elsewhere reports whether most names of the text lie in another country than a
// group's best place, and hardly any in its own.
func (r *reader) elsewhere(g int) bool {
	best := &r.groups[g].list[0]
	if best.features[fHome] > 0 || best.features[fInsideNext] > 0 || best.features[fFocus] > one/20 {
		return false
	}
	all, own := &r.all, r.massOf(g)
	rest := all.total - own.total
	return all.top != best.entry.Country && rest >= 2*one && all.country[all.top]-own.country[all.top] > rest*6/10
}

// smallPlace is the number of people below which a place abroad is hardly meant
// where nothing else is abroad.
const smallPlace = 30000

// remote is how many words further off a place lies from spot i than it is named,
// for what the words leave open.
func (r *reader) remote(i, j int) int {
	e, c := &r.groups[r.spots[j].group].list[0].entry, 0
	if e.Kind == gazetteer.KindCountry || e.Kind == gazetteer.KindContinent {
		c += 60
	}
	if (e.Kind == gazetteer.KindCapital || e.Kind == gazetteer.KindCountry) && !r.standsIn(j) {
		c += 120
	}
	if r.spots[j].First >= r.sentenceEnd(r.spots[i].First) {
		c += 60
	}
	return c
}

// standsIn reports whether the words before a name say that something is there: "in
// Damascus", "west of Damascus".
func (r *reader) standsIn(i int) bool {
	switch w := r.at(r.spots[i].First - 1); w {
	case "from", "to", "toward", "towards":
		return false
	case "of":
		return sides[r.at(r.spots[i].First-2)] || unitBefore[r.at(r.spots[i].First-2)] != 0
	default:
		return placing[w]
	}
}

// site takes the words for a site behind a name into the name of the place,
// which then is a site: "the Mezzeh military airport", "the al-Khani mosque".
// Only with "the" before it: "a Baghdad hospital" names Baghdad.
func (r *reader) site(t *document.Toponym, s *spot, i int) {
	end := r.siteBehind(s.Range)
	if s.site || t.Metonym || end == 0 {
		return
	}
	p := &t.Place
	if missions[r.at(end-1)] {
		*p = sayso.Place{}
		r.unknown(p, i)
	}
	p.Span = r.doc.SpanOf(document.Range{First: s.First, End: end})
	p.Name, p.Level, t.Demonym = p.Span.In(r.doc.Text), sayso.LevelSite, false
	if !missions[r.at(end-1)] {
		p.ID, p.RunnerUp = "", ""
		p.Chosen = "a site; the point is that of the place in its name"
	}
}

// ground fills a place from the entry chosen for its name.
func (r *reader) ground(t *document.Toponym, s *spot, g *group) {
	p := &t.Place
	best := &g.list[0]
	e := &best.entry
	p.ID, p.Level = e.ID, e.Kind.Level()
	t.Section = e.Kind == gazetteer.KindSection
	p.Lat, p.Lon = ptr(e.Lat), ptr(e.Lon)
	p.Admin1, p.Admin2 = e.Admin1, e.Admin2
	p.DisputedBy = r.gaz.Claimants(*e)
	if p.DisputedBy == nil {
		p.Country = sayso.Code(e.Country)
	}
	p.Confidence = r.model.confidence(r.sure(s, g))
	p.Chosen = reason(g)
	if len(g.list) > 1 {
		p.RunnerUp = g.list[1].entry.ID
	}
	p.Why = r.why(s, g)
}

func ptr(x float64) *float64 { return &x }

var said = []struct {
	feature int
	words   string
}{
	{fInsideNext, "it lies in the place named beside it"},
	{fUnitYes, "the word for a unit beside it"},
	{fUnitFocus, "other names of the text lie in the same unit"},
	{fNear50, "another name of the text lies within 50 km"},
	{fFocusTop, "the text is mostly about its country"},
	{fHolds, "other names of the text lie in it"},
	{fFirst, "most people"},
}

// reason says in words why the best entry was chosen.
func reason(g *group) string {
	if len(g.list) == 1 {
		return "the only place of that name"
	}
	for _, s := range said {
		if g.list[0].features[s.feature] >= one/2 {
			return s.words
		}
	}
	return "highest score"
}

func (r *reader) why(s *spot, g *group) *sayso.Explanation {
	many := "one place goes"
	if n := len(g.list); n > 1 {
		many = fmt.Sprintf("%d places go", n)
	}
	w := sayso.Because(g.list[0].entry.ID, many+" by this name; "+reason(g))
	w.Children = append(w.Children, sayso.Because(fmt.Sprintf("%.2f", sigmoid(float64(s.score))), "how sure it is that this names a place"))
	for i := range g.list[:min(2, len(g.list))] {
		c := &g.list[i]
		w.Children = append(w.Children, sayso.Because(c.entry.ID, fmt.Sprintf("%s (%s, %s, %d people): %.2f",
			c.entry.Name, c.entry.Kind, c.entry.Country, c.entry.Population, float64(c.belief)/one), r.factors(c)...))
	}
	return w
}

// factors lists what weighed most for or against an entry.
func (r *reader) factors(c *candidate) []*sayso.Explanation {
	var out []*sayso.Explanation
	for f, x := range c.features {
		w := int64(x) * int64(r.model.Rank[Passes-1][f]) / one
		if f < fNameKind && (w > 500 || w < -500) {
			out = append(out, sayso.Because(fmt.Sprintf("%+.1f", float64(w)/1000), featureNames[f]))
		}
	}
	return out
}

// metonym reports whether the name stands for a government: the subject of a
// verb of speaking, and no preposition of place before it.
func (r *reader) metonym(s *spot, k gazetteer.Kind) bool {
	if k != gazetteer.KindCountry && k != gazetteer.KindCapital || placing[r.at(s.First-1)] {
		return false
	}
	next := r.at(s.End)
	if next == "has" || next == "have" || next == "had" || next == "also" {
		next = r.at(s.End + 1)
	}
	return speaking[next]
}

// widen takes "northern" before a name and "waters" behind an adjective into
// the name of the place, which then is a region; the range stays.
func (r *reader) widen(t *document.Toponym, s *spot) {
	p := &t.Place
	if t.Demonym {
		if s.End < len(r.doc.Tokens) && grounds[r.at(s.End)] {
			p.Span = r.doc.SpanOf(document.Range{First: s.First, End: s.End + 1})
			p.Name, t.Demonym = p.Span.In(r.doc.Text), false
			if w := r.at(s.End); w != "territory" && w != "airspace" && w != "soil" {
				p.Level = sayso.LevelRegion
			}
		}
		return
	}
	first := s.First
	if first > 0 && r.word(first-1) == "-" && first > 1 {
		first--
	}
	if first > 0 && sides[r.at(first-1)] && (p.Level == sayso.LevelCountry || p.Level == sayso.LevelRegion) {
		p.Span = r.doc.SpanOf(document.Range{First: first - 1, End: s.End})
		p.Name, p.Level = p.Span.In(r.doc.Text), sayso.LevelRegion
	}
}

// unknown fills a place that the gazetteer lacks: with the point of the place
// named behind it or nearest before it, marked as such.
func (r *reader) unknown(p *sayso.Place, i int) {
	s := &r.spots[i]
	p.Level = sayso.LevelTown
	if last := strings.ToLower(r.word(s.End - 1)); s.site || houseWords[last] {
		p.Level = sayso.LevelSite
	} else if w := unitWords[last]; w != 0 && w != 't' || unitWords[r.at(s.End)] == '1' {
		p.Level = sayso.LevelRegion
	}
	p.Chosen = "not in the gazetteer"
	near := r.anchor(i)
	if near < 0 {
		return
	}
	e := &r.groups[near].list[0].entry
	p.Lat, p.Lon = ptr(e.Lat), ptr(e.Lon)
	p.Admin1, p.Admin2 = e.Admin1, e.Admin2
	if p.DisputedBy = r.gaz.Claimants(*e); p.DisputedBy == nil {
		p.Country = sayso.Code(e.Country)
	}
	p.Chosen = "not in the gazetteer; the point is that of " + e.Name + ", named with it"
	p.Confidence = r.model.confidence(r.sureNear(s, &r.groups[near]))
}

// anchor returns the group of the place behind spot i, of the nearest town in
// its sentence, or of the nearest one before; -1 where there is none. Places that
// stand alone in the text, or lie far from what it speaks of, are passed over; what
// is told later, and a capital or country of which nothing says that something is there,
// which mostly stands for a government, "a raid blamed on Ankara", only serve where
// nothing else is near.
func (r *reader) anchor(i int) int {
	if n := r.nextOf(i); n >= 0 && !r.foreign(n) {
		return n
	}
	if n := r.ownerOf(i); n >= 0 {
		return n
	}
	for j := range i { // one name, one place
		if r.spots[j].group < 0 && !r.spots[j].hidden && r.key(r.spots[j].Range) == r.key(r.spots[i].Range) {
			return r.anchor(j)
		}
	}
	best, cost := -1, math.MaxInt
	for j := range r.spots {
		g := r.spots[j].group
		if j == i || g < 0 || r.alone(g) || r.foreign(g) {
			continue
		}
		if r.groups[g].list[0].name == gazetteer.NameDemonym {
			if d := r.spots[i].First - r.spots[j].End; d >= 0 && d <= 3 {
				return g // "the Syrian town of Dabiq"
			}
			continue
		}
		c := r.spots[j].First - r.spots[i].First
		if c < 0 {
			c = -c
		}
		c += r.remote(i, j)
		if c < cost {
			best, cost = g, c
		}
	}
	return best
}
