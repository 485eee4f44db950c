package mentions

import (
	"context"
	"path/filepath"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/pipeline"
)

// Task scores the places and actors that coded articles name.
var Task = eval.Task{
	Name: "mentions",
	Doc:  "places and actors of coded articles, found in the text",
	Run:  run,
}

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	coded, err := gold.Read(filepath.Join(o.Data, "articles"), filepath.Join(o.Data, "coded"), "")
	if err != nil {
		return nil, err
	}
	if o.Chain == nil {
		if o.Chain, err = pipeline.Standard(pipeline.Options{}); err != nil {
			return nil, err
		}
	}
	var t tally
	for i := range coded {
		if !o.Takes(coded[i].Article.ID) {
			continue
		}
		d, err := o.Chain.Run(ctx, &coded[i].Article, document.LayerActors)
		if err != nil {
			return nil, err
		}
		t.article(o, d, coded[i].Gold)
	}
	return t.report(filepath.Base(o.Data)), nil
}

// tally counts names, once an article.
type tally struct {
	articles                           int
	places, exact, loose               int
	country, level                     int // of the places found exactly
	actors, actorExact, actorLoose     int
	described, promoted, linked, named int
}

func (t *tally) article(o eval.Options, d *document.Document, incidents []gold.Incident) {
	t.articles++
	seen := map[string]bool{}
	for i := range incidents {
		for _, p := range []*gold.Place{incidents[i].Where, incidents[i].From} {
			if p != nil && p.Name != "" && !seen["place "+p.Name] {
				seen["place "+p.Name] = true
				t.place(o, d, p)
			}
		}
		for _, a := range incidents[i].Actors {
			if a.Name != "" && !seen["actor "+a.Name] {
				seen["actor "+a.Name] = true
				t.actor(o, d, a.Name)
			}
		}
	}
}

func (t *tally) place(o eval.Options, d *document.Document, p *gold.Place) {
	t.places++
	var exact, loose *document.Toponym
	for i := range d.Toponyms {
		x := &d.Toponyms[i]
		words := d.Words(x.Range)
		switch {
		case same(x.Place.Name, p.Name) || same(words, p.Name):
			if exact == nil || agrees(&x.Place, p) && !agrees(&exact.Place, p) {
				exact = x
			}
		case holds(x.Place.Name, p.Name) || holds(p.Name, x.Place.Name):
			loose = x
		}
	}
	if exact == nil {
		got := ""
		if loose != nil {
			t.loose++
			got = loose.Place.Name
		}
		o.Miss("place not found", p.Name, got, d.Article.ID, around(d, p.Name))
		return
	}
	t.exact++
	t.loose++
	country := string(exact.Place.Country) == country(p)
	if country {
		t.country++
	} else {
		o.Miss("country", p.Name+" "+orNone(p), string(exact.Place.Country)+" "+exact.Place.ID, d.Article.ID, around(d, p.Name))
	}
	if string(exact.Place.Level) == p.Level {
		t.level++
	} else {
		o.Miss("level", p.Name+" "+p.Level, string(exact.Place.Level)+" "+exact.Place.ID, d.Article.ID, around(d, p.Name))
	}
}

func agrees(x *sayso.Place, p *gold.Place) bool {
	return string(x.Country) == country(p) && string(x.Level) == p.Level
}

func country(p *gold.Place) string {
	if p.Country == nil {
		return ""
	}
	return *p.Country
}

func orNone(p *gold.Place) string {
	if c := country(p); c != "" {
		return c
	}
	return "none"
}

func (t *tally) actor(o eval.Options, d *document.Document, name string) {
	t.actors++
	proper := strings.IndexFunc(name, unicode.IsUpper) >= 0
	var exact, loose *document.ActorMention
	for i := range d.Actors {
		x := &d.Actors[i]
		words := d.Words(x.Range)
		switch {
		case same(x.Actor.Name, name) || same(words, name):
			if exact == nil || exact.Actor.ID == "" {
				exact = x
			}
		case holds(x.Actor.Name, name) || holds(words, name) || holds(name, x.Actor.Name):
			loose = x
		}
	}
	t.kinds(proper, exact)
	if exact != nil && !proper && exact.Actor.ID != "" && !exact.Actor.Generic {
		o.Miss("description made an organisation", name, exact.Actor.ID, d.Article.ID, around(d, name))
	}
	if exact != nil {
		t.actorExact++
		t.actorLoose++
		return
	}
	got := ""
	if loose != nil {
		t.actorLoose++
		got = loose.Actor.Name
	}
	why := "description not found"
	if proper {
		why = "actor not found"
	}
	o.Miss(why, name, got, d.Article.ID, around(d, name))
}

// kinds counts how names and descriptions are linked.
func (t *tally) kinds(proper bool, x *document.ActorMention) {
	if x == nil {
		return
	}
	if proper {
		t.named++
		if x.Actor.ID != "" {
			t.linked++
		}
		return
	}
	t.described++
	if x.Actor.ID != "" && !x.Actor.Generic {
		t.promoted++
	}
}

// around is the text about the first place where a name stands.
func around(d *document.Document, name string) string {
	i := strings.Index(d.Text, name)
	if i < 0 {
		return "(not in the text as written)"
	}
	return d.Text[max(0, i-60):min(len(d.Text), i+len(name)+40)]
}

func same(a, b string) bool { return uncounted(plain(a)) == uncounted(plain(b)) }

// uncounted takes the count off a plain name, which is told apart from it:
// "at least 26 Somali pirates".
func uncounted(s string) string {
	for {
		first, rest, ok := strings.Cut(s, " ")
		if !ok || !counting[first] && strings.Trim(first, "0123456789") != "" {
			return s
		}
		s = rest
	}
}

var counting = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("at least about around nearly almost more than up to some several all both dozens hundreds thousands scores of " +
		"one two three four five six seven eight nine ten eleven twelve dozen hundred thousand") {
		m[w] = true
	}
	return m
}()

// holds reports whether the words of a hold those of b.
func holds(a, b string) bool { return b != "" && strings.Contains(" "+plain(a)+" ", " "+plain(b)+" ") }

// plain is a name without case, articles and punctuation.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, s)
	words := strings.Fields(s)
	kept := words[:0]
	for _, w := range words {
		if w != "the" && w != "a" && w != "an" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (t *tally) report(set string) *eval.Report {
	r := &eval.Report{Task: "mentions", Set: set}
	r.AddCount("articles", t.articles)
	r.AddCount("places", t.places)
	r.Add("places: found", share(t.exact, t.places))
	r.Add("places: found or part", share(t.loose, t.places))
	r.Add("places: country, of found", share(t.country, t.exact))
	r.Add("places: level, of found", share(t.level, t.exact))
	r.AddCount("actors", t.actors)
	r.Add("actors: found", share(t.actorExact, t.actors))
	r.Add("actors: found or part", share(t.actorLoose, t.actors))
	r.AddCount("names found", t.named)
	r.Add("names found: linked to an id", share(t.linked, t.named))
	r.AddCount("descriptions found", t.described)
	r.AddCount("descriptions made an organisation", t.promoted)
	r.Notes = append(r.Notes, "names are counted once an article; found: written the same but for case, articles and punctuation",
		"without the count before them; a name has a capital, a description has none")
	return r
}
