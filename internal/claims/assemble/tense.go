package assemble

import (
	"strings"

	"sayso/internal/document"
)

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
			if r.d.Tags[k].UPOS == document.AUX && strings.EqualFold(r.d.Word(k), "had") {
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
