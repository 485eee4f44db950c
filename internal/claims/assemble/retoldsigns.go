package assemble

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// retoldSigns are what speaks for two mentions telling of one happening.
func (r *reader) retoldSigns(m *models, i, k int) signs.Features {
	var f signs.Features
	d := r.d
	x, y := &d.Events[i], &d.Events[k]
	f.Add("always")
	f.Add("family " + m.family(x.Type))
	kinds := "one type"
	if x.Type != y.Type {
		kinds = "types " + min(x.Type, y.Type) + " and " + max(x.Type, y.Type)
		f.Add("two types")
	}
	f.Add(kinds)
	if p, q := ownKind(x), ownKind(y); p != q {
		f.Add("by their own words " + min(p, q) + " and " + max(p, q))
	}
	f.AddIf(x.Same == y.Same, "one by the rules")
	lemma := strings.EqualFold(d.Tags[x.Trigger].Lemma, d.Tags[y.Trigger].Lemma)
	f.AddIf(lemma, "one word")
	f.AddIf(lemma, "one word, "+x.Type)
	gap := d.SentenceOf(x.Trigger) - d.SentenceOf(y.Trigger)
	near := bucket("sentences apart", gap, 0, 1, 2, 4, 8)
	f.Add(near)
	f.Add(near + ", " + kinds)
	f.AddIf(x.Same == y.Same, near+", one by the rules")
	f.AddIf(r.blockOf(x.Trigger) != document.BlockTitle && r.blockOf(y.Trigger) == document.BlockTitle, "one in the headline")
	f.AddValue("odds of the later", x.Odds)
	f.AddValue("odds of the earlier", y.Odds)
	f.Add(bucket("the earlier in sentence", d.SentenceOf(y.Trigger), 0, 1, 2, 4, 8))
	r.formSigns(&f, x, y)
	r.partSigns(&f, x, y, near)
	if gap == 0 {
		r.sentenceSigns(&f, x, y)
	}
	r.betweenSigns(&f, i, k)
	return f
}

// formSigns compare how two mentions are put.
func (r *reader) formSigns(f *signs.Features, x, y *document.Event) {
	d := r.d
	pos := d.Tags[y.Trigger].UPOS.String() + " then " + d.Tags[x.Trigger].UPOS.String()
	f.Add(pos)
	for _, t := range traits {
		f.AddIf(x.Traits.Has(t.bit), "later "+t.name)
		f.AddIf(y.Traits.Has(t.bit), "earlier "+t.name)
		f.AddIf(x.Traits.Has(t.bit) && y.Traits.Has(t.bit), "both "+t.name)
	}
	f.AddIf(x.Traits.Has(document.TraitOutcome) != y.Traits.Has(document.TraitOutcome), "one an outcome")
	f.AddIf(r.voice[x.Trigger] == r.voice[y.Trigger], "in one voice")
	f.AddIf(r.voice[x.Trigger] != r.voice[y.Trigger] && r.voice[x.Trigger] > 0 && r.voice[y.Trigger] > 0, "in two voices")
}

var traits = []struct {
	name string
	bit  document.Trait
}{{"points back", document.TraitDefinite}, {"is an outcome", document.TraitOutcome}, {"is a general word", document.TraitGeneral},
	{"is set apart", document.TraitOther}, {"is inside another noun", document.TraitInner}, {"is weak", document.TraitWeak}, {"is a plan", document.TraitPlan}}

