// Package stream makes a stream of article records of any length, as a stage of
// coding would hand them to the joiner: happenings at places and days, told by
// several articles in their own words, copied by others.
//
// The shape of the stream ([Shape]) was measured: how many articles tell a
// happening, how many claims stand behind a report, how many reports give a day
// and a place, what types there are, on the articles coded by hand
// (../shared/gold); how many articles copy another, on ECB+ and Wikinews. Places,
// actors and outlets follow Zipf's law. The same seed gives the same stream.
package stream

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	"sayso"
)

// Shape is what was measured; shares are of one.
type Shape struct {
	Articles  []int          `json:"articles"`   // number of happenings told by 1, 2, … articles
	Claims    []int          `json:"claims"`     // number of reports with 1, 2, … claims
	Types     map[string]int `json:"types"`      // number of reports
	Dated     float64        `json:"dated"`      // reports that give a day
	Placed    float64        `json:"placed"`     // reports that give a place
	Main      float64        `json:"main"`       // reports that their article is about
	Counted   float64        `json:"counted"`    // reports with a number of people killed
	Sourced   float64        `json:"sourced"`    // claims with a source
	Copies    float64        `json:"copies"`     // articles that copy another
	PlacesDay float64        `json:"places_day"` // exponent of the law of Zipf for places; set, not measured
}

//go:embed shape.json
var shape []byte

// Measured is the shape that was measured.
func Measured() (Shape, error) {
	var s Shape
	err := json.Unmarshal(shape, &s)
	return s, err
}

// Stream is what was made.
type Stream struct {
	Records []sayso.ArticleRecord
	Copies  []sayso.Copy
	Claims  int
}

// How much is going on: articles a day, and how large the world is.
const (
	perDay  = 160 // articles with incidents a day: 300,000 are some five years
	places  = 20_000
	actors  = 2_000
	outlets = 300
	sources = 3_000
)

// maker draws from the shape.
type maker struct {
	Shape
	rnd   *rand.Rand
	types []string
	zipf  map[int]*rand.Zipf
	out   *Stream
}

// Make makes the records of n articles with claims claims, as nearly as whole
// happenings go.
func Make(s Shape, articles, claims int, seed uint64) *Stream {
	m := &maker{Shape: s, rnd: rand.New(rand.NewPCG(seed, 71)), zipf: map[int]*rand.Zipf{}, out: &Stream{}}
	for t, n := range s.Types {
		for range n {
			m.types = append(m.types, t)
		}
	}
	sortStrings(m.types)
	for i := range articles {
		published := sayso.DayOf(2015, 1, 1) + sayso.Day(i/perDay)
		m.out.Records = append(m.out.Records, sayso.ArticleRecord{Article: fmt.Sprintf("a%07d", i), Published: published,
			Outlet: fmt.Sprintf("Outlet %d", m.draw(outlets, 1.1)), Incidents: []sayso.Incident{}})
	}
	for m.out.Claims < claims {
		m.happening()
	}
	return m.out
}

// draw draws one of n by Zipf's law.
func (m *maker) draw(n int, exponent float64) int {
	key := n*1000 + int(exponent*100)
	if m.zipf[key] == nil {
		m.zipf[key] = rand.NewZipf(m.rnd, exponent, 3, uint64(n-1))
	}
	return int(m.zipf[key].Uint64())
}

// length draws from a histogram of 1, 2, ….
func (m *maker) length(histogram []int) int {
	total := 0
	for _, n := range histogram {
		total += n
	}
	k := m.rnd.IntN(total)
	for i, n := range histogram {
		if k -= n; k < 0 {
			return i + 1
		}
	}
	return 1
}

// event is a happening.
type event struct {
	typ, place, actor string
	country           sayso.Code
	placeID           string
	day               sayso.Day
	killed            int
	words             []string
}

