package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sayso"
)

// scale is the drawing of a number that is told in several ways: a line from the
// least to the most, with what each voice says on it, in a drawing of 420 by 60.
type scale struct {
	X1, X2   string
	From, To string // the part that the value chosen covers
	Marks    []tick
	Up       bool   // somebody says "at least"
	Say      string // the same in words
}

// tick is a number that somebody gives.
type tick struct {
	X, Label, Under string
	Class           string // for, against, earlier
	at              float64
	n               int
}

const scaleLeft, scaleRight = 30, 390

// numberOf reads a number as claims write it: "14", "7-10", "3-", "-5".
func numberOf(s string) (least, most *int) {
	a, z, open := strings.Cut(s, "-")
	number := func(s string) *int {
		if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
			return &n
		}
		return nil
	}
	least, most = number(a), number(z)
	if !open {
		most = least
	}
	return least, most
}

// scaleOf draws a number; nil where all say the same.
func scaleOf(in *sayso.Incident, f *sayso.Field) *scale {
	if !strings.HasPrefix(f.Name, sayso.AboutCount) {
		return nil
	}
	s := &scale{}
	seen := map[int]bool{}
	add := func(numbers []int, class string) {
		for i := range in.Claims {
			if !slices.Contains(numbers, in.Claims[i].N) {
				continue
			}
			least, most := numberOf(in.Claims[i].Value)
			s.Up = s.Up || least != nil && most == nil
			for _, n := range []*int{least, most} {
				if n != nil && !seen[*n] {
					seen[*n] = true
					s.Marks = append(s.Marks, tick{Label: thousands(*n), Class: class, n: *n})
				}
			}
		}
	}
	add(f.For, "for")
	add(f.Against, "against")
	add(f.Changed, "earlier")
	if len(s.Marks) < 2 {
		return nil
	}
	slices.SortFunc(s.Marks, func(a, b tick) int { return cmp.Compare(a.n, b.n) })
	low, high := s.Marks[0].n, s.Marks[len(s.Marks)-1].n
	x := func(n int) float64 {
		return scaleLeft + float64(n-low)/float64(max(1, high-low))*(scaleRight-scaleLeft)
	}
	last := -100.0
	for i := range s.Marks {
		m := &s.Marks[i]
		m.at = x(m.n)
		if m.X = coord(m.at); m.at-last < 9*float64(len(m.Label))+10 && m.Class != "for" {
			m.Label = ""
			continue
		}
		last = m.at
	}
	s.X1, s.X2 = coord(scaleLeft), coord(scaleRight)
	if least, most := numberOf(f.Value); least != nil && most != nil && *least < *most && *least >= low && *most <= high {
		s.From, s.To = coord(x(*least)), coord(x(*most))
	}
	s.under(in.Deaths, f.Name)
	s.Say = sayField(f.Name) + ": from " + thousands(low) + " to " + thousands(high)
	if s.Up {
		s.Say += " or more"
	}
	return s
}

// under names the low, best and high figures of the people killed.
func (s *scale) under(d *sayso.Deaths, name string) {
	if d == nil || name != sayso.AboutCount+"killed" {
		return
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		for _, w := range []struct {
			n    *int
			name string
		}{{d.Best, "best"}, {d.Low, "low"}, {d.High, "high"}} {
			if w.n != nil && *w.n == m.n {
				m.Under += map[bool]string{true: ", "}[m.Under != ""] + w.name
			}
		}
	}
}
