package format

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sayso"
)

// Reading an incident in the way that several formats need it.

func days(in *sayso.Incident) (from, to sayso.Day) {
	from, to = sayso.NoDay, sayso.NoDay
	if in.When != nil {
		from, to = in.When.Earliest, in.When.Latest
	}
	if !from.Known() {
		from = to
	}
	if !to.Known() {
		to = from
	}
	return from, to
}

func place(in *sayso.Incident) sayso.Place {
	if in.Where == nil {
		return sayso.Place{}
	}
	return *in.Where
}

// degrees keeps all digits that a coordinate has.
func degrees(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func number(v *int) string {
	if v == nil {
		return ""
	}
	return strconv.Itoa(*v)
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// actors are those who play one of the roles.
func actors(in *sayso.Incident, roles ...sayso.Role) []sayso.Actor {
	var out []sayso.Actor
	for _, a := range in.Actors {
		if slices.Contains(roles, a.Role) {
			out = append(out, a)
		}
	}
	return out
}

// sides are the two sides: agents against targets, or the first party against
// the rest.
func sides(in *sayso.Incident) (a, b []sayso.Actor) {
	a, b = actors(in, sayso.RoleAgent), actors(in, sayso.RoleTarget)
	p := actors(in, sayso.RoleParty)
	if len(p) > 0 && len(a) == 0 {
		a, p = p[:1], p[1:]
	}
	return a, append(b, p...)
}

func names(list []sayso.Actor) string {
	var out []string
	for _, a := range list {
		out = append(out, line(a.Name))
	}
	return strings.Join(out, "; ")
}

// sources are the names of those on whose word it is told, each once: the
// outermost voucher first, the articles' outlets where nobody else vouches.
func sources(it Item) []string {
	var out []string
	add := func(s string) {
		if s = line(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for i := range it.In.Claims {
		for _, v := range it.In.Claims[i].Chain {
			add(v.Name)
		}
	}
	for _, a := range it.Articles {
		add(a.Outlet)
	}
	return out
}

func outlets(it Item) []string {
	var out []string
	for _, a := range it.Articles {
		if o := line(a.Outlet); o != "" && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// note tells the incident in one sentence that names its sources.
func note(it Item) string {
	s := line(it.In.Summary)
	if from := sources(it); len(from) > 0 {
		s = strings.TrimSuffix(s, ".") + ", according to " + strings.Join(from, ", ") + "."
	}
	return s
}

func deaths(in *sayso.Incident) (low, best, high *int) {
	if in.Deaths == nil {
		return nil, nil, nil
	}
	return in.Deaths.Low, in.Deaths.Best, in.Deaths.High
}

// published is the first day on which an article told it.
func published(it Item) sayso.Day {
	first := sayso.NoDay
	for _, a := range it.Articles {
		if a.Published.Known() && (!first.Known() || a.Published < first) {
			first = a.Published
		}
	}
	return first
}

// grid is the PRIO-GRID cell of a point: half degrees, from the south-west, row
// by row, from 1.
func grid(p sayso.Place) string {
	if p.Lat == nil || p.Lon == nil {
		return ""
	}
	row := min(int(math.Floor((*p.Lat+90)*2)), 359)
	col := min(int(math.Floor((*p.Lon+180)*2)), 719)
	return strconv.Itoa(row*720 + col + 1)
}

// safe keeps a spreadsheet from running a cell as a formula. Numbers stay.
func safe(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}
