package print

import (
	"bytes"
	"fmt"

	"sayso"
	"sayso/internal/document"
)

func times(b *bytes.Buffer, d *document.Document) {
	for _, t := range d.Times {
		fmt.Fprintf(b, "%q %s %s %s", words(d, t.Range), t.Kind, t.Value, interval(t.When))
		fmt.Fprintf(b, "%s\n", flags(string(t.When.Precision), t.When.Clock))
	}
}

func quantities(b *bytes.Buffer, d *document.Document) {
	for _, q := range d.Quantities {
		of, cue := "", ""
		if q.Of >= 0 {
			of = "of:" + word(d, q.Of)
		}
		if q.Cue >= 0 {
			cue = "cue:" + word(d, q.Cue)
		}
		fmt.Fprintf(b, "%q %s%s\n", words(d, q.Range), number(q.Count.Min, q.Count.Max),
			flags(q.Count.What, of, cue, flag(q.Part, "part"), flag(q.Total, "total"), flag(q.Mixed, "mixed"), flag(q.Risen, "risen")))
	}
}

func toponyms(b *bytes.Buffer, d *document.Document) {
	for _, t := range d.Toponyms {
		fmt.Fprintf(b, "%q %s%s\n", words(d, t.Range), place(&t.Place), flags(flag(t.Metonym, "metonym"), flag(t.Demonym, "demonym")))
	}
}

func place(p *sayso.Place) string {
	country := string(p.Country)
	if country == "" {
		country = "--"
	}
	out := fmt.Sprintf("%s %s", p.Level, country)
	if p.ID != "" {
		out += " " + p.ID
	}
	if p.Lat != nil && p.Lon != nil {
		out += fmt.Sprintf(" %.2f,%.2f", *p.Lat, *p.Lon)
	}
	if p.Chosen != "" {
		out += " (" + p.Chosen + ")"
	}
	return out
}

func actors(b *bytes.Buffer, d *document.Document) {
	for _, a := range d.Actors {
		entity := ""
		if a.Entity >= 0 {
			entity = fmt.Sprintf("entity:%d", a.Entity)
		}
		fmt.Fprintf(b, "%q %q%s\n", words(d, a.Range), a.Actor.Name, flags(string(a.Actor.Kind), a.Actor.ID,
			string(a.Actor.Country), entity, flag(a.Plural, "plural"), flag(a.Official, "official"), flag(a.Actor.Generic, "generic")))
	}
}
