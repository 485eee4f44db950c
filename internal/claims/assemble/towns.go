package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
)

// otherTown reports whether mention i says by its own words that it was in another town
// than what a mention of a happening says of itself: "Eleven people were killed in Djibo
// and nine others died in Aribinda". One who is shot in one town and dies in the next is
// told by words without a subject of their own.
func (r *reader) otherTown(i int, cluster []int) bool {
	p := r.ownTown(i)
	if p < 0 || r.diesOf(i) {
		return false
	}
	return slices.ContainsFunc(cluster, func(k int) bool {
		q := r.ownTown(k)
		return q >= 0 && r.twoTowns(p, q)
	})
}

// ownTown is the name of a town that "in" ties to the word of a mention, or to that of
// the mention whose clause it adds to, "were killed in Djibo when a man blew himself up";
// -1 for none.
func (r *reader) ownTown(i int) int {
	for range 3 {
		if p := r.townOf(i); p >= 0 {
			return p
		}
		t := r.d.Events[i].Trigger
		if r.d.Arcs[t].Rel != document.Advcl {
			return -1
		}
		if i = slices.IndexFunc(r.d.Events, func(e document.Event) bool { return e.Trigger == int(r.d.Arcs[t].Head) }); i < 0 {
			return -1
		}
	}
	return -1
}

// townOf is the name of a town that "in" ties to the word of a mention; -1 for none.
func (r *reader) townOf(i int) int {
	d, e := r.d, &r.d.Events[i]
	for k := range e.Args {
		a := &e.Args[k]
		if a.Role != "place" || a.Index < 0 || d.Toponyms[a.Index].Place.Level != sayso.LevelTown || d.Toponyms[a.Index].Section {
			continue
		}
		if r.tiedTo(r.headOf(a.Range), e.Trigger) {
			return a.Index
		}
	}
	return -1
}

// tiedTo reports whether "in" ties a name to the word of a mention, through nouns for a kind
// of place, "in the town of Corinto", or what is hit, "struck a hospital in Kutum".
func (r *reader) tiedTo(h, trigger int) bool {
	d, in := r.d, false
	for n := 0; n < 3 && h >= 0; n++ {
		up, rel := int(d.Arcs[h].Head), d.Arcs[h].Rel
		in = in || r.preposition(h, "in", "at", "near", "outside") && (rel == document.Obl || rel == document.Nmod)
		if up == trigger {
			return in && (rel == document.Obl || rel == document.Nmod || rel == document.Obj)
		}
		if up < 0 || rel != document.Nmod && rel != document.Appos && rel != document.Compound && rel != document.Flat || !in && !placeNouns[strings.ToLower(d.Tags[up].Lemma)] || in && d.Tags[up].UPOS != document.NOUN {
			return false
		}
		h = up
	}
	return false
}

// twoTowns reports whether two names are of towns that lie apart. Where the gazetteer
// lacks one, nobody knows how far apart they are, and one sentence has to name both.
func (r *reader) twoTowns(p, q int) bool {
	a, b := &r.d.Toponyms[p], &r.d.Toponyms[q]
	x, y := &a.Place, &b.Place
	if strings.EqualFold(x.Name, y.Name) || x.ID != "" && x.ID == y.ID {
		return false
	}
	if r.d.SentenceOf(a.First) == r.d.SentenceOf(b.First) && (x.ID == "" || y.ID == "") {
		return true
	}
	return r.pointed(x) && r.pointed(y) && !close(x, y)
}

// pointed reports whether the point of a place is that of a town: its own, or that of the
// town that it is named with.
func (r *reader) pointed(p *sayso.Place) bool {
	return p.ID != "" || p.Lat != nil && slices.ContainsFunc(r.d.Toponyms, func(t document.Toponym) bool {
		q := &t.Place
		return q.ID != "" && q.Level == sayso.LevelTown && q.Lat != nil && *q.Lat == *p.Lat && *q.Lon == *p.Lon
	})
}

// inOneBreath reports whether mention i adds to what a mention of a happening says in the
// same sentence: how it came about, "were killed in Djibo when a man blew himself up", or
// what else came of it, "two soldiers were killed and one was wounded".
func (r *reader) inOneBreath(i int, cluster []int) bool {
	d, t := r.d, r.d.Events[i].Trigger
	k := slices.IndexFunc(d.Events, func(e document.Event) bool { return e.Trigger == int(d.Arcs[t].Head) })
	if k < 0 || k >= i || !slices.Contains(cluster, k) || !d.Events[k].Traits.Has(document.TraitOutcome) {
		return false
	}
	switch d.Arcs[t].Rel {
	case document.Conj:
		return d.Events[i].Traits.Has(document.TraitOutcome) && r.townOf(i) < 0
	case document.Advcl:
	default:
		return false
	}
	if d.Events[k].Same != d.Events[i].Same {
		return false
	}
	for w := d.Events[k].Trigger + 1; w < t; w++ {
		if int(d.Arcs[w].Head) == t && strings.EqualFold(d.Word(w), "when") {
			return true
		}
	}
	return false
}

// diesOf reports whether a mention tells that somebody named before died: "was shot in
// Brooklyn and died in Manhattan".
func (r *reader) diesOf(i int) bool {
	t := r.d.Events[i].Trigger
	if l := strings.ToLower(r.d.Tags[t].Lemma); l != "die" && l != "succumb" {
		return false
	}
	for k := max(0, t-12); k < t; k++ {
		if a := r.d.Arcs[k]; int(a.Head) == t && a.Rel == document.Nsubj {
			return r.d.Tags[k].UPOS == document.PRON
		}
	}
	return true
}
