package fuse

import (
	"fmt"
	"slices"
	"strings"

	"sayso"
)

func isCount(field string) bool { return strings.HasPrefix(field, sayso.AboutCount) }

// chooser chooses the values of fields.
type chooser struct {
	*Pool
	rules   *Rules
	support Support
	killed  *sayso.Count // the number of people killed that was chosen
}

const killed = sayso.AboutCount + "killed"

// best makes the number chosen by the rule the best figure of deaths.
func (c *chooser) best(out *sayso.Incident) {
	f := own(out, killed)
	if out.Deaths == nil || c.killed == nil || f == nil {
		return
	}
	n := c.killed.Low()
	out.Deaths.Best, out.Deaths.BestClaims = &n, f.For
}

// fill chooses type, status, days and places and tells for each field how.
func (c *chooser) fill(out *sayso.Incident) {
	lead := c.members[0].In
	out.Type, out.Status = lead.Type, lead.Status
	for _, name := range c.fields() {
		f, from := c.field(name)
		in := c.members[from].In
		switch name {
		case killed:
			c.killed = number(name, in)
		case "type":
			out.Type = in.Type
		case "status":
			out.Status = in.Status
		case "when":
			out.When = copyWhen(in.When, c.elsewhere(from))
		case "where":
			out.Where = copyPlace(in.Where, c.elsewhere(from))
		case "from":
			out.From = copyPlace(in.From, c.elsewhere(from))
		}
		out.Fields = append(out.Fields, f)
	}
	c.bare(out)
}

// bare fills in values that reports carry without a field that tells of them.
func (c *chooser) bare(out *sayso.Incident) {
	for i, m := range c.members {
		if out.When == nil {
			out.When = copyWhen(m.In.When, c.elsewhere(i))
		}
		if out.Where == nil {
			out.Where = copyPlace(m.In.Where, c.elsewhere(i))
		}
		if out.From == nil {
			out.From = copyPlace(m.In.From, c.elsewhere(i))
		}
	}
}

// copyWhen copies a value; its span points into its own article, and is kept
// for the leading article alone, into which the incident's spans point.
func copyWhen(w *sayso.When, elsewhere bool) *sayso.When {
	if w == nil {
		return nil
	}
	out := *w
	if elsewhere {
		out.Span = sayso.Span{}
	}
	return &out
}

func copyPlace(p *sayso.Place, elsewhere bool) *sayso.Place {
	if p == nil {
		return nil
	}
	out := *p
	if elsewhere {
		out.Span = sayso.Span{}
	}
	return &out
}

// fields are the names of all fields, in the order in which reports give them.
func (c *chooser) fields() []string {
	var out []string
	for _, m := range c.members {
		for i := range m.In.Fields {
			if !slices.Contains(out, m.In.Fields[i].Name) {
				out = append(out, m.In.Fields[i].Name)
			}
		}
	}
	return out
}

func own(in *sayso.Incident, name string) *sayso.Field {
	for i := range in.Fields {
		if in.Fields[i].Name == name {
			return &in.Fields[i]
		}
	}
	return nil
}

// field chooses the value of a field and returns the member that it was taken
// from.
func (c *chooser) field(name string) (sayso.Field, int) {
	all, given := c.candidates(name)
	rule := c.rules.of(name)
	chosen := &all[rule.choose(all)]
	f := sayso.Field{Name: name, Value: chosen.Value, For: []int{}, Against: []int{}}
	for i := range c.members {
		x := own(c.members[i].In, name)
		switch {
		case x == nil:
		case slices.Contains(chosen.members, i):
			f.For, f.Against = append(f.For, c.all(i, x.For)...), append(f.Against, c.all(i, x.Against)...)
		case c.held(name, i, all, chosen):
			f.Changed = append(f.Changed, c.all(i, x.For)...)
		default:
			f.Against = append(f.Against, c.all(i, x.For)...)
		}
	}
	f.Rule, f.Why = fmt.Sprintf("%s; %d of %d reports agree", rule.Name, len(chosen.members), given), own(c.members[chosen.lead].In, name).Why
	return f, chosen.lead
}

