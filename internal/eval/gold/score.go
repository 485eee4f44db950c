package gold

import (
	"strconv"

	"sayso/internal/eval"
)

// tally is what one article adds to the figures; tallies add up, so that the
// bootstrap need not align again.
type tally struct {
	np, ng, tp          int // main incidents
	npAll, ngAll, tpAll int
	empty, emptyOK      int
	missing             int
	shares              [shareCount][2]int // right, of
	f1s                 [f1Count][3]int    // matched, predicted, gold
	joined              [][2]string        // predicted and gold id of an incident across articles
}

const (
	shareType = iota
	shareStatus
	shareDate
	shareDateOverlap
	sharePlace
	shareSalience
	shareCount
)

var shareNames = [shareCount]string{"type", "status", "date", "date_overlap", "place", "salience"}

const (
	f1Agents = iota
	f1Targets
	f1Counts
	f1Claims
	f1Sourced
	f1About
	f1Count
)

var f1Names = [f1Count]string{"agents", "targets", "counts", "claims", "sourced_claims", "about"}

func (t *tally) add(o *tally) {
	t.np, t.ng, t.tp = t.np+o.np, t.ng+o.ng, t.tp+o.tp
	t.npAll, t.ngAll, t.tpAll = t.npAll+o.npAll, t.ngAll+o.ngAll, t.tpAll+o.tpAll
	t.empty, t.emptyOK, t.missing = t.empty+o.empty, t.emptyOK+o.emptyOK, t.missing+o.missing
	for i := range t.shares {
		t.shares[i][0] += o.shares[i][0]
		t.shares[i][1] += o.shares[i][1]
	}
	for i := range t.f1s {
		for k := range t.f1s[i] {
			t.f1s[i][k] += o.f1s[i][k]
		}
	}
	t.joined = append(t.joined, o.joined...)
}

// tallyOf scores one article.
func tallyOf(c *Coded) tally {
	var t tally
	if c.Missing {
		t.missing++
	}
	if len(c.Gold) == 0 {
		t.empty++
		if len(c.Pred) == 0 {
			t.emptyOK++
		}
	}
	pairs := Align(c)
	t.tpAll, t.npAll, t.ngAll = len(pairs), len(c.Pred), len(c.Gold)
	t.countMain(c, pairs)
	for _, pr := range pairs {
		p, g := &c.Pred[pr.Pred], &c.Gold[pr.Gold]
		if g.Key != "" {
			id := p.Joined
			if id == "" {
				id = c.Article.ID + "\x00" + strconv.Itoa(pr.Pred)
			}
			t.joined = append(t.joined, [2]string{id, g.Key})
		}
		t.fields(p, g)
	}
	return t
}

func (t *tally) countMain(c *Coded, pairs []Pair) {
	onMain, onBackground := map[int]bool{}, map[int]bool{}
	for _, pr := range pairs {
		if c.Gold[pr.Gold].Salience == "background" {
			onBackground[pr.Pred] = true
		} else {
			onMain[pr.Pred] = true
			t.tp++
		}
	}
	for i := range c.Pred {
		if onMain[i] || !onBackground[i] && c.Pred[i].Salience != "background" {
			t.np++
		}
	}
	for i := range c.Gold {
		if c.Gold[i].Salience != "background" {
			t.ng++
		}
	}
}

func (t *tally) fields(p, g *Incident) {
	for k, ok := range [shareCount]bool{
		shareType: p.Type == g.Type, shareStatus: p.Status == g.Status,
		shareDate: DateOK(p.When, g.When), shareDateOverlap: dateRel(p.When, g.When) > 0,
		sharePlace: PlaceOK(p.Where, g.Where), shareSalience: p.Salience == g.Salience,
	} {
		if ok {
			t.shares[k][0]++
		}
		t.shares[k][1]++
	}
	t.count(f1Agents, matched(byRole(p, "agent", "party"), byRole(g, "agent", "party"), ActorOK))
	t.count(f1Targets, matched(byRole(p, "target"), byRole(g, "target"), ActorOK))
	t.count(f1Counts, matched(p.Counts, g.Counts, CountOK))
	t.count(f1About, matched(p.Claims, g.Claims, sameAbout))
	t.count(f1Claims, matched(p.Claims, g.Claims, ClaimOK))
	t.count(f1Sourced, matched(sourced(p.Claims), sourced(g.Claims), ClaimOK))
}

