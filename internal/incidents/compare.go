package incidents

import (
	"fmt"
	"math"
	"strings"

	"sayso"
)

// Weights are the points for and against two reports being one happening.
// They were set by reading the links made on the joined articles coded by
// hand.
type Weights struct {
	SameType, LikeType                  int // the same type; types that can be told for one another
	SameDay, SameDays, MayDays          int // one day; short spans that overlap; any overlap
	NextDay, NearDay                    int // a day apart; up to three
	SamePlace, SameRegion, Near, Within int // by level; close on the map; one inside the other's country
	OtherName, OtherPlace, OtherCountry int // against
	SameCount, OtherCount, FarCount     int // numbers equal, contradicting, over three times apart
	Names, Words                        int // at full overlap
	Threshold                           int // points from which two groups are one
}

// Standard are the weights of the program.
var Standard = Weights{
	SameType: 10, LikeType: 2,
	SameDay: 22, SameDays: 14, MayDays: 5, NextDay: -6, NearDay: -25,
	SamePlace: 16, SameRegion: 8, Near: 10, Within: 3, OtherName: -8, OtherPlace: -25, OtherCountry: -40,
	SameCount: 8, OtherCount: -3, FarCount: -14,
	Names: 40, Words: 30,
	Threshold: 36,
}

// never is enough against to keep any two apart.
const never = -1000

// evidence is one reason for or against, with its points.
type evidence struct {
	points  int
	message string
}

// comparison is a pair of reports with the reasons for and against.
type comparison struct {
	points  int
	reasons []evidence
}

func (c *comparison) add(points int, form string, args ...any) {
	if points == 0 {
		return
	}
	c.points += points
	c.reasons = append(c.reasons, evidence{points, fmt.Sprintf(form, args...)})
}

// compare weighs whether two reports of different articles are one happening.
func (w *Weights) compare(a, b *report, r rarity) comparison {
	var c comparison
	if !alike(a, b) {
		c.add(never, "%s and %s are different happenings", a.kind, b.kind)
		return c
	}
	if a.kind == b.kind {
		c.add(w.SameType, "both are %s", a.in.Type)
	} else {
		c.add(w.LikeType, "%s and %s can be one", a.in.Type, b.in.Type)
	}
	w.days(&c, a, b)
	w.place(&c, a.in.Where, b.in.Where)
	w.counts(&c, a.in, b.in)
	if share, common := r.sameWords(a.names, b.names); share > 0 {
		c.add(w.Names*min(share, 1000)/1000, "both name %s", few(common))
	}
	if share, common := r.sameWords(a.plain, b.plain); share > 0 {
		c.add(w.Words*min(share, 1000)/1000, "both speak of %s", few(common))
	}
	return c
}

func few(words []string) string { return strings.Join(words[:min(len(words), 4)], ", ") }

// alike reports whether types can be told for one another: kinds of force,
// and a protest that turned into a riot; elsewhere a happening of one type is
// none of another.
func alike(a, b *report) bool {
	if a.kind == b.kind {
		return true
	}
	if a.family != b.family {
		return false
	}
	march := func(k string) bool { return k == "protest" || k == "riot" }
	return a.family == "force" || march(a.kind) && march(b.kind)
}

func (w *Weights) days(c *comparison, a, b *report) {
	if !a.days.known() || !b.days.known() {
		return
	}
	gap := a.days.gap(b.days)
	both := a.dated && b.dated
	switch {
	case gap == 0 && both && a.days.length() == 1 && b.days.length() == 1:
		c.add(w.SameDay, "both on %s", a.days.first)
	case gap == 0 && both && max(a.days.length(), b.days.length()) <= 7:
		c.add(w.SameDays, "their days overlap")
	case gap == 0:
		c.add(w.MayDays, "their days can be the same")
	case gap == 1:
		c.add(w.NextDay, "a day apart")
	case gap <= 3:
		c.add(w.NearDay, "%d days apart", gap)
	case both || gap > 3*recent:
		c.add(never, "%d days apart", gap)
	default:
		c.add(w.NearDay, "told %d days apart", gap)
	}
}

