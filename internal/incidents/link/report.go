package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/kern"
)

// Report is one incident of one article, made ready for comparing.
type Report struct {
	Record *sayso.ArticleRecord
	In     *sayso.Incident
	Kind   string // type id of the program, whatever a user calls it
	Family string // of types that can be told for one another
	Days   Span   // when it can have been; from the day of publication where the text gives none
	Dated  bool   // Days come from the text
	Alone  bool   // the only report of its type in its article

	names   []word   // of actors, places, capitalised words
	plain   []word   // of its sentences
	mention []word   // of the words that report it
	told    []word   // of names in all that its article tells
	terms   []word   // of its article
	agents  []string // who did it: ids, or folded names
	named   bool     // an agent is a name
	aims    []string // who suffered it
	targets []word   // of their names
	said    saying   // of the day
	wording []word   // for the time

	// What else is compared of the incident, at hand: it is read millions of times.
	spot     spot
	counted  bool // it gives numbers
	status   sayso.Status
	salience sayso.Salience
}

// spot is a place as it is compared; without a level it is none.
type spot struct {
	id       uint64 // hash, 0 where there is none
	country  sayso.Code
	level    sayso.Level
	name     string // folded
	mapped   bool
	lat, lon float64
}

func spotOf(p *sayso.Place) spot {
	if p == nil {
		return spot{}
	}
	s := spot{country: p.Country, level: cmp.Or(p.Level, sayso.LevelSite), name: sayso.FoldName(p.Name)}
	if p.ID != "" {
		s.id = ident(p.ID)
	}
	if p.Lat != nil && p.Lon != nil {
		s.mapped, s.lat, s.lon = true, *p.Lat, *p.Lon
	}
	return s
}

// word is a word by its hash and what it tells.
type word struct {
	hash   uint64
	rarity int32
}

// Span is a closed interval of days; unknown ends are sayso.NoDay.
type Span struct{ First, Last sayso.Day }

// Known reports whether both ends are.
func (s Span) Known() bool { return s.First.Known() && s.Last.Known() }

// Length is the number of days.
func (s Span) Length() int { return int(s.Last-s.First) + 1 }

// Gap is the number of days between two spans, 0 where they share one.
func (s Span) Gap(o Span) int {
	return max(0, int(o.First-s.Last), int(s.First-o.Last))
}

// recent is how long before publication an undated main incident can lie.
const recent = 10

// Reports makes the reports of an article ready.
func (d *Decider) Reports(rec *sayso.ArticleRecord) []*Report {
	var out []*Report
	told := bag{}
	types := map[string]int{}
	for i := range rec.Incidents {
		r := d.report(rec, &rec.Incidents[i])
		for _, w := range r.names {
			told[w.hash] = w.rarity
		}
		types[r.Kind]++
		out = append(out, r)
	}
	terms := bag{}
	for _, w := range rec.Terms {
		terms[kern.Word(w)] = d.rarity(w)
	}
	all, article := told.list(), terms.list()
	for _, r := range out {
		r.told, r.terms, r.Alone = all, article, types[r.Kind] == 1
	}
	return out
}

func (d *Decider) report(rec *sayso.ArticleRecord, in *sayso.Incident) *Report {
	t := d.types[in.Type]
	r := &Report{Record: rec, In: in, Kind: in.Type, Family: t.family, Days: Span{sayso.NoDay, sayso.NoDay}}
	if t.program != "" {
		r.Kind = t.program
	}
	if w := in.When; w != nil && (w.Earliest.Known() || w.Latest.Known()) {
		r.Days, r.Dated = Closed(*w, rec.Published), true
	} else if in.Salience != sayso.SalienceBackground && rec.Published.Known() {
		r.Days = Span{rec.Published - recent, rec.Published}
	}
	r.said = sayings(in.When)
	names, plain := bag{}, bag{}
	d.words(rec, in, func(w string, name bool) {
		if name {
			names[kern.Word(w)] = d.rarity(w)
		} else {
			plain[kern.Word(w)] = d.rarity(w)
		}
	})
	for h := range names {
		delete(plain, h)
	}
	r.names, r.plain, r.mention, r.wording = names.list(), plain.list(), d.bag(in.Mention).list(), wordingOf(in.When)
	r.actors(d)
	r.spot, r.counted, r.status, r.salience = spotOf(in.Where), len(in.Counts) > 0, in.Status, in.Salience
	return r
}

func (r *Report) actors(d *Decider) {
	targets := bag{}
	for i := range r.In.Actors {
		a := &r.In.Actors[i]
		key := a.ID
		if key == "" {
			key = sayso.FoldName(a.Name)
		}
		if a.Role == sayso.RoleTarget {
			r.aims = append(r.aims, key)
			maps.Copy(targets, d.bag(a.Name))
			continue
		}
		r.agents = append(r.agents, key)
		r.named = r.named || !a.Generic
	}
	r.targets = targets.list()
}

// Closed is an interval with an open end closed at the day of publication or
// a year away.
func Closed(w sayso.When, published sayso.Day) Span {
	s := Span{w.Earliest, w.Latest}
	if !s.Last.Known() {
		s.Last = s.First + 365
		if published.Known() && published >= s.First {
			s.Last = published
		}
	}
	if !s.First.Known() {
		s.First = s.Last - 365
	}
	return s
}

// words calls with each word of a report, folded; name says whether it is part
// of a name.
func (d *Decider) words(rec *sayso.ArticleRecord, in *sayso.Incident, call func(w string, name bool)) {
	for i := range in.Actors {
		wordsOf(in.Actors[i].Name, !in.Actors[i].Generic, true, call)
	}
	for _, p := range []*sayso.Place{in.Where, in.From} {
		if p != nil {
			wordsOf(p.Name, true, true, call)
		}
	}
	wordsOf(in.Mention, true, false, call)
	last := ""
	for i := range in.Claims {
		if c := &in.Claims[i]; c.About == sayso.AboutIncident && c.Quote != last && c.Quote != in.Mention {
			wordsOf(c.Quote, true, false, call)
			last = c.Quote
		}
	}
	for _, w := range in.Weapons {
		wordsOf(w, false, false, call)
	}
	if in.Salience != sayso.SalienceBackground {
		wordsOf(rec.Title, true, false, call)
	}
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

// common is what the words in both lists tell.
func common(a, b []word) int {
	sum := int32(0)
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i].hash < b[k].hash:
			i++
		case a[i].hash > b[k].hash:
			k++
		default:
			sum += a[i].rarity
			i, k = i+1, k+1
		}
	}
	return int(sum)
}

// ample is what so many rare words tell that more of them tell nothing new.
const ample = 2000

// backing is what about five rare words tell.
const backing = 500

// rarest is what the rarest word in both lists tells.
func rarest(a, b []word) int {
	best := int32(0)
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i].hash < b[k].hash:
			i++
		case a[i].hash > b[k].hash:
			k++
		default:
			best = max(best, a[i].rarity)
			i, k = i+1, k+1
		}
	}
	return int(best)
}

// termCount is the number of terms by which an article's story is known.
const termCount = 60

// Terms are the rarest words of a text, rarest first.
func (d *Decider) Terms(text string) []string {
	seen := map[string]int32{}
	wordsOf(text, false, false, func(w string, _ bool) { seen[w] = d.rarity(w) })
	out := slices.SortedFunc(maps.Keys(seen), func(a, b string) int {
		return cmp.Or(cmp.Compare(seen[b], seen[a]), strings.Compare(a, b))
	})
	return out[:min(len(out), termCount)]
}