func (t *tally) count(k int, m [3]int) {
	for i := range m {
		t.f1s[k][i] += m[i]
	}
}

// matched pairs each gold item with the first unused prediction that is right.
func matched[T any](ps, gs []T, ok func(p, g *T) bool) [3]int {
	used := make([]bool, len(ps))
	n := 0
	for j := range gs {
		for i := range ps {
			if !used[i] && ok(&ps[i], &gs[j]) {
				used[i] = true
				n++
				break
			}
		}
	}
	return [3]int{n, len(ps), len(gs)}
}

func byRole(inc *Incident, roles ...string) []Actor {
	var out []Actor
	for _, a := range inc.Actors {
		for _, r := range roles {
			if a.Role == r {
				out = append(out, a)
			}
		}
	}
	return out
}

// ActorOK: one name holds the other.
func ActorOK(p, g *Actor) bool { return SameName(p.Name, g.Name) }

// CountOK: the same thing counted, and the same ends.
func CountOK(p, g *Count) bool {
	return p.What == g.What && sameEnd(p.Min, g.Min) && sameEnd(p.Max, g.Max)
}

func sameEnd(a, b *int) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func sameAbout(p, g *Claim) bool { return p.About == g.About }

// ClaimOK reports whether two claims say the same on the same word.
func ClaimOK(p, g *Claim) bool {
	if p.About != g.About || text(p.Stance) != text(g.Stance) || len(p.Chain) != len(g.Chain) {
		return false
	}
	for i := range p.Chain {
		if p.Chain[i].Kind != g.Chain[i].Kind || !SameName(p.Chain[i].Name, g.Chain[i].Name) {
			return false
		}
	}
	return true
}

func sourced(in []Claim) []Claim {
	var out []Claim
	for _, c := range in {
		if s := text(c.Stance); len(c.Chain) > 0 || s != "" && s != "asserted" {
			out = append(out, c)
		}
	}
	return out
}

// F1 gives the harmonic mean, precision and recall of tp right among np
// predicted and ng in gold; nothing predicted of nothing is right.
func F1(tp, np, ng int) (f, p, r float64) {
	if p = 0; np > 0 {
		p = float64(tp) / float64(np)
	} else if ng == 0 {
		p = 1
	}
	if ng > 0 {
		r = float64(tp) / float64(ng)
	} else if np == 0 {
		r = 1
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return f, p, r
}

func share(a, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(a) / float64(n)
}

// figures turns a tally into the figures of score.py, in its order, and
// salience after the other shares.
func (t *tally) figures() []eval.Figure {
	var r eval.Report
	f, p, rec := F1(t.tp, t.np, t.ng)
	r.Add("incident_f1", f)
	r.Add("incident_p", p)
	r.Add("incident_r", rec)
	f, _, _ = F1(t.tpAll, t.npAll, t.ngAll)
	r.Add("incident_f1_with_background", f)
	for i, n := range shareNames {
		r.Add(n, share(t.shares[i][0], t.shares[i][1]))
	}
	for i, n := range f1Names {
		f, _, _ := F1(t.f1s[i][0], t.f1s[i][1], t.f1s[i][2])
		r.Add(n+"_f1", f)
	}
	kept := 1.0
	if t.empty > 0 {
		kept = share(t.emptyOK, t.empty)
	}
	r.Add("empty_articles_kept_empty", kept)
	if len(t.joined) > 0 {
		p, rec := bCubed(t.joined, 0), bCubed(t.joined, 1)
		r.Add("joined_b3_p", p)
		r.Add("joined_b3_r", rec)
		r.Add("joined_b3", 2*p*rec/(p+rec))
	}
	return r.Figures
}

// bCubed is the mean, over items, of the share of its cluster on one side
// that is in its cluster on the other side too.
func bCubed(items [][2]string, side int) float64 {
	one, both := map[string]int{}, map[[2]string]int{}
	for _, x := range items {
		one[x[side]]++
		both[x]++
	}
	sum := 0.0
	for _, x := range items {
		sum += float64(both[x]) / float64(one[x[side]])
	}
	return sum / float64(len(items))
}
