package assemble

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/document"
)

// actors keeps those who likely take part, once each under the fullest name,
// with a claim for each agent and party on each word that names it.
func (b *builder) actors() {
	b.cast = b.actorOptions()
	b.named = map[int][]document.Range{}
	for _, i := range b.opposite(b.cast, b.likeliest(b.cast)) {
		o := &b.cast[i]
		a := *o.Actor
		k := b.known(&a)
		if k < 0 {
			k = b.worded(&a)
		}
		if k < 0 && b.itself(&a) {
			continue
		}
		if k < 0 {
			k = len(b.in.Actors)
			b.in.Actors = append(b.in.Actors, a)
		} else if a.Role != b.in.Actors[k].Role {
			continue
		}
		if a.Role == sayso.RoleTarget {
			continue
		}
		for _, p := range o.parts {
			b.named[k] = append(b.named[k], p.at)
		}
	}
	b.ofWhole()
	b.responsibility()
}

// whyTakes explains by the likeliest option of a name why somebody takes part.
func (b *builder) whyTakes(a *sayso.Actor) *sayso.Explanation {
	var best *Option
	for i := range b.cast {
		o := &b.cast[i]
		if o.Actor.Role == a.Role && sameActor(o.Actor, a) && (best == nil || b.m.actor.Score(o.Signs) > b.m.actor.Score(best.Signs)) {
			best = o
		}
	}
	if best == nil {
		return nil
	}
	return weighed(b.m.actor, best.Signs, best.mark, "how likely as "+string(a.Role))
}

// castScore is how likely an actor takes part, by the best option of its name.
func (b *builder) castScore(a *sayso.Actor) float64 {
	best := -9.0
	for i := range b.cast {
		if x := b.cast[i].Actor; x.Role == a.Role && sameActor(x, a) {
			best = max(best, b.m.actor.Score(b.cast[i].Signs))
		}
	}
	return best
}

// likeliest lists the options that are likely enough, the likeliest first: of
// each side the likeliest from a low mark, others from a higher one; where
// nothing has been learnt, those that the event stage has.
func (b *builder) likeliest(options []Option) []int {
	var all, out []int
	score := make([]float64, len(options))
	for i := range options {
		score[i] = b.m.actor.Score(options[i].Signs)
		all = append(all, i)
	}
	slices.SortStableFunc(all, func(x, y int) int { return cmp.Compare(score[y], score[x]) })
	filled := map[bool]bool{}
	for _, i := range all {
		side := options[i].Actor.Role == sayso.RoleTarget
		low := b.takenFrom(&options[i], filled[side])
		from := low
		if a := options[i].Actor; side && a.Kind == sayso.KindPerson && !a.Generic && !options[i].argument {
			from = max(from, personFrom)
		}
		if !street(b.g.kind) && b.r.convicted(&options[i]) {
			from = convictedFrom
		}
		options[i].mark = from
		if b.outOfIt(&options[i]) {
			filled[side] = filled[side] || score[i] >= low
			continue
		}
		if b.m.actor != nil && score[i] >= from || b.m.actor == nil && options[i].argument {
			out = append(out, i)
		}
		filled[side] = filled[side] || score[i] >= low // nobody less likely takes the place of one left out
	}
	return out
}

// takenFrom is the mark of an option: of the likeliest of a side, or of another
// besides.
func (b *builder) takenFrom(o *Option, further bool) float64 {
	switch side := o.Actor.Role == sayso.RoleTarget; {
	case o.Actor.Role != sayso.RoleParty && !o.argument && b.g.kind == "armed-clash" && len(b.arguments("party")) > 0:
		return strangerFrom
	case o.Actor.Role == sayso.RoleAgent && !o.argument && o.Actor.Kind == sayso.KindPerson && !o.Actor.Generic && len(b.arguments("agent")) > 0:
		return strangerFrom
	case side && b.answeredTo(o):
		return answeredFrom
	case further && side && o.near() && !b.harmedBeside(o):
		return furtherTarget
	case further:
		return furtherFrom
	case !o.argument && !side:
		return besideFrom
	case side && !o.near():
		return afarFrom
	}
	return actorFrom
}

// answeredTo reports whether the event stage has somebody of another sentence for a
// target, as whom a happening answers: "Youths threw stones. Police responded with tear gas".
func (b *builder) answeredTo(o *Option) bool {
	return o.argument && slices.ContainsFunc(o.parts, func(p part) bool {
		return p.from == "argument" && b.r.d.SentenceOf(p.head) != b.r.d.SentenceOf(p.event.Trigger)
	})
}

// near reports whether a sentence of the mentions names somebody, or another
// happening of the family has them.
func (o *Option) near() bool {
	return slices.ContainsFunc(o.parts, func(p part) bool { return p.from != "around" })
}

