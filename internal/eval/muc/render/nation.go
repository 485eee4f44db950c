package render

import (
	"strings"

	"sayso/internal/document"
	"sayso/internal/eval/muc/score"
)

// nation fills a slot for the nationality of a target where the words beside it
// name one that is not the country where it happened.
func (b *Bridge) nation(t *Text, part, slot int, ref string, k *score.Template) {
	country := ""
	if f := k.Fills[score.Location]; len(f) > 0 {
		country, _, _ = strings.Cut(f[0].Values[0], ":")
	}
	for _, m := range t.parts[part].Mentions {
		for i := range t.d.Toponyms {
			p := &t.d.Toponyms[i]
			if !p.Demonym && p.Place.Country != "US" || !t.modifies(p.Range, m.Range, m.Head) {
				continue
			}
			if n := b.names[string(p.Place.Country)]; n != "" && n != country {
				k.Add(slot, n, ref)
				return
			}
		}
	}
}

// modifies reports whether a place name stands inside a mention or among the
// words that run into it.
func (t *Text) modifies(place, mention document.Range, head int) bool {
	if place.First >= mention.First && place.End <= head {
		return true
	}
	if place.End > mention.First || mention.First-place.End > 3 || t.sentence[place.First] != t.sentence[head] {
		return false
	}
	for i := place.End; i < mention.First; i++ {
		if u := t.d.Tags[i].UPOS; u != document.NOUN && u != document.PROPN && u != document.ADJ {
			return false
		}
	}
	return true
}