// partSigns compare who, where, when and how many.
func (r *reader) partSigns(f *signs.Features, x, y *document.Event, near string) {
	agree, differ := 0, 0
	for _, p := range []struct {
		role string
		same func(a, b *document.Argument) int
	}{{"agent", r.oneActor}, {"target", r.oneActor}, {"party", r.oneActor}, {"place", r.onePlace}, {"located", r.onePlace}, {"time", r.oneTime}, {"weapon", r.oneWord}, {"count:", r.oneWord}} {
		best, known := compare(x, y, p.role, p.same)
		switch {
		case !known:
			f.Add(p.role + " not told twice")
		case best > 0:
			f.Add("one " + p.role)
			agree++
		case best < 0:
			f.Add("another " + p.role)
			f.Add("another " + p.role + ", " + near)
			differ++
		default:
			f.Add(p.role + " may be one")
		}
	}
	f.Add(bucket("parts that agree", agree, 0, 1, 2, 3))
	f.Add(bucket("parts that differ", differ, 0, 1, 2))
	f.Add(bucket("names and nouns shared", r.sharedNouns(x, y), 0, 1, 2, 4))
}

// compare returns 1 if a part of both mentions is one, -1 if all differ, 0 if
// they can stand side by side; counts of one kind alone are compared.
func compare(x, y *document.Event, role string, same func(a, b *document.Argument) int) (best int, known bool) {
	best = -1
	for i := range x.Args {
		a := &x.Args[i]
		if !strings.HasPrefix(a.Role, role) || a.Score < 0.2 {
			continue
		}
		for k := range y.Args {
			if b := &y.Args[k]; b.Role == a.Role && b.Score >= 0.2 {
				known = true
				best = max(best, same(a, b))
			}
		}
	}
	return best, known
}

func (r *reader) oneActor(a, b *document.Argument) int {
	d := r.d
	s, t := strings.ToLower(d.Words(a.Range)), strings.ToLower(d.Words(b.Range))
	if a.Index >= 0 && b.Index >= 0 && a.Index < len(d.Actors) && b.Index < len(d.Actors) {
		p, q := &d.Actors[a.Index], &d.Actors[b.Index]
		if p.Actor.ID != "" && p.Actor.ID == q.Actor.ID || p.Entity >= 0 && p.Entity == q.Entity {
			return 1
		}
		if p.Actor.ID != "" && q.Actor.ID != "" || !p.Actor.Generic && !q.Actor.Generic && !strings.Contains(s, t) && !strings.Contains(t, s) {
			return -1
		}
		if p.Actor.Kind != q.Actor.Kind {
			return -1
		}
	}
	if strings.EqualFold(d.Tags[r.headOf(a.Range)].Lemma, d.Tags[r.headOf(b.Range)].Lemma) {
		return 1
	}
	return 0
}

func (r *reader) onePlace(a, b *document.Argument) int {
	d := r.d
	if strings.EqualFold(d.Words(a.Range), d.Words(b.Range)) {
		return 1
	}
	if a.Index < 0 || b.Index < 0 {
		return 0
	}
	p, q := &d.Toponyms[a.Index].Place, &d.Toponyms[b.Index].Place
	switch {
	case p.ID != "" && p.ID == q.ID:
		return 1
	case p.Country != "" && q.Country != "" && p.Country != q.Country:
		return -1
	case p.Level == q.Level && p.Level != sayso.LevelSite:
		return -1
	case p.Admin1 != "" && q.Admin1 != "" && p.Admin1 != q.Admin1:
		return -1
	}
	return 0
}

func (r *reader) oneTime(a, b *document.Argument) int {
	p, q := &r.d.Times[a.Index].When, &r.d.Times[b.Index].When
	if n := p.Against(q); n != 0 || p.Earliest.Known() && q.Earliest.Known() || !strings.EqualFold(p.Words, q.Words) {
		return n
	}
	return 1
}

func (r *reader) oneWord(a, b *document.Argument) int {
	if strings.EqualFold(r.d.Tags[r.headOf(a.Range)].Lemma, r.d.Tags[r.headOf(b.Range)].Lemma) {
		return 1
	}
	return -1
}

