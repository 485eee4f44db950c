package assemble

import (
	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// ClausesBetween lets the tests see what signs are made of.
func ClausesBetween(d *document.Document, x, y int) int { return newReader(d).clausesBetween(x, y) }

// Between exposes what stands between a word and a token.
func Between(d *document.Document, word, token int) []string {
	var out []string
	newReader(d).between(word, document.Range{First: token, End: token + 1}, func(s string) { out = append(out, s) })
	return out
}

// PointsBack reports whether a token points back to a place named before.
func PointsBack(d *document.Document, token int) bool {
	return newReader(d).pointsBack(token, d.Sentences[d.SentenceOf(token)].Range)
}

// Lies tells how one place lies to another.
func Lies(p, q sayso.Place) string { return (&site{place: p}).liesTo(&site{place: q}) }

// PlacesOffered lists the names of the places that each group of mentions may
// have been at.
func PlacesOffered(d *document.Document, lex *lexicon.Lexicon) [][]string {
	cs, err := Candidates(d, lex, nil)
	if err != nil {
		return nil
	}
	out := make([][]string, len(cs))
	for i := range cs {
		for _, o := range cs[i].Places {
			if o.Place != nil {
				out[i] = append(out[i], o.Place.Name)
			}
		}
	}
	return out
}

// InRow adds up the people of the row that a word stands in.
func InRow(d *document.Document, token int) int {
	sum, _ := newReader(d).inRow(token, document.Range{First: token, End: token + 1})
	return sum
}

// LikeliestDay is the day chosen among options that score as told, "" for none.
func LikeliestDay(days []string, scores []float64) string {
	options := make([]Option, len(days))
	for i := range days {
		options[i].Signs.AddValue("score", scores[i])
		if days[i] == "" {
			continue
		}
		day, err := sayso.ParseDay(days[i])
		if err != nil {
			panic(err)
		}
		options[i].When = &sayso.When{Earliest: day, Latest: day}
	}
	if w := likeliestDays(signs.Model{"score": 1}, options).When; w != nil {
		return w.Earliest.String()
	}
	return ""
}

// StandsFor is the name of whom the description with a head token stands for, ""
// where the article names nobody for it.
func StandsFor(d *document.Document, head int) string {
	r := newReader(d)
	for k := range d.Actors {
		if n := r.bearer(k); d.Actors[k].Head == head && n >= 0 {
			return d.Actors[n].Actor.Name
		}
	}
	return ""
}

// Mentioned is the name by which somebody whom a head token names is given.
func Mentioned(d *document.Document, head int) string {
	r := newReader(d)
	for k := range d.Actors {
		if d.Actors[k].Head == head {
			a := r.mentioned(k)
			return a.Name
		}
	}
	return ""
}

// Worded reports whether one name or description says no more than another.
func Worded(a, b string) bool {
	x := &builder{in: sayso.Incident{Actors: []sayso.Actor{{Name: b}}}}
	return x.worded(&sayso.Actor{Name: a}) == 0
}

// ActorsOffered lists the names of those who may take part in each group of
// mentions in a role.
func ActorsOffered(d *document.Document, lex *lexicon.Lexicon, role sayso.Role) [][]string {
	cs, err := Candidates(d, lex, nil)
	if err != nil {
		return nil
	}
	out := make([][]string, len(cs))
	for i := range cs {
		for _, o := range cs[i].Actors {
			if o.Actor.Role == role {
				out[i] = append(out[i], o.Actor.Name)
			}
		}
	}
	return out
}

// HarmedBeside lists the types of the groups for which a target of that name is
// only one whom another happening befalls.
func HarmedBeside(d *document.Document, lex *lexicon.Lexicon, name string) []string {
	return typesWhere(d, lex, func(b *builder, o *Option) bool {
		return o.Actor.Role == sayso.RoleTarget && o.Actor.Name == name && b.harmedBeside(o)
	})
}

// OutOfIt lists the types of the groups that an agent of that name is offered for
// and put outside of.
func OutOfIt(d *document.Document, lex *lexicon.Lexicon, name string) []string {
	return typesWhere(d, lex, func(b *builder, o *Option) bool {
		return o.Actor.Role == sayso.RoleAgent && o.Actor.Name == name && b.outOfIt(o)
	})
}

// typesWhere lists the types of the groups for which something holds of an actor
// that is offered, once for each.
func typesWhere(d *document.Document, lex *lexicon.Lexicon, holds func(*builder, *Option) bool) (types []string) {
	m, err := modelsOf(nil, lex)
	if err != nil {
		return nil
	}
	built, err := newReader(d).candidates(m)
	if err != nil {
		return nil
	}
	for _, b := range built {
		for i := range b.cast {
			if holds(b, &b.cast[i]) {
				types = append(types, b.g.kind)
			}
		}
	}
	return types
}

// CountsOffered writes the numbers that each group of mentions may have, as
// "killed 4".
func CountsOffered(d *document.Document, lex *lexicon.Lexicon) []string {
	cs, err := Candidates(d, lex, nil)
	if err != nil {
		return nil
	}
	var out []string
	for i := range cs {
		for _, o := range cs[i].Counts {
			out = append(out, o.Count.What+" "+ends(o.Count))
		}
	}
	return out
}

// CountSigns are the signs of the number that has some words, of the first group
// that it is offered to.
func CountSigns(d *document.Document, lex *lexicon.Lexicon, words string) map[string]bool {
	cs, err := Candidates(d, lex, nil)
	if err != nil {
		return nil
	}
	out := map[string]bool{}
	for i := range cs {
		for _, o := range cs[i].Counts {
			if o.Count.Words != words {
				continue
			}
			for _, s := range o.Signs {
				out[s.Name] = true
			}
			return out
		}
	}
	return out
}
