package assemble

import (
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// signs are what speaks for and against a group being a particular happening
// that the article reports, for the model "happening".
func (b *builder) signs(c *crowd) signs.Features {
	var f signs.Features
	r, g := b.r, b.g
	best := g.best(r)
	f.Add("always")
	f.Add("type " + g.kind)
	r.wordSigns(&f, best)
	b.partSigns(&f)
	b.mentionSigns(&f)
	b.placingSigns(&f)
	b.factSigns(&f)
	b.oddsSigns(&f)
	f.Add(bucket("happenings of this type before it", c.sameType, 0, 1, 2, 4))
	f.Add(bucket("happenings in the article", c.all, 1, 3, 6, 10, 16))
	armed := b.r.armed()
	f.AddIf(armed == 0, "nobody armed, of the state or protesting: "+g.kind)
	f.Add(bucket("weight of the words of conflict per sentence, in tenths", int(10*r.d.Relevance.Score/float64(len(r.d.Sentences))), 2, 4, 7, 12, 20))
	f.AddIf(c.twin, "an earlier one of its kind has its place and day")
	f.AddIf(c.sameFamilySentence, "another one of its kind in the same sentence")
	return f
}

// armed counts the mentions of actors that conflict news is about.
func (r *reader) armed() int {
	n := 0
	for i := range r.d.Actors {
		if armed(r.d.Actors[i].Actor.Kind) {
			n++
		}
	}
	return n
}

// armed reports whether conflict news is about actors of a kind.
func armed(k sayso.ActorKind) bool {
	switch k {
	case sayso.KindRebel, sayso.KindMilitia, sayso.KindStateForce, sayso.KindProtesters, sayso.KindCommunal, sayso.KindInternational:
		return true
	}
	return false
}

// wordSigns look at the word that reports it best and its verb group.
func (r *reader) wordSigns(f *signs.Features, e *document.Event) {
	d := r.d
	lemma := strings.ToLower(d.Tags[e.Trigger].Lemma)
	verb := d.Tags[e.Trigger].UPOS == document.VERB
	if verb {
		f.Add("verb " + lemma)
	} else {
		f.Add("noun " + lemma)
	}
	for _, t := range []struct {
		trait document.Trait
		name  string
	}{
		{document.TraitOutcome, "an outcome"}, {document.TraitGeneral, "a general word"}, {document.TraitWeak, "a weak word"},
		{document.TraitInner, "inside another noun's phrase"}, {document.TraitDefinite, "a noun that points back"},
		{document.TraitOther, "set apart: another, second"}, {document.TraitPlan, "a word about the future"},
	} {
		f.AddIf(e.Traits.Has(t.trait), t.name)
	}
	f.Add("form " + d.Tags[e.Trigger].XPOS.String())
	sent := d.Sentences[d.SentenceOf(e.Trigger)]
	for k := sent.First; k < sent.End; k++ {
		if int(d.Arcs[k].Head) != e.Trigger {
			continue
		}
		switch d.Arcs[k].Rel {
		case document.Aux:
			f.Add("auxiliary " + strings.ToLower(d.Tags[k].Lemma))
		case document.Mark:
			f.Add("after " + strings.ToLower(d.Word(k)))
		case document.Advmod:
			f.AddIf(strings.EqualFold(d.Word(k), "not") || strings.EqualFold(d.Word(k), "n't") || strings.EqualFold(d.Word(k), "never"), "negated")
		case document.Det:
			f.AddIf(strings.EqualFold(d.Word(k), "no"), "negated")
		case document.Nummod:
			f.Add("a number of them")
		}
	}
	f.Add("hangs as " + d.Arcs[e.Trigger].Rel.String())
	f.AddIf(d.Arcs[e.Trigger].Head >= 0 && !verb && d.Arcs[e.Trigger].Rel == document.Obj,
		"object of "+headLemma(d, e.Trigger))
}

func headLemma(d *document.Document, i int) string {
	if h := d.Arcs[i].Head; h >= 0 {
		return strings.ToLower(d.Tags[h].Lemma)
	}
	return ""
}

// partSigns tell which parts are filled, and how well.
func (b *builder) partSigns(f *signs.Features) {
	has := map[string]bool{}
	for _, i := range b.g.events {
		e := &b.r.d.Events[i]
		for x := range e.Args {
			a := &e.Args[x]
			role := a.Role
			if strings.HasPrefix(role, sayso.AboutCount) {
				has["a count"], has[role] = true, true
				continue
			}
			has[role] = true
			switch {
			case a.Score >= 0.4 && (role == "place" || role == "time"):
				has[role+" close by"] = true
			case a.Index >= 0 && (role == "agent" || role == "target" || role == "party") && !b.r.d.Actors[a.Index].Actor.Generic:
				has[role+" named"] = true
			}
		}
	}
	for _, p := range []string{"place", "place close by", "time", "time close by", "agent", "agent named", "target", "target named",
		"party", "party named", "weapon", "from", "a count", "count:killed", "count:injured", "count:arrested"} {
		f.AddIf(has[p], "has "+p)
	}
	f.AddIf(!has["place"] && !has["time"] && !has["agent"] && !has["target"] && !has["a count"] && !has["party"], "no part filled")
	if w := b.in.Where; w != nil && has["place"] {
		f.Add("place is a " + string(w.Level))
	}
	f.AddIf(has["time"] && has["place"], "has both place and time")
	f.AddIf(has["agent"] && has["target"], "has both agent and target")
	f.AddIf(has["count:killed"] && has["place close by"] && has["time close by"], "has deaths, place and time")
	f.AddIf(has["agent"] && has["target"] && has["place close by"] && has["time close by"], "has agent, target, place and time")
}

// told reports whether a mention that occurred says by itself who killed,
// seized or attacked whom, where and when, the agent being no crash, court or
// company: a short report says no more than that.
func (b *builder) told() bool {
	d := b.r.d
	if b.m.family(b.g.kind) != "force" && b.g.kind != "abduction" || b.g.status != sayso.StatusOccurred {
		return false
	}
	for _, i := range b.g.events {
		e := &d.Events[i]
		if f := b.r.fact[i]; f != nil && (f.Opinion || f.Generic) || d.Tags[e.Trigger].UPOS != document.VERB {
			continue
		}
		has := map[string]bool{}
		for x := range e.Args {
			a := &e.Args[x]
			close := a.Score >= 0.4 && (a.Role == "place" || a.Role == "time")
			human := a.Role == "agent" && a.Index >= 0 && (armed(d.Actors[a.Index].Actor.Kind) || d.Actors[a.Index].Actor.Kind == sayso.KindUnknown)
			whom := a.Role == "target" && (a.Index >= 0 || b.in.Deaths != nil) || a.Role == sayso.AboutCount+"killed"
			if close || human {
				has[a.Role] = true
			}
			has["whom"] = has["whom"] || whom
		}
		if has["place"] && has["time"] && has["agent"] && has["whom"] {
			return true
		}
	}
	return false
}

// held reports whether a sentence says who protested, where and on what day: in an
// article on politics that may be all that is told of it.
func (b *builder) held() bool {
	if b.g.kind != "protest" || b.g.status != sayso.StatusOccurred {
		return false
	}
	const who, where, when = 1, 2, 4
	d := b.r.d
	told := map[int]int{}
	for _, i := range b.g.events {
		if f := b.r.fact[i]; f != nil && (f.Opinion || f.Generic) {
			continue
		}
		s := d.SentenceOf(d.Events[i].Trigger)
		for x := range d.Events[i].Args {
			a := &d.Events[i].Args[x]
			switch a.Role {
			case "agent", sayso.AboutCount + "participants":
				told[s] |= who
			case "place":
				if a.Score >= 0.4 {
					told[s] |= where
				}
			case "time":
				if w := &d.Times[a.Index].When; a.Score >= 0.4 && w.Earliest.Known() && w.Latest-w.Earliest <= 2 {
					told[s] |= when
				}
			}
		}
		if told[s] == who|where|when {
			return true
		}
	}
	return false
}

// mentionSigns tell how often and where it is mentioned.
func (b *builder) mentionSigns(f *signs.Features) {
	d := b.r.d
	sentences := map[int]bool{}
	title, best := false, 0.0
	for _, i := range b.g.events {
		e := &d.Events[i]
		best = max(best, e.Score)
		if b.r.blockOf(e.Trigger) == document.BlockTitle {
			title = true
			continue
		}
		sentences[d.SentenceOf(e.Trigger)] = true
	}
	if _, body := b.r.placing(b.g); body > brief { // a brief text says nothing twice
		f.Add(bucket("mentions", len(b.g.events), 1, 2, 3, 5))
		f.Add(bucket("sentences that mention it", len(sentences), 0, 1, 2, 4))
	}
	f.AddIf(title, "in the headline")
	f.AddIf(title && len(sentences) == 0, "in the headline alone")
	f.AddValue("score", best)
	f.AddIf(best < 0.45, "score under 0.45")
	f.AddIf(best >= 0.8, "score from 0.8")
	f.AddIf(b.g.dropped > 0, "other mentions are opinion or habit")
}

// placingSigns tell where in the article it comes first, and how old it is.
func (b *builder) placingSigns(f *signs.Features) {
	d := b.r.d
	at, body := b.r.placing(b.g)
	f.Add(bucket("sentence of the body", at, -1, 0, 1, 3, 6, 10, 16))
	if body > 0 && at >= 0 {
		f.Add(bucket("share of the body before it", at*10/body, 1, 4, 7))
	}
	f.AddIf(b.r.pluperfect(b.g), "told in the past perfect")
	w := b.in.When
	switch pub := d.Article.Published; {
	case w == nil:
		f.Add("no date")
	case !w.Latest.Known():
		f.Add("a date not resolved")
	case pub.Known():
		f.Add(bucket("days before publication", int(pub-w.Latest), -1, 0, 3, 10, 30, 365))
	default:
		f.Add("a date, publication unknown")
	}
	if w != nil {
		words := strings.ToLower(w.Words)
		for _, p := range []string{"last", "ago", "earlier", "in ", "previous", "since", "recent", "now", "year", "month"} {
			f.AddIf(strings.Contains(words, p), "date says "+strings.TrimSpace(p))
		}
	}
}

// lead is what is added where the headline or the first sentence of the body tells
// it, main being the log-odds that the article is about it.
func (b *builder) lead(main float64) float64 {
	at, _ := b.r.placing(b.g)
	switch {
	case at > 0 && b.r.blockOf(b.r.d.Events[b.g.events[0]].Trigger) != document.BlockTitle:
		return 0
	case main >= surelyMain:
		return surelyLeadOdds
	}
	return leadOdds
}

// placing is the index of the first mention's sentence counted from the first
// sentence of the body, and the number of sentences of the body.
func (r *reader) placing(g *group) (at, body int) {
	lead := r.opening()
	at = r.d.SentenceOf(r.d.Events[g.events[0]].Trigger) - lead
	for _, i := range g.events {
		if r.blockOf(r.d.Events[i].Trigger) != document.BlockTitle {
			at = r.d.SentenceOf(r.d.Events[i].Trigger) - lead
			break
		}
	}
	return at, len(r.d.Sentences) - lead
}

// factSigns tell how sure the text is and on whose word it stands.
func (b *builder) factSigns(f *signs.Features) {
	top, opinion, generic := -3.0, 0, 0
	for _, i := range b.g.events {
		x := b.r.fact[i]
		if x == nil {
			continue
		}
		top = max(top, x.Certainty)
		if x.Opinion {
			opinion++
		}
		if x.Generic {
			generic++
		}
	}
	f.Add(bucket("certainty in tenths", int(top*10), -5, 5, 12, 20, 26))
	f.Add("status " + string(b.g.status))
	f.AddIf(opinion == len(b.g.events), "all mentions are opinion")
	f.AddIf(opinion > 0, "a mention is opinion")
	f.AddIf(generic == len(b.g.events), "all mentions are habit")
	f.AddIf(generic > 0, "a mention is habit")
	w := b.r.vouched(b.g.best(b.r).Trigger)
	f.AddIf(len(w.chain) > 0, "on somebody's word")
	f.Add("stance " + string(w.stance))
	for i := w.inner; i >= 0; i = b.r.d.Attributions[i].Parent {
		f.AddIf(b.r.d.Attributions[i].Direct, "in quotation marks")
	}
	f.AddIf(b.r.unvouched(b.g.best(b.r).Trigger), "what somebody wants, plans or asks")
}

// unvouched reports whether a token is the content of an attribution whose
// source does not put it forward as so.
func (r *reader) unvouched(t int) bool {
	for _, i := range r.covering(t) {
		if !r.d.Attributions[i].Vouches {
			return true
		}
	}
	return false
}

// bucket names the step of a scale that n falls on: the first step that is not
// under it.
func bucket(name string, n int, steps ...int) string {
	for _, s := range steps {
		if n <= s {
			return fmt.Sprintf("%s: up to %d", name, s)
		}
	}
	return fmt.Sprintf("%s: over %d", name, steps[len(steps)-1])
}

// crowd is what else the article tells, seen from one happening.
type crowd struct {
	all, sameType      int
	twin               bool // an earlier one of the same kind with the same place and day
	sameFamilySentence bool
}
