package numbers

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/muc/score"
)

// mucSplit is the only part of MUC-4 whose keys this task reads.
const mucSplit = "dev"

// mucTally counts the number slots of the keys.
type mucTally struct{ messages, numbers, there, right, totals, found int }

// runMUC scores the number slots of the keys.
func runMUC(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Set != "" && o.Set != mucSplit {
		return nil, fmt.Errorf("numbers: of MUC-4 only the set %s is read, not %s", mucSplit, o.Set)
	}
	messages, err := corpus.Read(o.Data, mucSplit)
	if err != nil {
		return nil, err
	}
	keys, err := score.ReadKeys(o.Data, mucSplit)
	if err != nil {
		return nil, err
	}
	var t mucTally
	for i := range messages {
		m := &messages[i]
		templates := keys.Templates[m.ID]
		if len(templates) == 0 || !o.Takes(m.ID) {
			continue
		}
		d, err := o.Chain.Run(ctx, m.Article(), document.LayerQuantities)
		if err != nil {
			return nil, err
		}
		t.messages++
		for _, k := range templates {
			t.template(o, d, k)
		}
	}
	r := &eval.Report{Task: "numbers", Set: "muc34 " + mucSplit, Notes: []string{
		"numbers: fills of the slots for human and physical targets that say two or more and name the target; right: the",
		"text has a count with that number at a mention of the target; anywhere: somewhere in the message. Totals are",
		"looked for anywhere"}}
	r.AddCount("messages", t.messages)
	r.AddCount("numbers", t.numbers)
	r.Add("right", share(t.right, t.numbers))
	r.Add("anywhere", share(t.there, t.numbers))
	r.AddCount("totals", t.totals)
	r.Add("totals anywhere", share(t.found, t.totals))
	return r, nil
}

func (t *mucTally) template(o eval.Options, d *document.Document, k *score.Template) {
	for _, slot := range []int{score.HumanNumber, score.PhysicalNumber} {
		for i := range k.Fills[slot] {
			f := &k.Fills[slot][i]
			want := ranges(f.Values)
			if len(want) == 0 || len(f.Refs) == 0 || f.Optional {
				continue
			}
			t.numbers++
			if holds(d, want, nil) {
				t.there++
			}
			if holds(d, want, mentions(d.Text, f.Refs)) {
				t.right++
				continue
			}
			o.Miss("target", d.Article.ID, strings.Join(f.Values, "/"), strings.Join(f.Refs, "/"))
		}
	}
	for _, slot := range []int{score.HumanTotal, score.PhysicalTotal} {
		for i := range k.Fills[slot] {
			want := ranges(k.Fills[slot][i].Values)
			if len(want) == 0 || k.Fills[slot][i].Optional {
				continue
			}
			t.totals++
			if holds(d, want, nil) {
				t.found++
				continue
			}
			o.Miss("total", d.Article.ID, strings.Join(k.Fills[slot][i].Values, "/"))
		}
	}
}

// limit is a range as the keys write it; an end below 0 is open. They write
// "more than 30" and "at least 30" alike.
type limit struct{ lo, hi int }

// ranges reads the numbers among alternatives: "30", "10-" (at least), "-26"
// (at most), "6-8", "~30" (about). One, none and PLURAL are left out.
func ranges(values []string) []limit {
	var out []limit
	for _, v := range values {
		v = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(v), "~"))
		a, b, dash := strings.Cut(v, "-")
		lo, errA := strconv.Atoi(a)
		hi, errB := strconv.Atoi(b)
		switch {
		case !dash && errA == nil:
			hi = lo
		case dash && a == "" && errB == nil:
			lo = -1
		case dash && b == "" && errA == nil:
			hi = -1
		case errA != nil || errB != nil:
			continue
		}
		if max(lo, hi) > 1 {
			out = append(out, limit{lo, hi})
		}
	}
	return out
}

// mentions are the places in text at which one of the strings stands.
func mentions(text string, refs []string) []sayso.Span {
	out := []sayso.Span{}
	for _, r := range refs {
		for at := 0; r != ""; {
			i := strings.Index(text[at:], r)
			if i < 0 {
				break
			}
			out = append(out, sayso.Span{Start: at + i, End: at + i + len(r)})
			at += i + len(r)
		}
	}
	return out
}

// reach is how many bytes may lie between a count and the words of its target.
const reach = 12

// holds reports whether the document has a count with one of the ranges, at one
// of the places where places is not nil.
func holds(d *document.Document, want []limit, places []sayso.Span) bool {
	for _, q := range d.Quantities {
		if !fits(&q.Count, want) {
			continue
		}
		if places == nil {
			return true
		}
		for _, p := range places {
			if overlap(q.Count.Span, p, reach) {
				return true
			}
		}
	}
	return false
}

func fits(c *sayso.Count, want []limit) bool {
	for _, w := range want {
		if endIs(c.Max, w.hi) && (endIs(c.Min, w.lo) || w.hi < 0 && endIs(c.Min, w.lo+1)) {
			return true
		}
	}
	return false
}

func endIs(n *int, want int) bool {
	if n == nil {
		return want < 0
	}
	return *n == want
}
