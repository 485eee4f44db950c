package assemble

import (
	"slices"
	"strings"

	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// regroup puts the mentions that likely tell of one happening together, going
// through the text: each joins the happening that its mentions fit best on
// average, of the same family, or begins one. Where nothing has been learnt,
// the groups are those of the event stage.
func (r *reader) regroup(m *models) []int {
	same := make([]int, len(r.d.Events))
	for i := range same {
		same[i] = r.d.Events[i].Same
	}
	if m.retold == nil {
		return same
	}
	var clusters [][]int
	for i := range r.d.Events {
		best, score, each := -1, r.joinsFrom(i, clusters), []float64(nil)
		for c := range clusters {
			s, odds, ok := r.fits(m, i, clusters[c])
			if ok && r.inOneBreath(i, clusters[c]) {
				best, each = c, odds
				break
			}
			if ok && s >= score && !r.ofRival(i, clusters, c) && !r.ofOtherManner(i, clusters, c) {
				best, score, each = c, s, odds
			}
		}
		if best < 0 {
			clusters = append(clusters, []int{i})
			continue
		}
		r.tie(i, compared(clusters[best]), each)
		clusters[best] = append(clusters[best], i)
	}
	for _, c := range clusters {
		for _, i := range c {
			same[i] = c[0]
		}
	}
	return same
}

// retoldFrom is the mean log-odds from which a mention joins a happening, backFrom
// those for a noun that points back and has one happening of its type to point to.
const (
	retoldFrom = -0.5
	backFrom   = -1.5
)

// joinsFrom is the log-odds from which mention i joins a happening: low ones for "the
// air strike took place in Sake" where one air strike alone has been told of.
func (r *reader) joinsFrom(i int, clusters [][]int) float64 {
	e := &r.d.Events[i]
	if !e.Traits.Has(document.TraitDefinite) || e.Traits.Has(document.TraitGeneral) || r.d.Tags[e.Trigger].XPOS == document.NNS || !r.settled(e.Trigger) || r.saysOfIt(e) {
		return retoldFrom
	}
	n := 0
	for _, c := range clusters {
		if slices.ContainsFunc(c, func(k int) bool { return ownKind(&r.d.Events[k]) == ownKind(e) }) {
			n++
		}
	}
	if n == 1 {
		return backFrom
	}
	return retoldFrom
}

// fits is the mean log-odds that mention i tells of the same as those of a
// happening, and each of them; not ok where their families differ or they lie
// too far apart.
func (r *reader) fits(m *models, i int, cluster []int) (mean float64, each []float64, ok bool) {
	x, y := r.d.Events[i].Type, r.d.Events[cluster[0]].Type
	if m.family(x) != m.family(y) || (x == "release") != (y == "release") || i-cluster[len(cluster)-1] > farMention || r.apart(i, cluster) {
		return 0, nil, false // who is let go was seized before
	}
	sum := 0.0
	for _, k := range compared(cluster) {
		each = append(each, m.retold.Score(r.retoldSigns(m, i, k)))
		sum += each[len(each)-1]
	}
	return sum / float64(len(each)), each, true
}

// apart reports whether the words, or the dates of a chronicle, set a mention apart
// from one of a happening, or who takes part does.
func (r *reader) apart(i int, cluster []int) bool {
	return slices.ContainsFunc(cluster, func(k int) bool {
		return slices.Contains(r.d.Events[i].Apart, k) || r.d.EntriesPart(r.entries, r.d.Events[i].Trigger, r.d.Events[k].Trigger)
	}) ||
		r.hitsOwnMission(i, cluster) || r.otherTown(i, cluster) || r.oneMore(i, cluster) || r.otherThanOccasion(i, cluster)
}

// compared are the mentions of a happening that a further one is compared with.
func compared(cluster []int) []int { return cluster[max(0, len(cluster)-mostCompared):] }

// A mention is compared with at most mostCompared of a happening, and with none
// whose last stands farMention mentions before it, so that the work grows with
// the length of a text and not with its square.
const (
	mostCompared = 12
	farMention   = 150
)

// Retelling is two mentions of one family, the later first.
type Retelling struct {
	Later, Earlier int // indices into Document.Events
	Signs          signs.Features
}

// settled reports whether a noun is the subject of a verb that only says when or where
// something was: "the strike took place", "the strike follows".
func (r *reader) settled(noun int) bool {
	h := int(r.d.Arcs[noun].Head)
	if h < 0 || r.d.Tags[noun].UPOS != document.NOUN || r.d.Arcs[noun].Rel != document.Nsubj {
		return false
	}
	switch strings.ToLower(r.d.Tags[h].Lemma) {
	case "occur", "happen", "unfold", "follow", "come", "begin", "last":
		return true
	case "take":
		return h+1 < len(r.d.Tokens) && strings.EqualFold(r.d.Word(h+1), "place")
	}
	return false
}

// saysOfIt reports whether a mention says itself who did it or whom it befell: "the hijacking of
// the Valor" points to no other ship.
func (r *reader) saysOfIt(e *document.Event) bool {
	return slices.ContainsFunc(e.Args, func(g document.Argument) bool {
		return (g.Role == "agent" || g.Role == "target" || g.Role == "party") && !r.sceneOf(r.headOf(g.Range))
	})
}
