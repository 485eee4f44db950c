package ui

import (
	"strconv"
	"strings"
	"time"

	"sayso"
	"sayso/internal/store"
)

// timeline is the number of incidents by day, month or year, as bars.
type timeline struct {
	Bars        []bar
	Ticks       []string
	Unit        string // day, month, year
	First, Last string // days at the ends
	Most        int
	Undated     int
}

// bar is a bar of the timeline, in a drawing of 1000 by 96.
type bar struct {
	X, Y, W, H    string
	From, To, Tip string
	N             int
	Out           bool // outside the days that are chosen
}

// Height of the bars, and of all with the ticks under them.
const barsHeight = 76

// maxDays and maxMonths are the most bars by day and by month.
const (
	maxDays   = 100
	maxMonths = 144
)

func (d *Desk) timeline(tx store.Reader, q store.Query, months []store.Tally, from, to string) (timeline, error) {
	var t timeline
	var list []store.Tally
	for _, m := range months {
		if m.Value == "" {
			t.Undated = m.N
			continue
		}
		list = append(list, m)
	}
	if len(list) == 0 {
		return t, nil
	}
	t.Unit = "month"
	span := monthsApart(list[0].Value, list[len(list)-1].Value) + 1
	switch {
	case span <= maxDays/31:
		t.Unit = "day"
		days, err := tx.Tallies(q, "day")
		if err != nil {
			return t, err
		}
		list = list[:0]
		for _, m := range days {
			if m.Value != "" {
				list = append(list, m)
			}
		}
	case span > maxMonths:
		t.Unit = "year"
		list = years(list)
	}
	t.draw(list, from, to)
	return t, nil
}

func monthsApart(a, b string) int {
	x, _ := time.Parse("2006-01", a)
	y, _ := time.Parse("2006-01", b)
	return (y.Year()-x.Year())*12 + int(y.Month()) - int(x.Month())
}

func years(months []store.Tally) (out []store.Tally) {
	for _, m := range months {
		if y := m.Value[:4]; len(out) > 0 && out[len(out)-1].Value == y {
			out[len(out)-1].N += m.N
		} else {
			out = append(out, store.Tally{Value: y, N: m.N})
		}
	}
	return out
}

var layouts = map[string]string{"day": "2006-01-02", "month": "2006-01", "year": "2006"}

func (t *timeline) next(at time.Time) time.Time {
	switch t.Unit {
	case "day":
		return at.AddDate(0, 0, 1)
	case "month":
		return at.AddDate(0, 1, 0)
	}
	return at.AddDate(1, 0, 0)
}

func (t *timeline) draw(list []store.Tally, from, to string) {
	layout := layouts[t.Unit]
	n := map[string]int{}
	for _, m := range list {
		n[m.Value] = m.N
		t.Most = max(t.Most, m.N)
	}
	start, _ := time.Parse(layout, list[0].Value)
	end, _ := time.Parse(layout, list[len(list)-1].Value)
	var at []time.Time
	for x := start; !x.After(end); x = t.next(x) {
		at = append(at, x)
	}
	wide := 1000 / float64(len(at))
	for i, x := range at {
		last := t.next(x).AddDate(0, 0, -1)
		b := bar{From: x.Format(time.DateOnly), To: last.Format(time.DateOnly), N: n[x.Format(layout)]}
		high := 0.0
		if b.N > 0 {
			high = max(2, float64(b.N)/float64(t.Most)*barsHeight)
		}
		b.X, b.W = coord(float64(i)*wide), coord(max(.6, min(wide*.82, 42)))
		b.Y, b.H = coord(barsHeight-high), coord(high)
		b.Out = from != "" && b.To < from || to != "" && b.From > to
		b.Tip = sayDays(dayOf(x), dayOf(last)) + ": " + plural(b.N, "incident")
		t.Bars = append(t.Bars, b)
	}
	t.First, t.Last = t.Bars[0].From, t.Bars[len(t.Bars)-1].To
	t.ticks(at)
}

// ticks are days at even distances, the first and the last among them.
func (t *timeline) ticks(at []time.Time) {
	form := map[string]string{"day": "2 Jan 2006", "month": "Jan 2006", "year": "2006"}[t.Unit]
	many := min(5, len(at))
	for i := range many {
		k := 0
		if many > 1 {
			k = i * (len(at) - 1) / (many - 1)
		}
		t.Ticks = append(t.Ticks, at[k].Format(form))
	}
}

func dayOf(t time.Time) sayso.Day { return sayso.DayOf(t.Date()) }

// coord is a coordinate of a drawing, with at most one digit behind the point.
func coord(f float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
}
