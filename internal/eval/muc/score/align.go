package score

// Counts are the tallies of the official table.
type Counts struct {
	Cor, Par, Inc, Spu, Mis, Non int
	Room                         int // what could have been wrong, for fallout
}

// Possible is what the key asks for.
func (c Counts) Possible() int { return c.Cor + c.Par + c.Inc + c.Mis }

// Actual is what the response gives.
func (c Counts) Actual() int { return c.Cor + c.Par + c.Inc + c.Spu }

func (c *Counts) add(o Counts) {
	c.Cor, c.Par, c.Inc = c.Cor+o.Cor, c.Par+o.Par, c.Inc+o.Inc
	c.Spu, c.Mis, c.Non, c.Room = c.Spu+o.Spu, c.Mis+o.Mis, c.Non+o.Non, c.Room+o.Room
}

// points is twice the score: two for what is correct, one for what is partial.
func (c Counts) points() int { return 2*c.Cor + c.Par }

// grade compares one fill of a response with one of the key.
func grade(slot int, r, k *Fill, response, key *Template) Grade {
	best := Incorrect
	for _, v := range k.Values {
		best = max(best, gradeValue(slot, r.Values[0], v))
	}
	if best == Correct && len(slots[slot].refs) > 0 && !sameReference(slot, r, k) {
		return Partial
	}
	if best == Incorrect && slots[slot].typed != 0 && shares(r.Values[0], k.Values) && corroborated(slot, r, k, response, key) {
		return Partial
	}
	return best
}

func gradeValue(slot int, r, k string) Grade {
	switch slots[slot].kind {
	case kindString:
		return gradeString(slot, r, []string{k})
	case kindDate:
		return gradeDate(r, k)
	case kindPlace:
		return gradePlace(r, k)
	case kindNumber:
		return gradeNumber(r, k)
	}
	return gradeSet(slot, r, k)
}

// sameReference reports whether the cross-references of two fills are to the
// same filler. Where the key refers to nothing the response may too, or have no
// reference.
func sameReference(slot int, r, k *Fill) bool {
	if k.Refs == nil || len(k.Refs) == 1 && k.Refs[0] == "-" {
		return r.Refs == nil || r.Refs[0] == "-"
	}
	if r.Refs == nil {
		return false
	}
	for _, to := range slots[slot].refs {
		if gradeString(to, r.Refs[0], k.Refs) == Correct {
			return true
		}
	}
	return false
}

// corroborated reports whether the response gives the string r the type that
// the key gives the string k (3.1.1.2).
func corroborated(slot int, r, k *Fill, response, key *Template) bool {
	for i := range response.Fills[slots[slot].typed] {
		a := &response.Fills[slots[slot].typed][i]
		if a.Refs == nil || a.Refs[0] != r.Values[0] {
			continue
		}
		for j := range key.Fills[slots[slot].typed] {
			b := &key.Fills[slots[slot].typed][j]
			if b.Refs == nil || !anyOf(b.Refs, k.Values) {
				continue
			}
			for _, v := range b.Values {
				if gradeSet(slots[slot].typed, a.Values[0], v) == Correct {
					return true
				}
			}
		}
	}
	return false
}

func anyOf(a, b []string) bool {
	for _, x := range a {
		if holds(b, x) {
			return true
		}
	}
	return false
}

// scoreSlot pairs the fills of a slot and counts. Fills that match are paired
// first; of what is left, a response stands against a key as incorrect.
func scoreSlot(slot int, response, key *Template) Counts {
	r, k := response.Fills[slot], key.Fills[slot]
	c := Counts{Room: max(0, slots[slot].size-required(k))}
	if len(r) == 0 && required(k) == 0 {
		c.Non = max(1, len(k))
		return c
	}
	worth := make([][]int, len(r))
	for i := range r {
		worth[i] = make([]int, len(k))
		for j := range k {
			if g := grade(slot, &r[i], &k[j], response, key); g > Incorrect {
				worth[i][j] = 1000 * int(g)
				if !k[j].Optional {
					worth[i][j]++
				}
			}
		}
	}
	used := make([]bool, len(k))
	left := 0
	for i, j := range assign(worth) {
		switch {
		case j < 0:
			left++
		default:
			used[j] = true
			if worth[i][j] >= 2000 {
				c.Cor++
			} else {
				c.Par++
			}
		}
	}
	c.rest(k, used, left)
	return c
}

// rest counts the responses that matched nothing against the keys that nothing
// matched: incorrect in pairs, spurious or missing beyond.
func (c *Counts) rest(k []Fill, used []bool, left int) {
	for _, optional := range []bool{false, true} {
		for j := range k {
			switch {
			case used[j] || k[j].Optional != optional:
			case left > 0:
				left--
				c.Inc++
			case !optional:
				c.Mis++
			}
		}
	}
	c.Spu += left
}

func required(k []Fill) int {
	n := 0
	for i := range k {
		if !k[i].Optional {
			n++
		}
	}
	return n
}

// scoreTemplate scores the slots of a response mapped to a key; nil for either
// is a template that is spurious or missing.
func scoreTemplate(response, key *Template) [SlotCount]Counts {
	var out [SlotCount]Counts
	for s := Date; s < SlotCount; s++ {
		switch {
		case response == nil:
			n := required(key.Fills[s])
			out[s] = Counts{Mis: n, Room: max(0, slots[s].size-n)}
		case key == nil:
			out[s] = Counts{Spu: len(response.Fills[s])}
		default:
			out[s] = scoreSlot(s, response, key)
		}
	}
	return out
}

// mapTemplates pairs the responses of a message with its keys; -1 is none.
func mapTemplates(responses, keys []*Template) []int {
	worth := make([][]int, len(responses))
	for i, r := range responses {
		worth[i] = make([]int, len(keys))
		for j, k := range keys {
			if sameType(r, k) {
				total := 0
				for _, c := range scoreTemplate(r, k) {
					total += c.points()
				}
				worth[i][j] = total
			}
		}
	}
	return assign(worth)
}

func sameType(r, k *Template) bool {
	if len(r.Fills[Type]) == 0 || len(k.Fills[Type]) == 0 {
		return false
	}
	return grade(Type, &r.Fills[Type][0], &k.Fills[Type][0], r, k) > Incorrect
}

// Compare grades a string against the alternatives of a key's fill.
func Compare(slot int, response string, key *Fill) Grade {
	return gradeString(slot, response, key.Values)
}

// CompareValue grades a value of any slot against the alternatives of a key's
// fill, whatever it refers to.
func CompareValue(slot int, response string, key *Fill) Grade {
	best := Incorrect
	for _, v := range key.Values {
		best = max(best, gradeValue(slot, response, v))
	}
	return best
}
