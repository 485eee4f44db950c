package score

import "strings"

// place is a location: countries and, from wide to narrow, the places inside.
// Ends are the two places that a range lies between.
type place struct {
	country string
	inside  []part
	ends    []part
}

type part struct{ name, kind string }

func partOf(s string) part {
	s = strings.TrimSpace(s)
	name, kind := s, ""
	if i := strings.LastIndexByte(s, '('); i > 0 {
		name, kind = s[:i], strings.Trim(s[i:], "() ?")
	}
	return part{strings.Join(wordsOf(name), " "), strings.ToUpper(kind)}
}

func parsePlace(s string) place {
	var p place
	for i, piece := range cut(s, ':') {
		ends := strings.Split(piece, " - ")
		if i == 0 && len(ends) == 1 {
			p.country = strings.Join(wordsOf(piece), " ")
			continue
		}
		if len(ends) > 1 {
			for _, e := range ends {
				p.ends = append(p.ends, partOf(e))
			}
		}
		p.inside = append(p.inside, partOf(ends[0]))
	}
	return p
}

// regional are the kinds of places that hold towns; a department is not the
// city of its name. The other kinds are not told apart reliably by the corpus.
var regional = listOf("DEPARTMENT PROVINCE STATE REGION COUNTY INTENDANCY COMMISSARIAT")

func (a part) is(b part) bool {
	return a.name == b.name && (a.kind == "" || b.kind == "" || regional[lastWord(a.kind)] == regional[lastWord(b.kind)])
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// gradePlace follows 3.2.3: a wrong or missing place in the right country is
// partly right, and so are all places in a wrong country, and one end of a range.
func gradePlace(r, k string) Grade {
	a, b := parsePlace(r), parsePlace(k)
	inside := len(a.inside) > 0 && len(b.inside) > 0 && a.inside[len(a.inside)-1].is(b.inside[len(b.inside)-1])
	all := true
	for _, p := range b.inside {
		found := false
		for _, q := range a.inside {
			found = found || q.is(p)
		}
		all = all && found
	}
	switch {
	case a.country == b.country && len(b.ends) == 0 && all && (len(a.inside) == 0 && len(b.inside) == 0 || inside):
		return Correct
	case a.country == b.country && len(b.ends) > 0 && sameEnds(a.ends, b.ends):
		return Correct
	case a.country == b.country, inside && all:
		return Partial
	}
	return Incorrect
}

func sameEnds(a, b []part) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].is(b[i]) && !a[i].is(b[len(b)-1-i]) {
			return false
		}
	}
	return true
}
