package store

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sayso"
)

// Fields are what a correction can be about, with the form of the value. An
// empty value says that the articles do not tell it.
//
//	type      id of an incident type
//	status    occurred, attempted, threatened, denied
//	salience  main, background
//	when      2019-01-27, or a range 2019-01-26/2019-01-28 with either end open
//	where     name of a place; its point comes as Decision.Place
//	from      likewise: where it was launched or came from
//	agent     names, parted by semicolons; likewise target and party
//	count:X   a number of X (killed, injured, …): 3, 3- for at least, -10 for at most, 7-10
var Fields = []string{"type", "status", "salience", "when", "where", "from", "agent", "target", "party", "count:…"}

// Counted are the things that numbers are of.
var Counted = []string{"killed", "injured", "abducted", "arrested", "released", "missing", "displaced", "participants", "attackers",
	"strikes", "weapons-launched", "intercepted", "destroyed"}

// checkValue checks the field and value of a correction.
func checkValue(d *Decision, known Known) error {
	if d.Place != nil && d.Field != "where" && d.Field != "from" {
		return refuse("a place is given for field %s", d.Field)
	}
	one := func(of []string) error {
		if !slices.Contains(of, d.Value) {
			return refuse("%q is no %s: one of %s", d.Value, d.Field, strings.Join(of, ", "))
		}
		return nil
	}
	what, counts := strings.CutPrefix(d.Field, sayso.AboutCount)
	switch {
	case d.Field == "type":
		return one(known.Types)
	case d.Field == "status":
		return one([]string{string(sayso.StatusOccurred), string(sayso.StatusAttempted), string(sayso.StatusThreatened), string(sayso.StatusDenied)})
	case d.Field == "salience":
		return one([]string{string(sayso.SalienceMain), string(sayso.SalienceBackground)})
	case d.Field == "when":
		_, err := days(d.Value)
		return err
	case d.Field == "where" || d.Field == "from":
		if d.Place != nil && d.Place.Name != d.Value {
			return refuse("the value is %q and the place %q", d.Value, d.Place.Name)
		}
		return nil
	case roles[d.Field] != "":
		return nil
	case counts && slices.Contains(Counted, what):
		_, _, err := ends(d.Value)
		return err
	}
	return refuse("there is no field %q to correct: one of %s, where … is one of %s", d.Field, strings.Join(Fields, ", "), strings.Join(Counted, ", "))
}

var roles = map[string]sayso.Role{"agent": sayso.RoleAgent, "target": sayso.RoleTarget, "party": sayso.RoleParty}

// days reads the value of "when"; nil for none.
func days(value string) (*sayso.When, error) {
	if value == "" {
		return nil, nil
	}
	first, last, ranged := strings.Cut(value, "/")
	if !ranged {
		last = first
	}
	a, err := sayso.ParseDay(first)
	b, err2 := sayso.ParseDay(last)
	if err != nil || err2 != nil || !a.Known() && !b.Known() || a.Known() && b.Known() && b < a || len(first) > 10 || len(last) > 10 {
		return nil, refuse("%q is no day and no range of days: 2019-01-27, 2019-01-26/2019-01-28", value)
	}
	w := &sayso.When{Earliest: a, Latest: b, Precision: sayso.PrecisionRange}
	if a == b {
		w.Precision = sayso.PrecisionDay
	}
	return w, nil
}

var number = regexp.MustCompile(`^(\d{1,9})?(-)?(\d{1,9})?$`)

// ends reads the value of a count; both nil for none.
func ends(value string) (low, high *int, err error) {
	if value == "" {
		return nil, nil, nil
	}
	m := number.FindStringSubmatch(value)
	if m == nil || m[1]+m[3] == "" {
		return nil, nil, refuse("%q is no number: 3, 3- for at least, -10 for at most, 7-10", value)
	}
	if n, err := strconv.Atoi(m[1]); err == nil {
		low = &n
	}
	if n, err := strconv.Atoi(m[3]); err == nil {
		high = &n
	}
	if m[2] == "" {
		high = low
	}
	if low != nil && high != nil && *high < *low {
		return nil, nil, refuse("%q ends before it starts", value)
	}
	return low, high, nil
}

// correct makes a claim of the person's and lets it outweigh what was there:
// the claims for the former value are now against, and stay. The incident is told
// anew.
func correct(in *sayso.Incident, d *Decision, a *sayso.Article, span sayso.Span) error {
	person := []sayso.Voucher{{Kind: sayso.VoucherSource, Name: d.By, Named: true}}
	c, err := sayso.NewClaim(a, about(d.Field), sayso.StanceAsserted, person, span)
	if err != nil {
		return fmt.Errorf("decision %s: %w", d.ID, err)
	}
	c.ID, c.Value, c.N = d.ID, d.Value, 1
	for i := range in.Claims {
		c.N = max(c.N, in.Claims[i].N+1)
	}
	in.Claims = append(in.Claims, c)
	if err := setValue(in, d, &c); err != nil {
		return err
	}
	overrule(in, d, c.N)
	in.Summary = in.Sentence()
	return nil
}

// about is what a claim about a field is about.
func about(field string) string {
	switch {
	case field == "where" || field == "from":
		return sayso.AboutPlace
	case field == "when":
		return sayso.AboutTime
	case field == "status":
		return sayso.AboutStatus
	case roles[field] != "":
		return sayso.AboutAgent
	case strings.HasPrefix(field, sayso.AboutCount):
		return field
	}
	return sayso.AboutIncident
}

