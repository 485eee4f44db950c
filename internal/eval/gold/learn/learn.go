package learn

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/claims/assemble"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/gold"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// Item is a coded article with its document, read up to factuality.
type Item struct {
	gold.Coded
	Doc    *document.Document
	Set    Set
	Learnt bool
}

// Set is where an article comes from.
type Set int

const (
	Shared   Set = iota // more and joined
	Own                 // coded by this project
	None                // holds no incident
	Politics            // the same, chosen for what deceives
)

// Read reads the coded articles of more and joined under dir, those that the
// project coded, and articles that hold no incident; the corpora stand beside
// dir. Those of the BBC are scored but not learnt from, by their licence.
func Read(ctx context.Context, chain eval.Chain, dir string, lists Lists) ([]Item, error) {
	var out []Item
	for _, set := range []string{"more", "joined"} {
		coded, err := gold.Read(filepath.Join(dir, set, "articles"), filepath.Join(dir, set, "coded"), "")
		if err != nil {
			return nil, err
		}
		for i := range coded {
			out = append(out, Item{Coded: coded[i], Learnt: coded[i].Article.Outlet != "BBC Online"})
		}
	}
	data := filepath.Join(dir, "..", "data")
	none, err := withoutIncident(data, lists)
	if err != nil {
		return nil, err
	}
	out = append(out, none...)
	own, err := codings(lists.Coded, &corpora{data: data})
	if err != nil {
		return nil, err
	}
	for i := range own {
		out = append(out, Item{Coded: own[i], Set: Own, Learnt: true})
	}
	for i := range out {
		if out[i].Doc, err = chain.Run(ctx, &out[i].Article, document.LayerFactuality); err != nil {
			return nil, err
		}
		for k := range out[i].Gold {
			out[i].Gold[k].Key = "" // incidents across articles are scored elsewhere
		}
	}
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	return out, crossOdds(out, lex)
}

// Fit learns the models of the assemble stage.
func Fit(items []Item, lex *lexicon.Lexicon) (signs.Set, error) {
	set := signs.Set{}
	unseen := fitRetold(items, lex, set)
	var places, times []signs.Choice
	var counts, actors []signs.Example
	err := each(items, lex, set, unseen, func(it *Item, c *assemble.Candidate, g *gold.Incident) {
		if g == nil {
			return
		}
		places = append(places, placeChoice(it, c, g))
		times = append(times, timeChoice(it, c, g))
		counts = append(counts, countExamples(it, c, g)...)
		actors = append(actors, actorExamples(it, c, g)...)
	})
	if err != nil {
		return nil, err
	}
	set["place"], set["time"] = placeLearner.LearnChoices(places), timeLearner.LearnChoices(times)
	set["actor"] = actorLearner.Learn(actors)
	set["count"] = countLearner.Learn(counts)
	var happening, about []signs.Example
	err = each(items, lex, set, unseen, func(it *Item, c *assemble.Candidate, g *gold.Incident) {
		happening = append(happening, signs.Example{Features: c.Signs, Yes: g != nil, Doc: it.Article.ID, Weight: weight(it)})
		if g != nil {
			about = append(about, signs.Example{Features: c.Gist, Yes: g.Salience != "background", Doc: it.Article.ID})
		}
	})
	if err != nil {
		return nil, err
	}
	set["happening"], set["main"] = happeningLearner.Learn(happening), happeningLearner.Learn(about)
	return set, fitClaims(items, lex, set, unseen)
}

// weight makes up for how few articles without an incident there are among
// those that are learnt from, against how many a user reads.
func weight(it *Item) float64 {
	switch it.Set {
	case None:
		return noneWeight
	case Politics:
		return politicsWeight
	}
	if len(it.Gold) == 0 {
		return emptyWeight
	}
	return 1
}

// They are chosen by the five-fold figures, with the mark from which a group of
// mentions is an incident: the fewest incidents in such articles that cost the
// others next to nothing.
const (
	noneWeight     = 20
	politicsWeight = 10
	emptyWeight    = 2 // of others without one, which were coded for their words of conflict
)