func (w *Weights) place(c *comparison, a, b *sayso.Place) {
	if a == nil || b == nil {
		return
	}
	far := distance(a, b)
	switch {
	case a.ID != "" && a.ID == b.ID || samePlaceName(a.Name, b.Name) && far < 50:
		points := w.SamePlace
		if a.Level == sayso.LevelRegion || b.Level == sayso.LevelRegion {
			points = w.SameRegion
		} else if a.Level == sayso.LevelCountry || b.Level == sayso.LevelCountry {
			points = w.Within
		}
		c.add(points, "both in %s", a.Name)
	case a.Country != "" && b.Country != "" && a.Country != b.Country:
		c.add(w.OtherCountry, "%s is in %s, %s in %s", a.Name, a.Country, b.Name, b.Country)
	case a.Level == sayso.LevelCountry || b.Level == sayso.LevelCountry:
		if a.Country == b.Country && a.Country != "" {
			c.add(w.Within, "both in %s", a.Country)
		}
	case far >= 0 && far <= 25:
		c.add(w.Near, "%s is near %s", a.Name, b.Name)
	case far > 100 && a.Level != sayso.LevelRegion && b.Level != sayso.LevelRegion:
		c.add(w.OtherPlace, "%s is far from %s", a.Name, b.Name)
	default:
		c.add(w.OtherName, "%s is not %s", a.Name, b.Name)
	}
}

func samePlaceName(a, b string) bool {
	a, b = fold(a), fold(b)
	return a == b || len(a) > 3 && len(b) > 3 && (strings.Contains(a, b) || strings.Contains(b, a))
}

// distance is how far two places lie apart, in whole kilometres, on a plane
// laid through them; -1 where one is not on the map.
func distance(a, b *sayso.Place) int {
	if a.Lat == nil || a.Lon == nil || b.Lat == nil || b.Lon == nil {
		return -1
	}
	dy := (*a.Lat - *b.Lat) * 111
	dx := (*a.Lon - *b.Lon) * 111 * (1 - math.Abs(*a.Lat)/100)
	return int(math.Sqrt(dx*dx + dy*dy))
}

// counts weighs numbers of the same thing: for each, the best agreement.
func (w *Weights) counts(c *comparison, a, b *sayso.Incident) {
	for _, what := range whats(a) {
		best, words, found := never, "", false
		for i := range a.Counts {
			for k := range b.Counts {
				if x, y := &a.Counts[i], &b.Counts[k]; x.What == what && y.What == what {
					found = true
					if p, s := w.count(x, y); p > best {
						best, words = p, s
					}
				}
			}
		}
		if found {
			c.add(best, "%s %s", what, words)
		}
	}
}

func whats(in *sayso.Incident) []string {
	var out []string
	seen := map[string]bool{}
	for i := range in.Counts {
		if !seen[in.Counts[i].What] {
			seen[in.Counts[i].What] = true
			out = append(out, in.Counts[i].What)
		}
	}
	return out
}

func (w *Weights) count(a, b *sayso.Count) (points int, words string) {
	alow, ahigh := ends(a)
	blow, bhigh := ends(b)
	switch {
	case alow == blow && ahigh == bhigh && alow > 1:
		return w.SameCount, fmt.Sprintf("%s in both", number(a))
	case alow <= bhigh && blow <= ahigh:
		return 0, ""
	case max(alow, blow) > 3*min(ahigh, bhigh):
		return w.FarCount, fmt.Sprintf("%s against %s", number(a), number(b))
	}
	return w.OtherCount, fmt.Sprintf("%s against %s", number(a), number(b))
}

// ends are the ends of a count, an open one far out.
func ends(c *sayso.Count) (low, high int) {
	low, high = 0, math.MaxInt32
	if c.Min != nil {
		low = *c.Min
	}
	if c.Max != nil {
		high = *c.Max
	}
	return low, high
}

func number(c *sayso.Count) string {
	switch {
	case c.Min == nil && c.Max == nil:
		return "?"
	case c.Max == nil:
		return fmt.Sprintf("%d or more", *c.Min)
	case c.Min == nil:
		return fmt.Sprintf("up to %d", *c.Max)
	case *c.Min == *c.Max:
		return fmt.Sprint(*c.Min)
	}
	return fmt.Sprintf("%d-%d", *c.Min, *c.Max)
}
