package joined

import (
	"context"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/ecbplus"
)

// aside are the topics of ECB+ that tell of violence, protest and custody,
// beside the three that are coded by hand.
var aside = map[int]bool{3: true, 13: true, 14: true, 16: true, 18: true, 21: true, 22: true, 26: true, 27: true, 32: true, 33: true, 35: true}

// Aside runs the chain on other articles of ECB+, in dir, to learn from. The key
// of an incident is the chain of events that most of the words that report it
// are mentions of; where nobody linked these it has none.
func Aside(ctx context.Context, chain eval.Chain, dir string) (*Corpus, error) {
	docs, err := ecbplus.Read(dir)
	if err != nil {
		return nil, err
	}
	terms, err := words()
	if err != nil {
		return nil, err
	}
	c := &Corpus{Keys: map[string]string{}}
	for i := range docs {
		if !aside[docs[i].Topic] {
			continue
		}
		a := docs[i].Article
		a.ID = "ecb-" + strings.ReplaceAll(docs[i].ID, "_", "-")
		d, err := chain.Run(ctx, &a, document.LayerIncidents)
		if err != nil {
			return nil, err
		}
		for k := range d.Incidents {
			if key := linked(d, &d.Incidents[k], docs[i].Mentions); key != "" {
				c.Keys[d.Incidents[k].ID] = key
			}
		}
		c.Records = append(c.Records, record(&a, terms, d))
	}
	return c, nil
}

// linked is the chain that most words that report an incident are mentions of,
// the first of equals.
func linked(d *document.Document, in *sayso.Incident, mentions []ecbplus.Mention) string {
	votes, best := map[string]int{}, ""
	for i := range d.Events {
		e := &d.Events[i]
		t := sayso.Span{Start: int(d.Tokens[e.Trigger].Start), End: int(d.Tokens[e.Trigger].End)}
		if e.Type != in.Type || !tells(in, t) {
			continue
		}
		for k := range mentions {
			m := &mentions[k]
			if !m.Action() || !m.Checked {
				continue
			}
			for _, s := range m.Spans {
				if s.Start < t.End && t.Start < s.End {
					if votes[m.Chain]++; votes[m.Chain] > votes[best] {
						best = m.Chain
					}
				}
			}
		}
	}
	return best
}

// tells reports whether a word is among those that an incident rests on.
func tells(in *sayso.Incident, word sayso.Span) bool {
	inside := func(s sayso.Span) bool { return s.Start <= word.Start && word.End <= s.End }
	if inside(in.MentionSpan) {
		return true
	}
	for i := range in.Claims {
		if in.Claims[i].About == sayso.AboutIncident {
			for _, s := range in.Claims[i].Evidence {
				if inside(s) {
					return true
				}
			}
		}
	}
	return false
}