// each calls take with every candidate and the coded incident that it aligns
// with, or nil. Mentions are put together by the model of unseen that has not
// seen the article, as they will be in a new one.
func each(items []Item, lex *lexicon.Lexicon, set signs.Set, unseen []signs.Model, take func(*Item, *assemble.Candidate, *gold.Incident)) error {
	for i := range items {
		it := &items[i]
		if !it.Learnt {
			continue
		}
		own := maps.Clone(set)
		own["retold"] = unseen[i%folds]
		cs, err := assemble.Candidates(it.Doc, lex, own)
		if err != nil {
			return fmt.Errorf("%s: %w", it.Article.ID, err)
		}
		incidents := make([]sayso.Incident, len(cs))
		for k := range cs {
			incidents[k] = cs[k].Incident
		}
		if it.Pred, err = gold.FromIncidents(incidents); err != nil {
			return err
		}
		of := map[int]int{}
		for _, p := range gold.Align(&it.Coded) {
			of[p.Pred] = p.Gold + 1
		}
		for k := range cs {
			var g *gold.Incident
			if n := of[k]; n > 0 {
				g = &it.Gold[n-1]
			}
			take(it, &cs[k], g)
		}
	}
	return nil
}

// fitClaims learns which claims are made, of the actors and numbers that the
// models learnt before choose.
func fitClaims(items []Item, lex *lexicon.Lexicon, set signs.Set, unseen []signs.Model) error {
	var claims []signs.Example
	err := each(items, lex, set, unseen, func(it *Item, c *assemble.Candidate, g *gold.Incident) {
		if g != nil {
			claims = append(claims, claimExamples(it, c, g)...)
		}
	})
	set["claim"] = claimLearner.Learn(claims)
	return err
}

// claimExamples holds a claim for right that is coded about the same on the
// same word.
func claimExamples(it *Item, c *assemble.Candidate, g *gold.Incident) []signs.Example {
	var out []signs.Example
	for _, o := range c.Claims {
		p := gold.FromClaim(o.Claim)
		right := slices.ContainsFunc(g.Claims, func(x gold.Claim) bool { return gold.ClaimOK(&p, &x) })
		out = append(out, signs.Example{Features: o.Signs, Yes: right, Doc: it.Article.ID})
	}
	return out
}

func placeChoice(it *Item, c *assemble.Candidate, g *gold.Incident) signs.Choice {
	out := signs.Choice{Doc: it.Article.ID}
	for _, o := range c.Places {
		var p *gold.Place
		if o.Place != nil {
			country := string(o.Place.Country)
			p = &gold.Place{Name: o.Place.Name, Country: &country}
		}
		out.Options, out.Right = append(out.Options, o.Signs), append(out.Right, gold.PlaceOK(p, g.Where))
	}
	return out
}

// timeChoice holds an option for right that has the coded words or the coded
// days; where none are coded, nothing is.
func timeChoice(it *Item, c *assemble.Candidate, g *gold.Incident) signs.Choice {
	out := signs.Choice{Doc: it.Article.ID}
	for _, o := range c.Times {
		right := o.When == nil && g.When == nil
		if o.When != nil && g.When != nil {
			right = sharesWords(o.When.Words, g.When.Words)
			if w := (&gold.When{Earliest: day(o.When.Earliest), Latest: day(o.When.Latest)}); o.When.Earliest.Known() && gold.DateOK(w, g.When) {
				right = true
			}
		}
		out.Options, out.Right = append(out.Options, o.Signs), append(out.Right, right)
	}
	return out
}

// countExamples holds a number for right that is coded for the same thing.
func countExamples(it *Item, c *assemble.Candidate, g *gold.Incident) []signs.Example {
	var out []signs.Example
	for _, o := range c.Counts {
		p := &gold.Count{What: o.Count.What, Min: o.Count.Min, Max: o.Count.Max}
		right := slices.ContainsFunc(g.Counts, func(x gold.Count) bool { return gold.CountOK(p, &x) })
		out = append(out, signs.Example{Features: o.Signs, Yes: right, Doc: it.Article.ID})
	}
	return out
}