// sharedNouns counts the names and nouns, other than the triggers, that stand
// in the clauses of both mentions.
func (r *reader) sharedNouns(x, y *document.Event) int {
	d := r.d
	in := map[string]bool{}
	for t := x.Extent.First; t < x.Extent.End; t++ {
		if u := d.Tags[t].UPOS; t != x.Trigger && (u == document.NOUN || u == document.PROPN) {
			in[strings.ToLower(d.Tags[t].Lemma)] = true
		}
	}
	n := 0
	for t := y.Extent.First; t < y.Extent.End; t++ {
		if l := strings.ToLower(d.Tags[t].Lemma); t != y.Trigger && in[l] {
			n++
			delete(in, l)
		}
	}
	return n
}

// sentenceSigns look at two mentions of one sentence.
func (r *reader) sentenceSigns(f *signs.Features, x, y *document.Event) {
	f.Add(bucket("in a sentence, clauses apart", r.clausesBetween(x.Trigger, y.Trigger), 0, 1, 2, 3))
	if p := r.path(y.Trigger, x.Trigger); p != "" {
		f.Add("in a sentence, path " + p)
	}
	f.AddIf(x.Trigger == y.Trigger+1, "side by side")
	f.AddIf(x.Extent == y.Extent, "in one clause")
	first, second := y, x
	if x.Trigger < y.Trigger {
		first, second = x, y
	}
	r.linkSigns(f, first, second)
}

// linkSigns look at the small words, places and times between the words of two
// mentions of one sentence: what came "a day after" something is not it.
func (r *reader) linkSigns(f *signs.Features, first, second *document.Event) {
	d, from, to := r.d, first.Trigger, second.Trigger
	order := false
	seen := map[string]bool{}
	for i := from + 1; i < to; i++ {
		switch d.Arcs[i].Rel {
		case document.Case, document.Mark, document.Cc, document.Advmod:
			if l := strings.ToLower(d.Tags[i].Lemma); !seen[l] {
				seen[l] = true
				f.Add("between the two, " + l)
				order = order || l == "after" || l == "before" || l == "since" || l == "following"
			}
		}
	}
	if order {
		f.Add("one before the other, " + first.Type)
		f.AddIf(first.Traits.Has(document.TraitOutcome), "an outcome, before or after the other")
		f.AddIf(second.Traits.Has(document.TraitOutcome), "before or after an outcome")
	}
	places, times := 0, 0
	for i := range d.Toponyms {
		if t := &d.Toponyms[i]; t.First > from && t.First < to && !t.Demonym {
			places++
		}
	}
	for i := range d.Times {
		if t := &d.Times[i]; t.First > from && t.First < to {
			times++
		}
	}
	f.Add(bucket("places between the two", places, 0, 1, 2))
	f.Add(bucket("times between the two", times, 0, 1))
}

// betweenSigns look at the mentions between two.
func (r *reader) betweenSigns(f *signs.Features, i, k int) {
	d := r.d
	kin, rules := 0, 0
	for n := k + 1; n < i; n++ {
		if d.Events[n].Type == d.Events[i].Type {
			kin++
		}
		if d.Events[n].Same == d.Events[i].Same {
			rules++
		}
	}
	f.Add(bucket("mentions of the type between", kin, 0, 1, 3, 8))
	f.AddIf(rules > 0, "one by the rules between")
	f.AddIf(kin == 0 && d.Events[i].Type == d.Events[k].Type, "the one of its type before")
}

// Groups gives for each mention of a document the first of those that the models
// of a set put together with it.
func Groups(d *document.Document, lex *lexicon.Lexicon, set signs.Set) []int {
	return newReader(d).regroup(&models{retold: set["retold"], types: lex})
}

// Retellings lists the pairs of mentions that could tell of one happening, to
// learn from.
func Retellings(d *document.Document, lex *lexicon.Lexicon) []Retelling {
	var out []Retelling
	r, m := newReader(d), &models{types: lex}
	for i := range d.Events {
		for k := max(0, i-farMention); k < i; k++ {
			if m.family(d.Events[i].Type) == m.family(d.Events[k].Type) && !slices.Contains(d.Events[i].Apart, k) {
				out = append(out, Retelling{i, k, r.retoldSigns(m, i, k)})
			}
		}
	}
	return out
}