// actorFrom is the log-odds from which the likeliest actor of a side takes part,
// besideFrom those for a doer whom the event stage does not have: better nobody
// than somebody who only stood near. furtherFrom are those from which another
// does besides, and furtherTarget those for a target whom a sentence of the
// mentions names: many suffer from one happening where few do it. afarFrom are
// those for a target whom none names, personFrom those for one known by name whom
// the event stage does not have: to say nothing of somebody is better than to say
// what is false. strangerFrom are those for one who only stands near a clash whose
// sides are told, or who is known by name where the words name another doer, convictedFrom those for one whom a court found to have done it,
// answeredFrom those for whom the words answer, whom few learnt from stand so far off.
const (
	actorFrom     = -1.2
	afarFrom      = -0.4
	furtherFrom   = -0.2
	furtherTarget = -0.6
	besideFrom    = -0.6
	personFrom    = -0.4
	strangerFrom  = 1
	convictedFrom = -4
	answeredFrom  = -3
)

// harmedBeside reports whether an option that the event stage does not have is one
// whom another happening befalls: the villagers of "arrested for killing villagers".
func (b *builder) harmedBeside(o *Option) bool {
	if o.argument {
		return false
	}
	for i := range b.r.d.Events {
		if b.g.has(i) {
			continue
		}
		for x := range b.r.d.Events[i].Args {
			g := &b.r.d.Events[i].Args[x]
			if g.Role == "target" && slices.ContainsFunc(o.parts, func(p part) bool { return p.at == g.Range }) {
				return true
			}
		}
	}
	return false
}

// actor is the actor of an argument; the place or thing itself where no actor
// was recognised.
func (b *builder) actor(g *document.Argument) sayso.Actor {
	d := b.r.d
	if g.Index >= 0 && g.Index < len(d.Actors) {
		a := b.r.mentioned(g.Index)
		a.Role, a.Span = sayso.Role(g.Role), d.SpanOf(g.Range)
		if a.Name == "" {
			a.Name = d.Words(d.Actors[g.Index].Range)
		}
		return a
	}
	a := sayso.Actor{Role: sayso.Role(g.Role), Name: d.Words(g.Range), Generic: true, Kind: sayso.KindUnknown, Span: d.SpanOf(g.Range)}
	if n := b.r.thing(g.Range); n >= 0 {
		named := d.Actors[n].Actor
		named.Role, named.Span = a.Role, a.Span
		return named
	}
	for i := range d.Toponyms {
		if t := &d.Toponyms[i]; t.Range == g.Range {
			if w := d.Word(t.End - 1); t.Demonym && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
				a.Country, a.Kind = t.Place.Country, sayso.KindCivilians // two Serbs are not Serbia
				return a
			}
			a.Name, a.Country, a.Generic = b.country(t), t.Place.Country, false
			if t.Place.Level == sayso.LevelCountry || t.Demonym {
				a.Kind = sayso.KindState
			}
		}
	}
	return a
}

// country turns "Israeli" into the name of the country: as the text has it, else as
// the table of countries does.
func (b *builder) country(t *document.Toponym) string {
	if !t.Demonym {
		return b.r.d.Words(t.Range)
	}
	for i := range b.r.d.Toponyms {
		o := &b.r.d.Toponyms[i]
		if !o.Demonym && o.Place.Level == sayso.LevelCountry && o.Place.Country != "" && o.Place.Country == t.Place.Country {
			return b.r.d.Words(o.Range)
		}
	}
	if c := b.m.types.Country(t.Place.Country); c != nil {
		return c.Name
	}
	return b.r.d.Words(t.Range)
}

// known returns the index of the actor among those read, or -1: by canonical
// id, else by name.
func (b *builder) known(a *sayso.Actor) int {
	for i := range b.in.Actors {
		o := &b.in.Actors[i]
		if a.ID != "" && a.ID == o.ID {
			return i
		}
		x, y := strings.ToLower(a.Name), strings.ToLower(o.Name)
		if x == y || o.Role == a.Role && (strings.HasSuffix(x, " "+y) || strings.HasSuffix(y, " "+x)) {
			if len(a.Name) > len(o.Name) && o.Role == a.Role && o.ID == "" {
				o.Name, o.Span = a.Name, a.Span
			}
			return i
		}
	}
	return -1
}

// worded is the index of an actor of the same side whose words hold all those of
// a, or the reverse, or -1: the "ISIL targets" beside "ISIL", the "pirate" beside
// "Somali pirates", "India" beside "India's navy" is the same told twice.
func (b *builder) worded(a *sayso.Actor) int {
	words := nameWords(a.Name)
	target := a.Role == sayso.RoleTarget
	for i := range b.in.Actors {
		if o := &b.in.Actors[i]; (o.Role == sayso.RoleTarget) == target && !opposing(o.Kind, a.Kind) && !opposing(a.Kind, o.Kind) {
			if others := nameWords(o.Name); amongWords(words, others) || amongWords(others, words) {
				return i
			}
		}
	}
	return -1
}