// actorExamples holds an actor for right that is coded in the same role, agents
// and parties being one.
func actorExamples(it *Item, c *assemble.Candidate, g *gold.Incident) []signs.Example {
	var out []signs.Example
	for _, o := range c.Actors {
		p := &gold.Actor{Name: o.Actor.Name}
		right := slices.ContainsFunc(g.Actors, func(x gold.Actor) bool {
			return (x.Role == "target") == (o.Actor.Role == sayso.RoleTarget) && gold.ActorOK(p, &x)
		})
		out = append(out, signs.Example{Features: o.Signs, Yes: right, Doc: it.Article.ID})
	}
	return out
}

func sharesWords(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func day(d sayso.Day) *string {
	if !d.Known() {
		return nil
	}
	s := d.String()
	return &s
}

// Folds scores each article with models fitted to the articles of the other
// folds; fold tells an article's, from 0 to n-1. How their mentions are put
// together is noted in groups.
func Folds(items []Item, lex *lexicon.Lexicon, n int, fold func(i int, id string) int) (out []gold.Coded, groups grouped, err error) {
	groups = grouped{}
	for k := range n {
		var train []Item
		for i := range items {
			if fold(i, items[i].Article.ID) != k {
				train = append(train, items[i])
			}
		}
		set, err := Fit(train, lex)
		if err != nil {
			return nil, nil, err
		}
		for i := range items {
			if fold(i, items[i].Article.ID) != k {
				continue
			}
			in, err := assemble.Incidents(items[i].Doc, lex, set)
			if err != nil {
				return nil, nil, err
			}
			c := items[i].Coded
			if c.Pred, err = gold.FromIncidents(in); err != nil {
				return nil, nil, err
			}
			out = append(out, c)
			groups.note(&items[i], lex, assemble.Groups(items[i].Doc, lex, set))
		}
	}
	return out, groups, nil
}

// parts gives the coded articles of each set.
func parts(items []Item, coded []gold.Coded) (out [Politics + 1][]gold.Coded) {
	set := map[string]Set{}
	for i := range items {
		set[items[i].Article.ID] = items[i].Set
	}
	for i := range coded {
		s := set[coded[i].Article.ID]
		out[s] = append(out[s], coded[i])
	}
	return out
}

// Fifths puts every fifth article into a fold.
func Fifths(i int, _ string) int { return i % folds }

// Stories keeps articles on the same story in one fold: the topics of ECB+
// apart, the rest in two halves.
func Stories(i int, id string) int {
	for k, p := range []string{"ecb-8-", "ecb-12-", "ecb-19-"} {
		if strings.HasPrefix(id, p) {
			return k
		}
	}
	return 3 + i%2
}

// How places are chosen and what is a happening is learnt with a stiffer
// penalty than the rest: their signs are many and close to the stories.
var (
	placeLearner     = signs.Learner{L2: 0.01, Rounds: 600, LeastDocs: 3}
	timeLearner      = signs.Learner{L2: 0.003, Rounds: 600, LeastDocs: 3}
	claimLearner     = signs.Learner{L2: 0.005, Rounds: 600, LeastDocs: 3}
	countLearner     = signs.Learner{L2: 0.0015, Rounds: 600, LeastDocs: 3}
	retoldLearner    = signs.Learner{L2: 0.003, Rounds: 600, LeastDocs: 3}
	actorLearner     = signs.Learner{L2: 0.0003, Rounds: 600, LeastDocs: 3}
	reportsLearner   = signs.Learner{L2: 0.001, Rounds: 300, LeastDocs: 3}
	happeningLearner = signs.Learner{L2: 0.003, Rounds: 600, LeastDocs: 3}
)
