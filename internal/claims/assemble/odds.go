package assemble

import (
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// oddsSigns tell how likely each of its mentions tells of a happening at all, as
// the event stage has it, and those of the article.
func (b *builder) oddsSigns(f *signs.Features) {
	most, mean, _ := oddsOf(b.r.d.Events, b.g.events)
	f.AddValue("odds of its likeliest mention", most)
	f.AddValue("odds of its mentions on average", mean)
	most, mean, likely := oddsOf(b.r.d.Events, nil)
	f.AddValue("odds of the article's likeliest mention", most)
	f.AddValue("odds of the article's mentions on average", mean)
	f.Add(bucket("likely mentions in the article", likely, 0, 1, 2, 4, 8))
}

// oddsOf are the highest and the average odds of some events, all where none
// are named, and how many are likelier than not.
func oddsOf(events []document.Event, some []int) (most, mean float64, likely int) {
	n := 0
	add := func(x float64) {
		if n == 0 || x > most {
			most = x
		}
		if x > 0 {
			likely++
		}
		mean += x
		n++
	}
	for _, i := range some {
		add(events[i].Odds)
	}
	if some == nil {
		for i := range events {
			add(events[i].Odds)
		}
	}
	if n > 0 {
		mean /= float64(n)
	}
	return most, mean, likely
}
