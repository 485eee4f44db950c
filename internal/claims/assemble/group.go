package assemble

import (
	"fmt"
	"slices"
	"strconv"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// reader holds a document with the factuality of each event at hand.
type reader struct {
	d     *document.Document
	fact  []*document.Factuality // by event; nil where none was given
	says  []saying               // who vouches for what; the article itself first
	voice []int                  // by token: the index of its saying
	heads map[int]int            // by head token: the first actor mention that it heads
	bonds []bond                 // by event

	attributive []bool       // by attribution: an attribute that puts somebody's part forward with reserve
	reserve     map[int]bool // the nouns of those
	bearers     *bearers     // whom descriptions stand for
	acquitted   []int        // actor mentions
	entries     *document.Entries
	spans       []distance // what is told by its distance in days from something else
	decades     []distance // the same in months and years
}

func newReader(d *document.Document) *reader {
	r := &reader{d: d, fact: make([]*document.Factuality, len(d.Events)), heads: map[int]int{}, bonds: make([]bond, len(d.Events))}
	for k := range slices.Backward(d.Actors) {
		r.heads[d.Actors[k].Head] = k
	}
	for i := range d.Factuality {
		if e := d.Factuality[i].Event; e >= 0 && e < len(r.fact) {
			r.fact[e] = &d.Factuality[i]
		}
	}
	r.entries = d.Entries()
	r.readReserve()
	r.readSayings()
	r.readBearers()
	r.readAcquitted()
	r.spans, r.decades = r.distances(), r.longDistances()
	return r
}

// group is the mentions of one happening that count.
type group struct {
	events     []int // indices into Document.Events, in text order
	kind       string
	status     sayso.Status
	statusRule string
	dropped    int // mentions left out as opinion or habit
}

// groups returns the happenings that mentions tell of, in text order, those
// of opinion and habit alone included: what is kept is decided later.
func (r *reader) groups(m *models) []group {
	var all []group
	at := map[int]int{}
	same := r.regroup(m)
	for i := range r.d.Events {
		e := &r.d.Events[i]
		k, ok := at[same[i]]
		if !ok {
			k = len(all)
			at[same[i]] = k
			all = append(all, group{kind: e.Type})
		}
		all[k].events = append(all[k].events, i)
	}
	for k := range all {
		all[k].kind = r.kindOf(all[k].events)
		r.leaveOut(&all[k])
		r.settleStatus(&all[k])
	}
	return all
}

// kindOf is the type that most mentions of a happening have, by their scores,
// those that may stand for something more precise, or tell what came of it,
// counting little, and fire that an attack was answered by less; of equals that of
// the first. A type that they took over from
// mentions of another happening alone is none of theirs.
func (r *reader) kindOf(events []int) string {
	kind := r.mostOf(events, func(e *document.Event) string { return e.Type })
	for _, i := range events {
		if ownKind(&r.d.Events[i]) == kind {
			return kind
		}
	}
	return r.mostOf(events, ownKind)
}

// ownKind is the type of a mention by its own words.
func ownKind(e *document.Event) string {
	if e.Told != "" {
		return e.Told
	}
	return e.Type
}

// mostOf is the type that weighs most among mentions.
func (r *reader) mostOf(events []int, kind func(*document.Event) string) string {
	sum := map[string]float64{}
	attacked := r.attacked(events)
	for _, i := range events {
		e := &r.d.Events[i]
		w := e.Score + 0.1
		switch f := r.fact[i]; {
		case f != nil && f.Generic && f.Status != sayso.StatusOccurred && len(events) > 1:
			w *= answerWeight // "lest a helicopter bomb us"
		case attacked && e.Answer:
			w *= answerWeight
		case e.Traits.Has(document.TraitGeneral | document.TraitOutcome): // "killed" may tell of anything
			w *= answerWeight
		case e.Traits.Has(document.TraitGeneral) || e.Traits.Has(document.TraitOutcome):
			w *= generalWeight
		}
		sum[kind(e)] += w
	}
	best := kind(&r.d.Events[events[0]])
	for _, i := range events {
		if t := kind(&r.d.Events[i]); sum[t] > sum[best] {
			best = t
		}
	}
	return best
}

// attacked reports whether a mention tells by its own words of an attack that
// others were not ready for: the shots that were exchanged then are its answer.
func (r *reader) attacked(events []int) bool {
	return slices.ContainsFunc(events, func(i int) bool {
		e := &r.d.Events[i]
		return ownKind(e) == "attack" && !e.Traits.Has(document.TraitOutcome) && !e.Answer
	})
}

// generalWeight is what a general word counts for the type of a happening,
// answerWeight what the fire counts by which an attack is answered.
const (
	generalWeight = 0.2
	answerWeight  = 0.1
)

// leaveOut drops the mentions that are opinion or habit where others are not.
func (r *reader) leaveOut(g *group) {
	real := slices.DeleteFunc(slices.Clone(g.events), func(i int) bool { return r.fact[i] != nil && r.fact[i].Barred })
	if len(real) > 0 {
		g.dropped = len(g.events) - len(real)
		g.events = real
	}
	var kept []int
	for _, i := range g.events {
		if f := r.fact[i]; f == nil || !f.Opinion && !f.Generic {
			kept = append(kept, i)
		}
	}
	if len(kept) > 0 {
		g.dropped += len(g.events) - len(kept)
		g.events = kept
	}
}

// settleStatus takes the status of the mentions: what occurred outweighs what
// was tried, planned or denied, in this order; but what one mention says was tried
// or foiled by force has not occurred for being spoken of as "the attack", unless it is told
// whom it killed or hurt.
func (r *reader) settleStatus(g *group) {
	g.status, g.statusRule = sayso.StatusOccurred, "told as having happened"
	if g.kind == "threat" {
		g.status, g.statusRule = sayso.StatusThreatened, "a threat is about what has not happened yet"
		return
	}
	best, foiled := -1, violent(g.kind) && r.foiled(g)
	for _, i := range g.events {
		if foiled && r.fact[i].Status == sayso.StatusOccurred {
			continue
		}
		s, known := sayso.StatusOccurred, false
		if f := r.fact[i]; f != nil {
			s, known = f.Status, true
		}
		if rank := statusRank(s); rank > best {
			best, g.status = rank, s
			if known && s != sayso.StatusOccurred {
				g.statusRule = fmt.Sprintf("%q is told as %s", r.d.Words(r.d.Events[i].Extent), s)
			}
		}
	}
}

// violent reports whether a type is one of force.
func violent(kind string) bool {
	switch kind {
	case "attack", "bombing", "shelling", "air-strike", "armed-clash", "property-attack":
		return true
	}
	return false
}

// foiled reports whether a mention says that it was tried and failed, and none
// what came of it.
func (r *reader) foiled(g *group) bool {
	tried := false
	for _, i := range g.events {
		f := r.fact[i]
		if f == nil {
			return false
		}
		tried = tried || f.Status == sayso.StatusAttempted
		if f.Status == sayso.StatusOccurred && r.d.Events[i].Traits.Has(document.TraitOutcome) {
			return false
		}
	}
	return tried
}

func statusRank(s sayso.Status) int {
	switch s {
	case sayso.StatusOccurred:
		return 3
	case sayso.StatusAttempted:
		return 2
	case sayso.StatusThreatened:
		return 1
	}
	return 0
}

// best is the mention that reports the happening best: outside the headline,
// with most of its parts filled, early.
func (g *group) best(r *reader) *document.Event {
	best, score := g.events[0], -1.0
	for n, i := range g.events {
		e := &r.d.Events[i]
		s := e.Score - 0.02*float64(n)
		if r.blockOf(e.Trigger) == document.BlockTitle {
			s -= 0.35
		}
		if s > score {
			best, score = i, s
		}
	}
	return &r.d.Events[best]
}

func (r *reader) blockOf(token int) document.BlockKind {
	s := r.d.SentenceOf(token)
	if s < 0 {
		return document.BlockParagraph
	}
	b := r.d.Sentences[s].Block
	if b < 0 || b >= len(r.d.Blocks) {
		return document.BlockParagraph
	}
	return r.d.Blocks[b].Kind
}

// positionKey tells apart two incidents that the same words report.
func (r *reader) positionKey(e *document.Event) string {
	return strconv.Itoa(int(r.d.Tokens[e.Trigger].Start))
}

func (g *group) why(r *reader, m *models) *sayso.Explanation {
	node := sayso.Because(g.kind, fmt.Sprintf("%d mentions tell of it", len(g.events)))
	if len(g.events) == 1 {
		node.Message = "one mention tells of it"
	}
	for _, i := range g.events {
		e := &r.d.Events[i]
		child := sayso.Because(r.d.Words(e.Extent), "mention")
		if first := g.events[0]; i != first && m.retold != nil {
			f := r.retoldSigns(m, i, first)
			child.Children = append(child.Children, sayso.Because(fmt.Sprintf("%.2f", signs.Probability(m.retold.Score(f))),
				"how likely it tells of the same as the first", m.retold.Why(f, whySigns)...))
		}
		for _, w := range []*sayso.Explanation{e.Why, r.factWhy(i)} {
			if w != nil {
				child.Children = append(child.Children, w)
			}
		}
		node.Children = append(node.Children, child)
	}
	if g.dropped > 0 {
		node.Children = append(node.Children, sayso.Because(strconv.Itoa(g.dropped), "mentions left out as opinion or habit"))
	}
	return node
}

// whySigns is how many signs an explanation gives for a mention.
const whySigns = 4

func (r *reader) factWhy(i int) *sayso.Explanation {
	if f := r.fact[i]; f != nil {
		return f.Why
	}
	return nil
}
