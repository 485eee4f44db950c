package link

import (
	"fmt"
	"math"
	"strings"

	"sayso"
	"sayso/internal/model/logit"
)

// The measures of a pair.
const (
	sameType = iota
	otherForce
	march
	otherType
	sameDay
	sameDays
	mayDays
	nextDay
	nearDay
	farDay
	noDays
	sameWeekday
	otherWeekday
	sameDate
	otherDate
	sameWording
	otherWording
	samePlace
	sameRegion
	sameCountry
	nearPlace
	otherPlace
	farPlace
	otherCountry
	noPlace
	sameCount
	otherCount
	farCount
	sameFigure
	otherFigure
	sameAgent
	otherAgent
	sameTarget
	otherTarget
	rareTarget
	names
	namesAgain
	rareName
	noNames
	plain
	plainAgain
	plainSum
	mentions
	told
	toldNames
	story
	storyAlone
	storyWords
	noStory
	otherStatus
	otherSalience
	aloneBoth
	aloneTold
	count
)

var labels = [count]string{
	sameType: "type-same", otherForce: "type-force", march: "type-march", otherType: "type-other",
	sameDay: "day-same", sameDays: "days-overlap", mayDays: "days-may-overlap", nextDay: "day-next", nearDay: "day-near", farDay: "day-far", noDays: "days-unknown",
	sameWeekday: "weekday-same", otherWeekday: "weekday-other", sameDate: "date-same", otherDate: "date-other", sameWording: "time-words-same", otherWording: "time-words-other",
	samePlace: "place-same", sameRegion: "region-same", sameCountry: "country-same", nearPlace: "place-near", otherPlace: "place-other", farPlace: "place-far", otherCountry: "country-other", noPlace: "place-unknown",
	sameCount: "count-same", otherCount: "count-other", farCount: "count-far", sameFigure: "number-same", otherFigure: "number-other",
	sameAgent: "agent-same", otherAgent: "agent-other", sameTarget: "target-same", otherTarget: "target-other", rareTarget: "target-rare",
	names: "names", namesAgain: "names-over-half", rareName: "name-rare", noNames: "names-none", plain: "words", plainAgain: "words-over-third", plainSum: "words-sum", mentions: "mention",
	told: "article-names", toldNames: "article-names-and-words", story: "article", storyAlone: "only-one-and-article", storyWords: "article-and-words", noStory: "article-unknown",
	otherStatus: "status-other", otherSalience: "salience-other", aloneBoth: "only-one-of-type", aloneTold: "only-one-and-article-names",
}

// Names are the names of the measures, in their order.
func Names() []string { return labels[:] }

// Measure measures a pair.
func Measure(a, b *Report) []int {
	var v [count]int
	measure(a, b, &v)
	return v[:]
}

func measure(a, b *Report, v *[count]int) {
	on := func(i int, yes bool) {
		if yes {
			v[i] = logit.Full
		}
	}
	on(sameType, a.Kind == b.Kind)
	on(otherForce, a.Kind != b.Kind && a.Family == "force")
	on(march, a.Kind != b.Kind && marching(a) && marching(b))
	on(otherType, a.Kind != b.Kind && a.Family != "force" && !(marching(a) && marching(b)))
	days(a, b, on)
	wording(a, b, v)
	place(a, b, on)
	if a.counted && b.counted {
		counts(a.In, b.In, on)
	}
	if len(a.figures) > 0 && len(b.figures) > 0 {
		same := common(a.figures, b.figures) > 0
		on(sameFigure, same)
		on(otherFigure, !same)
	}
	on(sameAgent, share(a.agents, b.agents))
	on(otherAgent, a.named && b.named && !share(a.agents, b.agents))
	on(sameTarget, share(a.aims, b.aims))
	on(otherTarget, len(a.aims) > 0 && len(b.aims) > 0 && !share(a.aims, b.aims))
	v[rareTarget] = rarest(a.targets, b.targets) * 1000 / unknown
	on(otherStatus, a.status != b.status)
	on(otherSalience, a.salience != b.salience)
	n := both(a.names, b.names)
	v[names], v[namesAgain] = n, max(0, 2*n-1000)
	v[rareName] = rarest(a.names, b.names) * 1000 / unknown
	on(noNames, len(a.names) == 0 || len(b.names) == 0)
	p := both(a.plain, b.plain)
	v[plain], v[plainAgain] = p, max(0, (3*p-1000)/2)
	v[plainSum] = min(1000, common(a.plain, b.plain)*1000/ample)
	v[mentions] = both(a.mention, b.mention)
	v[told] = both(a.told, b.told)
	v[toldNames] = v[told] * p / 1000
	on(aloneBoth, a.Alone && b.Alone && a.Kind == b.Kind)
	v[story] = both(a.terms, b.terms)
	v[storyWords] = v[story] * p / 1000
	on(noStory, len(a.terms) == 0 || len(b.terms) == 0)
	if v[aloneBoth] != 0 {
		v[storyAlone] = v[story]
		v[aloneTold] = v[told]
	}
}

