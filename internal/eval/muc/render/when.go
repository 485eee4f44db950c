package render

import (
	"strings"

	"sayso"
	"sayso/internal/eval/muc/corpus"
	"sayso/internal/eval/muc/score"
)

// date fills in the day that the weights choose; without weights, by rule.
func (b *Bridge) date(t *Text, c *cluster, k *score.Template) {
	v := ""
	if b.model.Group("date") != nil {
		v = b.choose("date", b.dates(t, c))
	} else {
		v = t.ruledDate(c)
	}
	if v != "" {
		k.Add(score.Date, v, "")
	}
}

// ruledDate is the day of the first mention that has one, else that of the
// incident that the chain made of one; the default is on or before the day of
// the message.
func (t *Text) ruledDate(c *cluster) string {
	for _, e := range c.events {
		if a := t.argument(e, "time"); a != nil {
			if v := t.dated(&t.d.Times[a.Index].When, t.d.Words(a.Range)); v != "" {
				return v
			}
		}
	}
	if in := t.incident(c); in != nil && in.When != nil {
		if v := t.dated(in.When, in.When.Words); v != "" {
			return v
		}
	}
	if pub := t.d.Article.Published; pub.Known() {
		return "- " + corpus.Dated(pub)
	}
	return ""
}

// dated writes a date as the task description has it: a day of the week is no
// date; what lies after the message is none either.
func (t *Text) dated(w *sayso.When, words string) string {
	pub := t.d.Article.Published
	switch {
	case !w.Latest.Known() || !w.Earliest.Known() || pub.Known() && w.Earliest > pub:
		return ""
	case weekday(words) && pub.Known():
		return "- " + corpus.Dated(pub)
	case w.Latest == w.Earliest:
		return corpus.Dated(w.Latest)
	}
	return corpus.Dated(w.Earliest) + " - " + corpus.Dated(min(w.Latest, max(pub, w.Earliest)))
}

func weekday(words string) bool {
	for _, w := range strings.Fields(strings.ToUpper(words)) {
		switch strings.Trim(w, ",.") {
		case "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY":
			return true
		}
	}
	return false
}
