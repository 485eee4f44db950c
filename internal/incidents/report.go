package incidents

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"sayso"
)

// report is one incident of one article, made ready for comparing.
type report struct {
	record *sayso.ArticleRecord
	in     *sayso.Incident
	kind   string          // type id of the program, whatever a user calls it
	family string          //
	days   span            // when it can have been; from the day of publication where the text gives none
	dated  bool            // days come from the text
	names  map[string]bool // words of names: actors, places, capitalised words
	plain  map[string]bool // other words of its sentences
	places []string        // folded names and gazetteer ids
}

// span is a closed interval of days; unknown ends are sayso.NoDay.
type span struct{ first, last sayso.Day }

func (s span) known() bool { return s.first.Known() && s.last.Known() }

func (s span) length() int { return int(s.last-s.first) + 1 }

// gap is the number of days between two spans, 0 where they share one.
func (s span) gap(o span) int {
	return max(0, int(o.first-s.last), int(s.first-o.last))
}

// recent is how long before publication an undated main incident can lie.
const recent = 10

func newReport(rec *sayso.ArticleRecord, in *sayso.Incident) *report {
	r := &report{record: rec, in: in, days: span{sayso.NoDay, sayso.NoDay}, names: map[string]bool{}, plain: map[string]bool{}}
	if w := in.When; w != nil && (w.Earliest.Known() || w.Latest.Known()) {
		r.days, r.dated = closed(*w, rec.Published), true
	} else if in.Salience != sayso.SalienceBackground && rec.Published.Known() {
		r.days = span{rec.Published - recent, rec.Published}
	}
	r.readNames()
	return r
}

// closed is an interval with an open end closed at the day of publication or
// a year away.
func closed(w sayso.When, published sayso.Day) span {
	s := span{w.Earliest, w.Latest}
	if !s.last.Known() {
		s.last = s.first + 365
		if published.Known() && published >= s.first {
			s.last = published
		}
	}
	if !s.first.Known() {
		s.first = s.last - 365
	}
	return s
}

func (r *report) readNames() {
	for _, a := range r.in.Actors {
		r.addWords(a.Name, !a.Generic)
		if a.ID != "" {
			r.names["id:"+a.ID] = true
		}
	}
	for _, p := range []*sayso.Place{r.in.Where, r.in.From} {
		if p == nil {
			continue
		}
		r.addWords(p.Name, true)
		r.places = append(r.places, fold(p.Name))
		if p.ID != "" {
			r.places = append(r.places, p.ID)
		}
	}
	r.addText(r.in.Mention)
	for i := range r.in.Claims {
		if r.in.Claims[i].About == sayso.AboutIncident {
			r.addText(r.in.Claims[i].Quote)
		}
	}
	for _, w := range r.in.Weapons {
		r.addWords(w, false)
	}
	if r.in.Salience != sayso.SalienceBackground {
		r.addText(r.record.Title)
	}
	for w := range r.names {
		delete(r.plain, w)
	}
}

// addWords adds the words of a name, or of a description.
func (r *report) addWords(s string, name bool) {
	for word := range strings.FieldsFuncSeq(s, notWord) {
		if w := fold(word); len(w) > 2 && !dull[w] {
			if name && unicode.IsUpper([]rune(word)[0]) {
				r.names[w] = true
			} else {
				r.plain[w] = true
			}
		}
	}
}

// addText adds the words of a sentence; a capitalised word that does not start
// it is a name.
func (r *report) addText(s string) {
	first := true
	for word := range strings.FieldsFuncSeq(s, notWord) {
		if w := fold(word); len(w) > 2 && !dull[w] {
			if !first && unicode.IsUpper([]rune(word)[0]) {
				r.names[w] = true
			} else {
				r.plain[w] = true
			}
		}
		first = false
	}
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// fold makes spellings of a name comparable.
func fold(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return strings.TrimPrefix(s, "the ")
}

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

// rarity is how much a word tells: 16 for each halving of the share of
// articles that hold it, in whole numbers. Small runs are judged as if backed
// by [backing] articles without the word.
type rarity struct {
	articles int
	holders  map[string]int
}

const backing = 60

func rarities(reports []*report) rarity {
	seen := map[string]map[string]bool{}
	articles := map[string]bool{}
	for _, r := range reports {
		articles[r.record.Article] = true
		for _, words := range []map[string]bool{r.names, r.plain} {
			for w := range words {
				if seen[w] == nil {
					seen[w] = map[string]bool{}
				}
				seen[w][r.record.Article] = true
			}
		}
	}
	out := rarity{articles: len(articles), holders: map[string]int{}}
	for w, in := range seen {
		out.holders[w] = len(in)
	}
	return out
}

func (r rarity) of(word string) int {
	return log2x16((r.articles+backing)*16/max(r.holders[word], 1)) - 64
}

// log2x16 is 16 times the binary logarithm of n, straight between powers of two.
func log2x16(n int) int {
	if n < 1 {
		return 0
	}
	top := bits.Len(uint(n)) - 1
	return top*16 + (n-1<<top)*16>>top
}

// sameWords returns 1000 times the share of rarity that two sets of words have
// in common, of the set with less of it, and the rarest common words.
func (r rarity) sameWords(a, b map[string]bool) (share int, common []string) {
	var all [2]int
	both := 0
	for i, set := range []map[string]bool{a, b} {
		for w := range set {
			all[i] += r.of(w)
		}
	}
	for w := range a {
		if b[w] {
			both += r.of(w)
			common = append(common, w)
		}
	}
	slices.SortFunc(common, func(x, y string) int {
		if d := r.of(y) - r.of(x); d != 0 {
			return d
		}
		return strings.Compare(x, y)
	})
	return both * 1000 / max(min(all[0], all[1]), 200), common
}
