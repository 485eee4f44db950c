package gold

import (
	"sort"
	"strings"
	"time"
	"unicode"
)

var family = func() map[string]string {
	m := map[string]string{}
	for _, f := range []struct{ name, types string }{
		{"force", "armed-clash shelling air-strike bombing attack sexual-violence property-attack"},
		{"street", "protest riot crackdown"},
		{"custody", "arrest release abduction"},
		{"sides", "defection takeover agreement troop-movement"},
		{"words", "threat sanction"},
	} {
		for _, t := range strings.Fields(f.types) {
			m[t] = f.name
		}
	}
	return m
}()

// Pair aligns prediction Pred with gold incident Gold, by index.
type Pair struct{ Pred, Gold int }

// Align aligns predicted incidents one to one with gold ones, best first.
func Align(c *Coded) []Pair {
	type scored struct {
		s    float64
		i, j int
	}
	var all []scored
	gs := make([][][2]int, len(c.Gold))
	for j := range c.Gold {
		gs[j] = spans(c.Whole, &c.Gold[j])
	}
	for i := range c.Pred {
		ps := spans(c.Whole, &c.Pred[i])
		for j := range c.Gold {
			all = append(all, scored{similarity(&c.Pred[i], &c.Gold[j], touch(ps, gs[j])), i, j})
		}
	}
	sort.Slice(all, func(x, y int) bool {
		a, b := all[x], all[y]
		if a.s != b.s {
			return a.s > b.s
		}
		if a.i != b.i {
			return a.i > b.i
		}
		return a.j > b.j
	})
	usedP, usedG := map[int]bool{}, map[int]bool{}
	var out []Pair
	for _, p := range all {
		if p.s >= 0.6 && !usedP[p.i] && !usedG[p.j] {
			usedP[p.i], usedG[p.j] = true, true
			out = append(out, Pair{p.i, p.j})
		}
	}
	return out
}

func similarity(p, g *Incident, overlap bool) float64 {
	if family[p.Type] != family[g.Type] {
		return 0
	}
	s := 0.3
	if p.Type == g.Type {
		s += 0.2
	}
	if overlap {
		s += 0.3
	}
	if PlaceOK(p.Where, g.Where) {
		s += 0.1
	}
	return s + float64(0.1*dateRel(p.When, g.When))
}

func spans(whole string, inc *Incident) [][2]int {
	quotes := []string{inc.Mention}
	for _, c := range inc.Claims {
		if c.About == "incident" {
			quotes = append(quotes, c.Quote)
		}
	}
	var out [][2]int
	for _, q := range quotes {
		if q == "" {
			continue
		}
		for at := 0; ; {
			i := strings.Index(whole[at:], q)
			if i < 0 {
				break
			}
			out = append(out, [2]int{at + i, at + i + len(q)})
			at += i + 1
		}
	}
	return out
}

func touch(x, y [][2]int) bool {
	for _, a := range x {
		for _, b := range y {
			if a[0] < b[1] && b[0] < a[1] {
				return true
			}
		}
	}
	return false
}

func norm(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' || unicode.IsSpace(r) {
			return r
		}
		return ' '
	}, strings.ToLower(s))
	words := strings.Fields(s)
	kept := words[:0]
	for _, w := range words {
		switch w {
		case "the", "a", "an", "of", "in", "s":
		default:
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// SameName reports whether two names are the same by the ruler: one holds the
// other, without articles, case and marks.
func SameName(a, b string) bool {
	a, b = norm(a), norm(b)
	if a == "" || b == "" {
		return a == b
	}
	return strings.Contains(a, b) || strings.Contains(b, a)
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func ends(w *When) (earliest, latest string) {
	if w == nil {
		return "", ""
	}
	return text(w.Earliest), text(w.Latest)
}

// dateRel is 1 where both dates are equal or unknown, ½ where they overlap.
func dateRel(p, g *When) float64 {
	pe, pl := ends(p)
	ge, gl := ends(g)
	if ge == "" && pe == "" {
		return 1
	}
	if ge == "" || pe == "" {
		return 0
	}
	if pe == ge && pl == gl {
		return 1
	}
	if gl == "" {
		gl = ge
	}
	if pl == "" {
		pl = pe
	}
	if pe <= gl && ge <= pl {
		return 0.5
	}
	return 0
}

// DateOK: equal; or, where gold is a range of a week or more, overlapping and
// neither over twice as long as the other.
func DateOK(p, g *When) bool {
	r := dateRel(p, g)
	if r == 1 {
		return true
	}
	a, okA := days(p)
	b, okB := days(g)
	return r > 0 && okA && okB && b >= 7 && a <= 2*b && b <= 2*a
}

func days(w *When) (int, bool) {
	e, l := ends(w)
	from, err := time.Parse(time.DateOnly, e)
	if err != nil {
		return 0, false
	}
	to, err := time.Parse(time.DateOnly, l)
	if err != nil {
		return 0, false
	}
	return int(to.Sub(from).Hours()/24) + 1, true
}

// PlaceOK: the same name, and no different country.
func PlaceOK(p, g *Place) bool {
	if p == nil || g == nil {
		return p == nil && g == nil
	}
	if !SameName(p.Name, g.Name) {
		return false
	}
	pc, gc := text(p.Country), text(g.Country)
	return gc == "" || pc == "" || pc == gc
}
