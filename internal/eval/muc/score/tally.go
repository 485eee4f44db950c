package score

// Result is the scores of a whole set.
type Result struct {
	matched, missing, spurious [SlotCount]Counts // by slot: templates mapped, keys not mapped, responses not mapped
	Messages                   Counts            // text filtering: messages with templates
}

// Run scores responses against keys, message by message. A message that the
// keys do not list is not scored.
func Run(responses, keys *Set) *Result {
	out := &Result{}
	for _, m := range keys.Messages {
		out.message(responses.Templates[m], keys.Templates[m])
	}
	return out
}

// Mapping pairs the responses of a message with its keys: for each response the
// index of the key, or -1.
func Mapping(responses, keys []*Template) []int { return mapTemplates(responses, keys) }

func (x *Result) message(responses, keys []*Template) {
	wanted := 0
	for _, k := range keys {
		if !k.Optional {
			wanted++
		}
	}
	x.filtering(len(responses), wanted, len(keys))
	if len(responses) == 0 && wanted == 0 {
		x.matched[TemplateNumber].Non++
	}
	used := make([]bool, len(keys))
	for i, j := range mapTemplates(responses, keys) {
		if j < 0 {
			x.spurious[TemplateNumber].Spu++
			addAll(&x.spurious, scoreTemplate(responses[i], nil))
			continue
		}
		used[j] = true
		x.matched[TemplateNumber].Cor++
		addAll(&x.matched, scoreTemplate(responses[i], keys[j]))
	}
	for j, k := range keys {
		if !used[j] && !k.Optional {
			x.missing[TemplateNumber].Mis++
			addAll(&x.missing, scoreTemplate(nil, k))
		}
	}
}

// filtering counts messages: relevant and found relevant.
func (x *Result) filtering(responses, wanted, keys int) {
	switch {
	case responses > 0 && keys > 0:
		x.Messages.Cor++
	case responses > 0:
		x.Messages.Spu++
	case wanted > 0:
		x.Messages.Mis++
	default:
		x.Messages.Non++
	}
}

func addAll(to *[SlotCount]Counts, c [SlotCount]Counts) {
	for s := range c {
		to[s].add(c[s])
	}
}

// Slot is the counts of one slot over all templates.
func (x *Result) Slot(s int) Counts {
	c := x.matched[s]
	c.add(x.missing[s])
	c.add(x.spurious[s])
	return c
}

// total adds up the slots that pass, over the parts asked for. The row of the
// template ids is in no total.
func total(pass func(int) bool, parts ...*[SlotCount]Counts) Counts {
	var c Counts
	for _, p := range parts {
		for s := Date; s < SlotCount; s++ {
			if pass(s) {
				c.add(p[s])
			}
		}
	}
	return c
}

func all(int) bool { return true }

// MatchedOnly is the total over templates that are mapped.
func (x *Result) MatchedOnly() Counts { return total(all, &x.matched) }

// MatchedMissing is the total over templates that are mapped or missing.
func (x *Result) MatchedMissing() Counts { return total(all, &x.matched, &x.missing) }

// MatchedSpurious is the total over templates that are mapped or spurious.
func (x *Result) MatchedSpurious() Counts { return total(all, &x.matched, &x.spurious) }

// AllTemplates is the total over all templates, the official measure.
func (x *Result) AllTemplates() Counts { return total(all, &x.matched, &x.missing, &x.spurious) }

func (x *Result) over(pass func(int) bool) Counts {
	return total(pass, &x.matched, &x.missing, &x.spurious)
}

// Recall is in per cent; 0 where nothing is possible.
func (c Counts) Recall() float64 { return percent(c.points(), 2*c.Possible()) }

// Precision is in per cent; 0 where nothing was given.
func (c Counts) Precision() float64 { return percent(c.points(), 2*c.Actual()) }

// Overgeneration is the share of what was given that is spurious.
func (c Counts) Overgeneration() float64 { return percent(c.Spu, c.Actual()) }

// Fallout is the share of what could have been wrong that is, for set fills.
func (c Counts) Fallout() float64 { return percent(c.Inc+c.Spu, c.Room) }

// F weighs recall against precision by beta.
func (c Counts) F(beta float64) float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return (beta*beta + 1) * p * r / (beta*beta*p + r)
}

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}
