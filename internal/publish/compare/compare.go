// Package compare says what differs between two sets of incidents: two exports,
// or what two versions of the program make of the same articles. Which appeared,
// which went, which changed in which field, and why, so that a researcher can
// defend a data set.
//
// Two incidents are the same by id, by a former id, or by words of the same
// article that touch (their ids differ where a version reads the words
// otherwise).
package compare

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso"
)

// Difference is what differs.
type Difference struct {
	Before   string   `json:"before"` // version of the program on each side, "" where it does not say
	After    string   `json:"after"`
	Appeared []Entry  `json:"appeared"`
	Went     []Entry  `json:"went"`
	Changed  []Change `json:"changed"`
	Same     int      `json:"same"`
}

// Entry is an incident of one side alone.
type Entry struct {
	ID      string `json:"id"`
	Summary string `json:"summary"`
	Why     string `json:"why"`
}

// Change is an incident of both sides that differs.
type Change struct {
	ID      string  `json:"id"`            // after
	Was     string  `json:"was,omitempty"` // before, where another
	How     string  `json:"how"`           // by what the two are the same
	Summary string  `json:"summary"`       // after
	Fields  []Field `json:"fields"`        // by name
}

// Field is a field that differs.
type Field struct {
	Name   string   `json:"name"`
	Before string   `json:"before"`
	After  string   `json:"after"`
	Why    []string `json:"why"`
}

// Sets compares two sides.
func Sets(before, after *Set) *Difference {
	unmask(before, after)
	unmask(after, before)
	d := &Difference{Before: before.Version, After: after.Version, Appeared: []Entry{}, Went: []Entry{}, Changed: []Change{}}
	pairs := pair(before, after)
	matched := map[string]bool{}
	for _, id := range keys(before.all) {
		p, ok := pairs[id]
		if !ok {
			d.Went = append(d.Went, Entry{id, before.all[id].summary, gone(before.all[id], after)})
			continue
		}
		matched[p.id] = true
		if fields := differing(before.all[id], after.all[p.id]); len(fields) > 0 {
			c := Change{ID: p.id, How: p.how, Summary: after.all[p.id].summary, Fields: fields}
			if id != p.id {
				c.Was = id
			}
			d.Changed = append(d.Changed, c)
		} else {
			d.Same++
		}
	}
	for _, id := range keys(after.all) {
		if !matched[id] {
			d.Appeared = append(d.Appeared, Entry{id, after.all[id].summary, came(after.all[id], before)})
		}
	}
	return d
}

// unmask gives articles of masked the ids that named has for them: an id that
// names somebody private is another where names are withheld.
func unmask(named, masked *Set) {
	for _, id := range keys(named.Articles) {
		hidden := sayso.ContentID("a", id) // as internal/publish/private makes it
		if masked.Articles[id] || !masked.Articles[hidden] || named.Articles[hidden] {
			continue
		}
		delete(masked.Articles, hidden)
		masked.Articles[id] = true
		for _, t := range masked.all {
			if i := slices.Index(t.articles, hidden); i >= 0 {
				t.articles[i] = id
				sort.Strings(t.articles)
				t.values["articles"] = strings.Join(t.articles, "; ")
			}
		}
	}
}

type match struct{ id, how string }

