package coref

import (
	"context"
	"strings"

	"sayso/internal/annotate/coref"
	"sayso/internal/annotate/ner"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/conllu"
	"sayso/internal/eval/gum"
)

// New returns the task.
func New() eval.Task {
	return eval.Task{Name: "coref", Doc: "coreference of people, organisations and places on GUM, link F1", Run: run}
}

// links counts links: right, made, gold and gold found.
type links struct{ right, made, found, gold int }

func (l links) f1() float64 {
	p, r := ratio(l.right, l.made), ratio(l.found, l.gold)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// The classes of anaphors in the report.
const (
	classPronoun = iota
	classDescription
	className
	classCount
)

var classNames = [classCount]string{"pronouns", "descriptions", "names"}

// run scores the stage on gold tokens, tags and trees with predicted names, on
// the news unless told otherwise. Nothing is learned from the news, so that both
// of its sides, train and dev, are scored; five folds of them would come to the
// same.
func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Split == "" || o.Split == "dev" {
		o.Split = "all"
	}
	if o.Set == "" {
		o.Set = "news"
	}
	files, err := conllu.Files(o.Data, o.Set, o.Split)
	if err != nil {
		return nil, err
	}
	names, err := ner.New()
	if err != nil {
		return nil, err
	}
	var total [classCount]links
	resolve := coref.New()
	for _, f := range files {
		docs, err := conllu.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for i := range docs {
			if !o.Takes(docs[i].ID) {
				continue
			}
			d, gold := gum.Document(&docs[i])
			for _, s := range []document.Stage{names, resolve} {
				if err := s.Run(ctx, d); err != nil {
					return nil, err
				}
			}
			score(d, gold, &total)
		}
	}
	return report(conllu.SetName(o.Data, o.Set, o.Split), &total), nil
}

func report(set string, total *[classCount]links) *eval.Report {
	r := &eval.Report{Task: "coref", Set: set}
	var all links
	for _, l := range total {
		all = links{all.right + l.right, all.made + l.made, all.found + l.found, all.gold + l.gold}
	}
	r.Add("f1", all.f1())
	r.Add("precision", ratio(all.right, all.made))
	r.Add("recall", ratio(all.found, all.gold))
	for c, l := range total {
		r.Add("f1-"+classNames[c], l.f1())
		r.Add("precision-"+classNames[c], ratio(l.right, l.made))
		r.Add("recall-"+classNames[c], ratio(l.found, l.gold))
		r.AddCount("gold-"+classNames[c], l.gold)
	}
	r.Notes = append(r.Notes, "gold tokens, tags and trees; names predicted")
	return r
}

// score counts the links of one document.
func score(d *document.Document, gold []gum.Mention, total *[classCount]links) {
	entity := map[int]string{}
	typed := map[int]bool{}
	for _, m := range gold {
		h := gum.Head(d, m.Range)
		if _, ok := entity[h]; !ok {
			entity[h] = m.Entity
			typed[h] = m.Type == "person" || m.Type == "organization" || m.Type == "place"
		}
	}
	linked := map[int]int{}
	for _, e := range d.Entities {
		for k := 1; k < len(e.Mentions); k++ {
			h, a := e.Mentions[k].Head, e.Mentions[k-1].Head
			linked[h] = a
			l := &total[class(d, h)]
			l.made++
			if entity[h] != "" && entity[h] == entity[a] {
				l.right++
			}
		}
	}
	seen := map[string]bool{}
	for i := range d.Tokens {
		id, ok := entity[i]
		if !ok || !typed[i] || speaker(d, i) {
			continue
		}
		if seen[id] {
			l := &total[class(d, i)]
			l.gold++
			if a, ok := linked[i]; ok && entity[a] == id {
				l.found++
			}
		}
		seen[id] = true
	}
}

// class tells an anaphor by the part of speech of its head.
func class(d *document.Document, head int) int {
	switch d.Tags[head].UPOS {
	case document.PRON, document.DET:
		return classPronoun
	case document.PROPN:
		return className
	}
	return classDescription
}

var speakers = map[string]bool{"i": true, "me": true, "my": true, "mine": true, "myself": true, "we": true, "us": true, "our": true,
	"ours": true, "ourselves": true, "you": true, "your": true, "yours": true, "yourself": true, "yourselves": true}

// speaker reports whether a token is a pronoun of the first or second person.
func speaker(d *document.Document, i int) bool { return speakers[strings.ToLower(d.Word(i))] }