// happening makes one and lets articles of the days after tell it.
func (m *maker) happening() {
	place := m.draw(places, m.PlacesDay)
	e := event{typ: m.types[m.rnd.IntN(len(m.types))], place: name(place), placeID: fmt.Sprint("p", place), country: country(place),
		actor: name(50_000 + m.draw(actors, 1.2)), killed: 1 + m.draw(60, 1.5)}
	at := m.rnd.IntN(len(m.out.Records))
	e.day = m.out.Records[at].Published - sayso.Day(m.rnd.IntN(2))
	for range 10 {
		e.words = append(e.words, ordinary[m.draw(len(ordinary), 1.05)])
	}
	e.words = append(e.words, name(90_000+m.rnd.IntN(400_000)))
	first := -1
	for range m.length(m.Articles) {
		k := min(len(m.out.Records)-1, at+m.rnd.IntN(3*perDay))
		if first >= 0 && m.rnd.Float64() < m.Copies {
			m.copy(first, k)
			continue
		}
		if m.tell(&e, k) && first < 0 {
			first = k
		}
	}
}

// copy lets article k repeat the last report of another.
func (m *maker) copy(of, k int) {
	from, to := &m.out.Records[of], &m.out.Records[k]
	if of == k {
		return
	}
	in := from.Incidents[len(from.Incidents)-1]
	in.ID = fmt.Sprintf("%si%d", to.Article, len(to.Incidents))
	to.Incidents = append(to.Incidents, in)
	m.out.Claims += len(in.Claims)
	m.out.Copies = append(m.out.Copies, sayso.Copy{Article: to.Article, Of: from.Article, Kind: sayso.CopyReprint, Share: .9})
}

// tell lets article k report a happening in its own words; false where it told
// it already.
func (m *maker) tell(e *event, k int) bool {
	rec := &m.out.Records[k]
	in := sayso.Incident{ID: fmt.Sprintf("%si%d", rec.Article, len(rec.Incidents)), Type: e.typ, Status: sayso.StatusOccurred,
		Salience: sayso.SalienceBackground, Mention: m.sentence(e), Actors: []sayso.Actor{{Role: sayso.RoleAgent, Name: e.actor}}, Weapons: []string{}, Counts: []sayso.Count{}}
	if m.rnd.Float64() < m.Main {
		in.Salience = sayso.SalienceMain
	}
	m.claims(&in)
	field := func(name, value string) {
		in.Fields = append(in.Fields, sayso.Field{Name: name, Value: value, For: []int{1}, Against: []int{}})
	}
	field("type", e.typ)
	if m.rnd.Float64() < m.Dated {
		in.When = &sayso.When{Earliest: e.day, Latest: e.day, Precision: sayso.PrecisionDay}
		field("when", e.day.String())
	}
	if m.rnd.Float64() < m.Placed {
		in.Where = &sayso.Place{Name: e.place, ID: e.placeID, Country: e.country, Level: sayso.LevelTown}
		field("where", e.place)
	}
	if m.rnd.Float64() < m.Counted {
		n := max(1, e.killed+m.rnd.IntN(3)-1)
		in.Counts = append(in.Counts, sayso.Count{What: "killed", Min: &n, Max: &n, Claim: 1})
		field("count:killed", fmt.Sprint(n))
	}
	rec.Incidents = append(rec.Incidents, in)
	m.out.Claims += len(in.Claims)
	return true
}

func (m *maker) claims(in *sayso.Incident) {
	for i := range m.length(m.Claims) {
		c := sayso.Claim{N: i + 1, About: sayso.AboutIncident, Stance: sayso.StanceAsserted, Chain: []sayso.Voucher{}, Quote: in.Mention}
		if i > 0 {
			c.About = sayso.AboutAgent
		}
		if m.rnd.Float64() < m.Sourced {
			c.Chain = []sayso.Voucher{{Kind: sayso.VoucherSource, Name: name(600_000 + m.draw(sources, 1.2)), Named: true}}
		}
		in.Claims = append(in.Claims, c)
	}
}

// sentence tells a happening in two thirds of its words.
func (m *maker) sentence(e *event) string {
	words := []string{"On"}
	if m.rnd.IntN(3) > 0 {
		words = append(words, e.actor)
	}
	for _, w := range e.words {
		if m.rnd.IntN(3) > 0 {
			words = append(words, w)
		}
	}
	return strings.Join(append(words, ordinary[m.draw(len(ordinary), 1.05)], e.place), " ")
}