// candidates are the values that reports give of a field, and the number of
// reports that give one.
func (c *chooser) candidates(name string) (all []Candidate, given int) {
	for i, m := range c.members {
		x := own(m.In, name)
		if x == nil {
			continue
		}
		given++
		if slices.ContainsFunc(all, func(k Candidate) bool { return c.equal(name, k.lead, i) }) {
			continue
		}
		k := Candidate{Value: x.Value, First: sayso.NoDay, Last: sayso.NoDay, lead: i}
		if w := m.In.When; name == "when" && w != nil {
			k.Precision = precision(w)
		}
		if p := c.place(name, m.In); p != nil {
			k.Level = levels[p.Level]
		}
		all = append(all, k)
	}
	for n := range all {
		c.count(name, &all[n])
	}
	return all, given
}

// count counts what speaks for a candidate.
func (c *chooser) count(name string, k *Candidate) {
	var claims []int
	for i, m := range c.members {
		x := own(m.In, name)
		if x == nil || !c.agrees(name, k.lead, i) {
			continue
		}
		k.members = append(k.members, i)
		claims = append(claims, c.all(i, x.For)...)
		if day := m.Record.Published; day.Known() {
			if !k.First.Known() || day < k.First {
				k.First = day
			}
			k.Last = max(k.Last, day)
		}
	}
	k.Reports, k.Origins = len(k.members), c.support(claims)
}

// held reports whether the number that member i gives is what held earlier: the
// chosen one is higher, and nobody gave the member's when it was told or since.
func (c *chooser) held(name string, i int, all []Candidate, chosen *Candidate) bool {
	if !isCount(name) {
		return false
	}
	k := slices.IndexFunc(all, func(k Candidate) bool { return c.equal(name, k.lead, i) })
	last := all[k].Last
	if !last.Known() || !chosen.First.Known() || last >= chosen.First {
		return false
	}
	was, is := number(name, c.members[i].In), number(name, c.members[chosen.lead].In)
	return was != nil && is != nil && was.Low() < is.Low()
}

// number is the count that a field of counts is about.
func number(name string, in *sayso.Incident) *sayso.Count {
	what := strings.TrimPrefix(name, sayso.AboutCount)
	for i := range in.Counts {
		if in.Counts[i].What == what {
			return &in.Counts[i]
		}
	}
	return nil
}

func (c *chooser) place(name string, in *sayso.Incident) *sayso.Place {
	switch name {
	case "where":
		return in.Where
	case "from":
		return in.From
	}
	return nil
}

var levels = map[sayso.Level]int{sayso.LevelSite: 4, sayso.LevelTown: 3, sayso.LevelRegion: 2, sayso.LevelCountry: 1}

// precision is more for fewer days; 0 where an end is open.
func precision(w *sayso.When) int {
	if !w.Earliest.Known() || !w.Latest.Known() {
		return 0
	}
	return 1_000_000 - int(w.Latest-w.Earliest)
}

// equal reports whether two members give the same value of a field.
func (c *chooser) equal(name string, i, k int) bool {
	a, b := c.members[i].In, c.members[k].In
	switch {
	case name == "when" && a.When != nil && b.When != nil && (a.When.Earliest.Known() || b.When.Earliest.Known()):
		return a.When.Earliest == b.When.Earliest && a.When.Latest == b.When.Latest
	case c.place(name, a) != nil && c.place(name, b) != nil:
		return sayso.FoldName(c.place(name, a).Name) == sayso.FoldName(c.place(name, b).Name)
	}
	return sayso.FoldName(own(a, name).Value) == sayso.FoldName(own(b, name).Value)
}

// agrees reports whether member k's value of a field speaks for member i's: it
// is equal, or the days share one, or the places are one.
func (c *chooser) agrees(name string, i, k int) bool {
	a, b := c.members[i].In, c.members[k].In
	if name == "when" && a.When != nil && b.When != nil && precision(a.When) > 0 && precision(b.When) > 0 {
		return a.When.Earliest <= b.When.Latest && b.When.Earliest <= a.When.Latest
	}
	if x, y := c.place(name, a), c.place(name, b); x != nil && y != nil {
		return x.Same(y) || holds(x, y) || holds(y, x)
	}
	return c.equal(name, i, k)
}

// holds reports whether a place is the country or region that the other lies in.
func holds(wide, narrow *sayso.Place) bool {
	if levels[wide.Level] >= levels[narrow.Level] || wide.Country == "" || wide.Country != narrow.Country {
		return false
	}
	return wide.Level == sayso.LevelCountry || wide.Level == sayso.LevelRegion && wide.Admin1 != "" && wide.Admin1 == narrow.Admin1
}