// pair finds the incident of the other side, surest ways first; each is taken once.
func pair(before, after *Set) map[string]match {
	out, taken := map[string]match{}, map[string]bool{}
	take := func(id, to, how string) {
		if _, ok := out[id]; !ok && !taken[to] {
			out[id], taken[to] = match{to, how}, true
		}
	}
	for _, id := range keys(before.all) {
		if after.all[id] != nil {
			take(id, id, "id")
		}
	}
	for _, id := range keys(after.all) {
		for _, f := range after.all[id].former {
			if before.all[f] != nil {
				take(f, id, "former id")
			}
		}
	}
	byArticle := map[string][]*told{}
	for _, id := range keys(after.all) {
		for _, a := range after.all[id].articles {
			byArticle[a] = append(byArticle[a], after.all[id])
		}
	}
	for _, sameKind := range []bool{true, false} {
		for _, id := range keys(before.all) {
			b := before.all[id]
			for _, a := range b.articles {
				for _, t := range byArticle[a] {
					if b.span.Touches(t.span) && (!sameKind || b.kind == t.kind) {
						take(id, t.id, "words of the same article")
					}
				}
			}
		}
	}
	return out
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func gone(t *told, after *Set) string {
	for _, id := range keys(after.all) {
		if slices.Contains(after.all[id].former, t.id) {
			return "is part of " + id + " now"
		}
	}
	if !slices.ContainsFunc(t.articles, func(a string) bool { return after.Articles[a] }) {
		return "none of its articles is there: " + strings.Join(t.articles, ", ")
	}
	return "its articles are there and tell it no more: " + strings.Join(t.articles, ", ")
}

func came(t *told, before *Set) string {
	if !slices.ContainsFunc(t.articles, func(a string) bool { return before.Articles[a] }) {
		return "none of its articles was there: " + strings.Join(t.articles, ", ")
	}
	return "its articles were there and did not tell it: " + strings.Join(t.articles, ", ")
}

// differing lists the fields that differ, and why.
func differing(a, b *told) []Field {
	names := map[string]bool{}
	for n := range a.values {
		names[n] = true
	}
	for n := range b.values {
		names[n] = true
	}
	var out []Field
	for _, n := range keys(names) {
		if a.values[n] != b.values[n] {
			out = append(out, Field{n, a.values[n], b.values[n], why(n, a, b)})
		}
	}
	return out
}

func why(field string, a, b *told) []string {
	out := []string{}
	name := field
	if r := ruleOf[field]; r != "" {
		name = r
	}
	if x, y := a.rules[name], b.rules[name]; x != y {
		out = append(out, fmt.Sprintf("rule: %q → %q", x, y))
	}
	if x, y := a.read[field], b.read[field]; x != y {
		out = append(out, "read from: "+orNothing(x)+" → "+orNothing(y))
	}
	about := aboutOf[field]
	if strings.HasPrefix(field, sayso.AboutCount) {
		about = field
	}
	for _, c := range without(b.claims[about], a.claims[about]) {
		out = append(out, "claim that came: "+c)
	}
	for _, c := range without(a.claims[about], b.claims[about]) {
		out = append(out, "claim that went: "+c)
	}
	if field != "articles" {
		for _, x := range without(b.articles, a.articles) {
			out = append(out, "article that came: "+x)
		}
		for _, x := range without(a.articles, b.articles) {
			out = append(out, "article that went: "+x)
		}
	}
	if len(out) == 0 {
		out = append(out, "the same words by the same rule, read otherwise")
	}
	return out
}

func orNothing(words string) string {
	if words == "" {
		return "nothing"
	}
	return words
}

func without(list, other []string) []string {
	var out []string
	for _, v := range list {
		if !slices.Contains(other, v) {
			out = append(out, v)
		}
	}
	return out
}

// String tells it in lines, the summary last.
func (d *Difference) String() string {
	var b strings.Builder
	if d.Before != d.After {
		fmt.Fprintf(&b, "before  %s\nafter   %s\n", orUnknown(d.Before), orUnknown(d.After))
	}
	for _, e := range d.Went {
		fmt.Fprintf(&b, "- %s %s\n    %s\n", e.ID, e.Summary, e.Why)
	}
	for _, e := range d.Appeared {
		fmt.Fprintf(&b, "+ %s %s\n    %s\n", e.ID, e.Summary, e.Why)
	}
	for _, c := range d.Changed {
		fmt.Fprintf(&b, "~ %s %s\n", c.ID, c.Summary)
		if c.Was != "" {
			fmt.Fprintf(&b, "    was %s; the same by %s\n", c.Was, c.How)
		}
		for _, f := range c.Fields {
			fmt.Fprintf(&b, "    %s: %q → %q\n", f.Name, f.Before, f.After)
			for _, w := range f.Why {
				fmt.Fprintf(&b, "        %s\n", w)
			}
		}
	}
	fmt.Fprintf(&b, "%d appeared, %d went, %d changed, %d are the same\n", len(d.Appeared), len(d.Went), len(d.Changed), d.Same)
	return b.String()
}

func orUnknown(version string) string {
	if version == "" {
		return "a version that it does not say"
	}
	return version
}