// Excluded says what makes it impossible that two reports are of one
// happening; "" where nothing does.
func Excluded(a, b *Report) string {
	switch {
	case a.Family != b.Family:
		return fmt.Sprintf("%s and %s are different happenings", a.In.Type, b.In.Type)
	case excluded(a, b):
		return fmt.Sprintf("%d days apart", a.Days.Gap(b.Days))
	}
	return ""
}

func excluded(a, b *Report) bool {
	return a.Family != b.Family || a.Days.Known() && b.Days.Known() && a.Days.Gap(b.Days) > 3*recent
}

// marching reports whether a report is of a protest, or of one that became a
// riot.
func marching(r *Report) bool { return r.Kind == "protest" || r.Kind == "riot" }

func days(a, b *Report, on func(int, bool)) {
	said(a, b, on)
	if !a.Days.Known() || !b.Days.Known() {
		on(noDays, true)
		return
	}
	gap := a.Days.Gap(b.Days)
	dated := a.Dated && b.Dated
	switch {
	case gap == 0 && dated && a.Days.Length() == 1 && b.Days.Length() == 1:
		on(sameDay, true)
	case gap == 0 && dated && max(a.Days.Length(), b.Days.Length()) <= 7:
		on(sameDays, true)
	case gap == 0:
		on(mayDays, true)
	case gap == 1:
		on(nextDay, true)
	case gap <= 3:
		on(nearDay, true)
	default:
		on(farDay, true)
	}
}

func place(x, y *Report, on func(int, bool)) {
	a, b := &x.spot, &y.spot
	if a.level == "" || b.level == "" {
		on(noPlace, true)
		return
	}
	country := a.level == sayso.LevelCountry || b.level == sayso.LevelCountry
	region := a.level == sayso.LevelRegion || b.level == sayso.LevelRegion
	one := a.id != 0 && a.id == b.id
	known := a.country != "" && b.country != ""
	if !one && known && a.country != b.country && !within(a.name, b.name) {
		on(otherCountry, true) // no need to know how far
		return
	}
	far := -1
	if !one {
		far = distance(a, b)
	}
	switch {
	case one || within(a.name, b.name) && far < 50:
		on(sameCountry, country)
		on(sameRegion, !country && region)
		on(samePlace, !country && !region)
	case known && a.country != b.country:
		on(otherCountry, true)
	case country:
		on(sameCountry, a.country == b.country && a.country != "")
	case far > 100 && !region:
		on(farPlace, true)
	case far >= 0 && far <= 25:
		on(nearPlace, true)
	default:
		on(otherPlace, true)
	}
}

// within reports whether one folded name is or holds the other.
func within(a, b string) bool {
	return a == b || len(a) > 3 && len(b) > 3 && (strings.Contains(a, b) || strings.Contains(b, a))
}

// distance is how far two places lie apart, in whole kilometres, on a plane
// laid through them; -1 where one is not on the map.
func distance(a, b *spot) int {
	if !a.mapped || !b.mapped {
		return -1
	}
	dy := (a.lat - b.lat) * 111
	dx := (a.lon - b.lon) * 111 * (1 - math.Abs(a.lat)/100)
	return int(math.Sqrt(float64(dx*dx) + float64(dy*dy)))
}

// counts compares numbers of the same thing: for each, the best agreement.
func counts(a, b *sayso.Incident, on func(int, bool)) {
	for i := range a.Counts {
		found, best := false, farCount
		for k := range b.Counts {
			x, y := &a.Counts[i], &b.Counts[k]
			if x.What == y.What {
				found, best = true, better(best, agreement(x, y))
			}
		}
		if found && best >= 0 {
			on(best, true)
		}
	}
}

// better is the better of two agreements: equal, possible, other, far.
func better(x, y int) int {
	if x == sameCount || y == sameCount {
		return sameCount
	}
	return min(x, y)
}

// agreement is one of the measures of counts, or -1 where two numbers can be
// the same without being equal.
func agreement(a, b *sayso.Count) int {
	alow, ahigh := ends(a)
	blow, bhigh := ends(b)
	switch {
	case alow == blow && ahigh == bhigh && alow > 1:
		return sameCount
	case alow <= bhigh && blow <= ahigh:
		return -1
	case max(alow, blow) > 3*min(ahigh, bhigh):
		return farCount
	}
	return otherCount
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

// share reports whether two lists of actors have one in common, or one name
// holds the other.
func share(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y || len(x) > 3 && len(y) > 3 && (strings.HasSuffix(x, " "+y) || strings.HasSuffix(y, " "+x)) {
				return true
			}
		}
	}
	return false
}