// ByHand is the rule of a field that a person corrected.
const ByHand = "by hand"

// overrule makes claim n outweigh all others on its field. Those that claim the
// same are for it.
func overrule(in *sayso.Incident, d *Decision, n int) {
	f := sayso.Field{Name: d.Field, Value: d.Value, Rule: ByHand, For: []int{}, Against: []int{}}
	at := slices.IndexFunc(in.Fields, func(f sayso.Field) bool { return f.Name == d.Field })
	var others []int
	for _, x := range in.Fields {
		if x.Name == d.Field {
			others = append(append(others, x.For...), x.Against...)
			f.Changed = append(f.Changed, x.Changed...)
		}
	}
	slices.Sort(others)
	for _, k := range slices.Compact(others) {
		if i := slices.IndexFunc(in.Claims, func(c sayso.Claim) bool { return c.N == k }); i >= 0 && same(in.Claims[i].Value, d.Value) {
			f.For = append(f.For, k)
		} else {
			f.Against = append(f.Against, k)
		}
	}
	f.For = append(f.For, n)
	for i := range in.Origins {
		if slices.ContainsFunc(in.Origins[i].Claims, func(k int) bool { return slices.Contains(f.For, k) }) {
			f.Origins++
		}
	}
	if at < 0 {
		in.Fields = append(in.Fields, f)
		return
	}
	in.Fields[at] = f
	rest := slices.DeleteFunc(slices.Clone(in.Fields[at+1:]), func(x sayso.Field) bool { return x.Name == d.Field })
	in.Fields = append(in.Fields[:at+1], rest...)
}

func same(a, b string) bool { return a != "" && sayso.FoldName(a) == sayso.FoldName(b) }

// setValue sets the value of a field; its words are those of the claim.
func setValue(in *sayso.Incident, d *Decision, c *sayso.Claim) error {
	span := c.Evidence[0]
	if len(in.Articles) != 1 { // spans of an incident point into its leading article
		span = sayso.Span{}
	}
	switch {
	case d.Field == "type":
		in.Type = d.Value
	case d.Field == "status":
		in.Status = sayso.Status(d.Value)
	case d.Field == "salience":
		in.Salience = sayso.Salience(d.Value)
	case d.Field == "when":
		w, err := days(d.Value)
		if w != nil {
			w.Words, w.Span = c.Quote, span
		}
		in.When = w
		return err
	case d.Field == "where":
		in.Where = placeOf(d, span)
	case d.Field == "from":
		in.From = placeOf(d, span)
	case roles[d.Field] != "":
		setActors(in, roles[d.Field], d.Value, span)
	default:
		return setCount(in, d, c, span)
	}
	return nil
}

func placeOf(d *Decision, span sayso.Span) *sayso.Place {
	if d.Value == "" {
		return nil
	}
	p := sayso.Place{Name: d.Value, Level: sayso.LevelTown}
	if d.Place != nil {
		p = *d.Place
	}
	p.Span, p.Chosen, p.Confidence, p.RunnerUp, p.Why = span, ByHand, 0, "", nil
	return &p
}

// setActors puts the actors named in the place of those in the role. One that
// was there keeps what is known of it.
func setActors(in *sayso.Incident, role sayso.Role, names string, span sayso.Span) {
	was := in.Actors
	in.Actors = slices.DeleteFunc(slices.Clone(was), func(a sayso.Actor) bool { return a.Role == role })
	for name := range strings.SplitSeq(names, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		a := sayso.Actor{Role: role, Name: name, Span: span}
		if i := slices.IndexFunc(was, func(a sayso.Actor) bool { return same(a.Name, name) }); i >= 0 {
			a = was[i]
			a.Role = role
		}
		in.Actors = append(in.Actors, a)
	}
}

// setCount sets a number. Others' numbers stay beside it; the range of deaths
// holds them too.
func setCount(in *sayso.Incident, d *Decision, c *sayso.Claim, span sayso.Span) error {
	what := strings.TrimPrefix(d.Field, sayso.AboutCount)
	low, high, err := ends(d.Value)
	if err != nil {
		return err
	}
	if low == nil && high == nil {
		in.Counts = slices.DeleteFunc(in.Counts, func(k sayso.Count) bool { return k.What == what })
	} else {
		in.Counts = slices.Insert(in.Counts, 0, sayso.Count{What: what, Min: low, Max: high, Words: c.Quote, Claim: c.N, Span: span})
	}
	if what == "killed" {
		in.Deaths = deathsBy(in.Deaths, low, high, c.N)
	}
	return nil
}

func deathsBy(was *sayso.Deaths, low, high *int, n int) *sayso.Deaths {
	if low == nil && high == nil {
		return nil
	}
	best := low
	if best == nil {
		best = high
	}
	d := &sayso.Deaths{Low: low, High: high, LowClaims: []int{}, HighClaims: []int{}}
	if low != nil {
		d.LowClaims = []int{n}
	}
	if high != nil {
		d.HighClaims = []int{n}
	}
	if was != nil {
		if was.Low != nil && (low == nil || *was.Low < *low) {
			d.Low, d.LowClaims = was.Low, was.LowClaims
		}
		if was.High != nil && (high == nil || *was.High > *high) {
			d.High, d.HighClaims = was.High, was.HighClaims
		}
	}
	d.Best, d.BestClaims = best, []int{n}
	return d
}