// opposing reports whether one is of a state and the other of those who may bear its name
// and fight it: the "Pakistan Taliban" are not Pakistan.
func opposing(x, y sayso.ActorKind) bool {
	return official[x] && (y == sayso.KindRebel || y == sayso.KindMilitia)
}

// nameWords are the words of a name or description, in small letters and the
// singular.
func nameWords(name string) []string {
	out := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, w := range out {
		if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			out[i] = w[:len(w)-1]
		}
	}
	return out
}

// onAgent makes what an agent says of itself claimed.
func (b *builder) onAgent(w word, a *sayso.Actor) word {
	if n := len(w.chain); n > 0 && w.stance == sayso.StanceAsserted && b.r.sameSource(&w.chain[n-1], a) {
		w.stance = sayso.StanceClaimed
	}
	return w
}

// responsibility reads who takes or denies responsibility: the source of an
// attribution that claims or denies a mention of the happening.
func (b *builder) responsibility() {
	for _, i := range b.g.events {
		e := &b.r.d.Events[i]
		w := b.r.vouched(e.Trigger)
		if w.inner < 0 || len(w.chain) == 0 || w.stance != sayso.StanceClaimed && w.stance != sayso.StanceDenied || b.r.keepsOff(e.Trigger, b.g.kind) {
			continue
		}
		v := &w.chain[len(w.chain)-1]
		a := sayso.Actor{Role: sayso.RoleAgent, Name: v.Name, ID: v.ActorID, Span: v.Span}
		for k := range b.r.d.Actors {
			if o := &b.r.d.Actors[k]; b.r.d.SpanOf(o.Range).Touches(v.Span) {
				a.Kind, a.Country, a.Generic = o.Actor.Kind, o.Actor.Country, o.Actor.Generic
			}
		}
		words := document.Range{First: e.Trigger, End: e.Trigger + 1}
		if w.stance == sayso.StanceDenied {
			if b.deniesOther(e, v) {
				continue
			}
			if k := b.r.cleansed(w.inner); k >= 0 {
				a = b.r.d.Actors[k].Actor
				a.Role = sayso.RoleAgent
			}
			b.deny = append(b.deny, point{sayso.AboutAgent, a.Name, "agent", &a, []document.Range{words}, 0})
			continue
		}
		k := b.known(&a)
		if k < 0 {
			k = b.worded(&a)
		}
		if k < 0 {
			b.in.Actors = append(b.in.Actors, a)
			k = len(b.in.Actors) - 1
		}
		b.named[k] = append(b.named[k], words)
	}
}

// cleansed is the actor mention of whom a denial speaks by a pronoun, or -1: "her lawyer
// said she had nothing to do with it".
func (r *reader) cleansed(i int) int {
	for _, c := range r.d.Attributions[i].Content {
		for t := c.First; t < c.End; t++ {
			if r.d.Arcs[t].Rel != document.Nsubj {
				continue
			}
			k := r.actorAt(t)
			if k >= 0 && r.d.Tags[t].UPOS == document.PRON && r.d.Actors[k].Actor.Kind == sayso.KindPerson && !r.d.Actors[k].Actor.Generic {
				return k
			}
			return -1
		}
	}
	return -1
}

// deniesOther reports whether what somebody denies is that one of those who are held
// to have done it did so, and not that he did it himself: "the mayor denied that
// protesters took hostages".
func (b *builder) deniesOther(e *document.Event, v *sayso.Voucher) bool {
	for _, f := range b.arguments("agent") {
		if b.r.voice[f.event.Trigger] != b.r.voice[e.Trigger] {
			continue
		}
		if a := b.actor(f.arg); !b.r.sameSource(v, &a) && b.known(&a) >= 0 {
			return true
		}
	}
	return false
}

func (b *builder) actorFields() {
	for i := range b.in.Actors {
		a := &b.in.Actors[i]
		var pro, con []int
		for k := range b.in.Claims {
			c := &b.in.Claims[k]
			switch {
			case c.About != sayso.AboutAgent:
			case c.Value == a.Name && c.Stance == sayso.StanceDenied:
				con = append(con, c.N)
			case c.Value == a.Name:
				pro = append(pro, c.N)
			}
		}
		if pro == nil && con == nil {
			pro = b.about(sayso.AboutIncident)
		}
		f := b.field(string(a.Role), a.Name, "likely in that part by what the mentions and the words around say, under the fullest name in the text", pro, con)
		f.Why = b.whyTakes(a)
	}
}
