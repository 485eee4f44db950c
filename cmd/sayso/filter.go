package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/store"
)

// filterFlags choose incidents of a store.
type filterFlags struct {
	words, actor, place, article, dissent, from, to, box, salience string
	types, statuses, countries, stances, reviews                   []string
	minDeaths, maxDeaths, origins                                  int
}

func (f *filterFlags) add(c *cobra.Command) {
	fs := c.Flags()
	fs.StringVar(&f.words, "words", "", "words that all occur in the incident's words")
	fs.StringSliceVar(&f.types, "type", nil, "incident types")
	fs.StringSliceVar(&f.statuses, "status", nil, "occurred, attempted, threatened, denied")
	fs.StringSliceVar(&f.stances, "stance", nil, "stances of a claim that it happened: asserted, alleged, claimed, denied")
	fs.StringSliceVar(&f.countries, "country", nil, "ISO alpha-2 codes of the country")
	fs.StringSliceVar(&f.reviews, "review", nil, "accepted, rejected, corrected, resting, none")
	fs.StringVar(&f.salience, "salience", "", "main or background")
	fs.StringVar(&f.actor, "actor", "", "an actor's id, or words of a name")
	fs.StringVar(&f.place, "place", "", "a gazetteer id, or words of a place's name")
	fs.StringVar(&f.from, "from", "", "not wholly before this day (YYYY-MM-DD)")
	fs.StringVar(&f.to, "to", "", "not wholly after this day")
	fs.StringVar(&f.box, "box", "", "degrees: SOUTH,WEST,NORTH,EAST")
	fs.IntVar(&f.minDeaths, "min-deaths", -1, "at least so many people killed, best figure")
	fs.IntVar(&f.maxDeaths, "max-deaths", -1, "at most so many")
	fs.IntVar(&f.origins, "origins", 0, "at least so many independent origins")
	fs.StringVar(&f.dissent, "dissent", "", "a field that claims are against, or any")
	fs.StringVar(&f.article, "article", "", "told by this article")
}

// query is what the flags ask for, and whether they ask for anything.
func (f *filterFlags) query() (q store.Query, filtered bool, err error) {
	q = store.Query{Words: f.words, Types: f.types, Countries: f.countries, Actor: f.actor, Place: f.place, Article: f.article, Dissent: f.dissent, Origins: f.origins, Salience: sayso.Salience(f.salience)}
	for _, s := range f.statuses {
		q.Statuses = append(q.Statuses, sayso.Status(s))
	}
	for _, s := range f.stances {
		q.Stances = append(q.Stances, sayso.Stance(s))
	}
	for _, s := range f.reviews {
		if s == "none" {
			s = ""
		}
		q.Reviews = append(q.Reviews, sayso.Review(s))
	}
	for _, d := range []struct {
		flag, s string
		to      **sayso.Day
	}{{"from", f.from, &q.From}, {"to", f.to, &q.To}} {
		if d.s == "" {
			continue
		}
		day, err := sayso.ParseDay(d.s)
		if err != nil {
			return q, false, fmt.Errorf("--%s: %w", d.flag, err)
		}
		*d.to = &day
	}
	if f.box != "" {
		if q.Box, err = boxOf(f.box); err != nil {
			return q, false, err
		}
	}
	if f.minDeaths >= 0 {
		q.MinDeaths = &f.minDeaths
	}
	if f.maxDeaths >= 0 {
		q.MaxDeaths = &f.maxDeaths
	}
	filtered = f.words+f.actor+f.place+f.article+f.dissent+f.from+f.to+f.box+f.salience != "" ||
		len(f.types)+len(f.statuses)+len(f.countries)+len(f.stances)+len(f.reviews)+f.origins > 0 || f.minDeaths >= 0 || f.maxDeaths >= 0
	return q, filtered, nil
}

func boxOf(s string) (*store.Box, error) {
	parts := strings.Split(s, ",")
	var v [4]float64
	if len(parts) != 4 {
		return nil, fmt.Errorf("--box %q: four numbers, SOUTH,WEST,NORTH,EAST", s)
	}
	for i, p := range parts {
		x, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil {
			return nil, fmt.Errorf("--box %q: %w", s, err)
		}
		v[i] = x
	}
	return &store.Box{South: v[0], West: v[1], North: v[2], East: v[3]}, nil
}
