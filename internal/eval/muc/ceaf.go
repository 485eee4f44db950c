package muc

import (
	"strings"
	"unicode"

	"sayso/internal/eval/muc/score"
)

// roles are those of role-filler entity extraction, with the slots that fill
// them. A victim who is only described is one too.
var roles = []struct {
	name  string
	slots []int
}{
	{"perp_ind", []int{score.IndividualID}},
	{"perp_org", []int{score.OrganizationID}},
	{"target", []int{score.PhysicalID}},
	{"victim", []int{score.HumanName, score.HumanDescription}},
	{"weapon", []int{score.InstrumentID}},
}

// pairs counts entities: those of the key, those found, those that match.
type pairs struct{ gold, found, match int }

func (p *pairs) f() float64 {
	if p.gold+p.found == 0 {
		return 0
	}
	return 200 * float64(p.match) / float64(p.gold+p.found)
}

// ceaf is CEAF-REE: entities of a message and role, one to one, matched where
// every mention of the one found is a mention of the key's (phi strict).
type ceaf struct {
	all    pairs
	byRole []pairs
}

func ceafREE(responses, keys *score.Set) ceaf {
	c := ceaf{byRole: make([]pairs, len(roles))}
	for _, m := range keys.Messages {
		for i := range roles {
			gold := entities(keys.Templates[m], roles[i].slots)
			found := entities(responses.Templates[m], roles[i].slots)
			p := &c.byRole[i]
			p.gold, p.found, p.match = p.gold+len(gold), p.found+len(found), p.match+matches(found, gold)
		}
	}
	for _, p := range c.byRole {
		c.all.gold, c.all.found, c.all.match = c.all.gold+p.gold, c.all.found+p.found, c.all.match+p.match
	}
	return c
}

// entities are the fillers of a role over all templates of a message, each with
// its alternatives; fillers that share one are the same. The description of
// somebody named is no entity of its own.
func entities(templates []*score.Template, slots []int) []map[string]bool {
	var out []map[string]bool
	for _, t := range templates {
		for _, s := range slots {
			for i := range t.Fills[s] {
				f := &t.Fills[s][i]
				if s == score.HumanDescription && f.Refs != nil && f.Refs[0] != "-" {
					continue
				}
				add(&out, f.Values)
			}
		}
	}
	return out
}

func add(all *[]map[string]bool, values []string) {
	e := map[string]bool{}
	for _, v := range values {
		if v = plain(v); v != "" {
			e[v] = true
		}
	}
	if len(e) == 0 {
		return
	}
	for _, o := range *all {
		for v := range e {
			if o[v] {
				for w := range e {
					o[w] = true
				}
				return
			}
		}
	}
	*all = append(*all, e)
}

// plain is a string in lower case without marks and articles.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) || unicode.IsSymbol(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	var out []string
	for _, w := range strings.Fields(s) {
		if w != "a" && w != "an" && w != "the" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// matches pairs entities one to one so that most match (augmenting paths).
func matches(found, gold []map[string]bool) int {
	owner := make([]int, len(gold))
	for j := range owner {
		owner[j] = -1
	}
	n := 0
	for i := range found {
		if augment(i, found, gold, owner, make([]bool, len(gold))) {
			n++
		}
	}
	return n
}

func augment(i int, found, gold []map[string]bool, owner []int, seen []bool) bool {
	for j := range gold {
		if seen[j] || !inside(found[i], gold[j]) {
			continue
		}
		seen[j] = true
		if owner[j] < 0 || augment(owner[j], found, gold, owner, seen) {
			owner[j] = i
			return true
		}
	}
	return false
}

func inside(part, whole map[string]bool) bool {
	for v := range part {
		if !whole[v] {
			return false
		}
	}
	return true
}
