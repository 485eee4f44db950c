package assemble

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// salience says which incidents the article is about: those in the headline or
// lead that are not told as past context, and those of the same days.
func (r *reader) salience(groups []group, in []sayso.Incident) {
	mainDay := sayso.NoDay
	scores := make([]float64, len(in))
	for i := range in {
		scores[i] = r.aboutness(&groups[i], &in[i])
		if scores[i] > 0 && !mainDay.Known() && in[i].When != nil {
			mainDay = in[i].When.Latest
		}
	}
	for i := range in {
		if w := in[i].When; w != nil && w.Latest.Known() && mainDay.Known() && w.Latest < mainDay-10 {
			scores[i] -= 1.5
		}
		in[i].Salience = sayso.SalienceBackground
		if scores[i] > 0 {
			in[i].Salience = sayso.SalienceMain
		}
		rule := "in the headline or lead, or of the same days as what is"
		if in[i].Salience == sayso.SalienceBackground {
			rule = "told after the lead as earlier or standing context"
		}
		in[i].Fields = append(in[i].Fields, sayso.Field{Name: "salience", Value: string(in[i].Salience), Rule: rule, For: []int{}, Against: []int{}})
	}
	if len(in) == 1 && scores[0] > -1.5 {
		in[0].Salience = sayso.SalienceMain
	}
}

// aboutness weighs the signs that an article is about a happening.
func (r *reader) aboutness(g *group, in *sayso.Incident) float64 {
	d := r.d
	score := -0.2
	first := d.SentenceOf(d.Events[g.events[0]].Trigger)
	lead := 0
	for lead < len(d.Sentences) && r.blockOf(d.Sentences[lead].First) != document.BlockParagraph {
		lead++
	}
	sentences := map[int]bool{}
	for _, i := range g.events {
		s := d.SentenceOf(d.Events[i].Trigger)
		if r.blockOf(d.Events[i].Trigger) == document.BlockTitle {
			score += 1
		} else {
			sentences[s] = true
		}
	}
	switch at := first - lead; {
	case at <= 1:
		score += 0.8
	case at <= 3:
		score += 0.4
	case at*3 > 2*(len(d.Sentences)-lead):
		score -= 0.4
	}
	score += 0.25 * float64(min(len(sentences)-1, 3))
	if w := in.When; w != nil {
		score += r.recency(w)
	}
	if r.pluperfect(g) {
		score -= 0.5
	}
	return score
}

// recency judges a date against the day of publication and by its words.
func (r *reader) recency(w *sayso.When) float64 {
	words := strings.ToLower(w.Words)
	if pub := r.d.Article.Published; pub.Known() && w.Latest.Known() {
		switch age := int(pub - w.Latest); {
		case age > 30:
			return -1.2
		case age > 10:
			return -0.6
		case age <= 3:
			return 0.4
		}
		return 0
	}
	for _, past := range []string{"last month", "last year", "years ago", "months ago", "weeks ago", "earlier", "in 19", "in 20", "previous", "year"} {
		if strings.Contains(words, past) {
			return -0.8
		}
	}
	return 0.1
}

// pluperfect reports whether all verbs that tell of it stand in the past perfect.
func (r *reader) pluperfect(g *group) bool {
	any := false
	for _, i := range g.events {
		t := r.d.Events[i].Trigger
		if r.d.Tags[t].UPOS != document.VERB {
			continue
		}
		had := false
		for k := t - 1; k >= 0 && k >= t-4; k-- {
			if r.d.Tags[k].UPOS == document.AUX && r.d.Word(k) == "had" {
				had = true
			}
		}
		if !had {
			return false
		}
		any = true
	}
	return any
}
