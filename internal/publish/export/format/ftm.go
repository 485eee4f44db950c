package format

import (
	"io"
	"strings"

	"sayso"
)

func ftm() Format {
	return Format{
		Name: "ftm", Title: "FollowTheMoney entities as JSON Lines",
		Doc: "For Aleph and the tools of the FollowTheMoney ecosystem: an `Event` for each incident, `Article` for each article that tells it, `Person`, `Organization` or `LegalEntity` for actors that have a name, `Address` for the place. Load with `ftm` or `alephclient write-entities`. An entity that several incidents name comes once.",
		Fields: []Column{{"Event", "name, summary, startDate, endDate, location, country, keywords (type, status), involved (named actors), proof (articles), addressEntity, notes (the sentence with its sources, deaths, who played which role)"},
			{"Article", "title, sourceUrl, publisher, publishedAt, in the record's own day"}, {"Person, Organization, LegalEntity", "name, country"}, {"Address", "full, city, country, latitude, longitude"}},
		Cannot: []string{"claims with chains, stances and quotes", "who did it and who suffered it apart: both are `involved`, told apart in `notes`", "numbers as numbers", "open intervals", "descriptions of unnamed people are in `notes` alone"},
		open: func(w io.Writer, o Options) (Writer, error) {
			f := &ftmer{o: o, seen: map[string]bool{}}
			return openLines(w, f.entities), nil
		},
	}
}

type ftmer struct {
	o    Options
	seen map[string]bool
}

type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func entity(id, schema string, pairs ...string) ftmEntity {
	e := ftmEntity{id, schema, map[string][]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		if v := line(pairs[i+1]); v != "" {
			e.Properties[pairs[i]] = append(e.Properties[pairs[i]], v)
		}
	}
	return e
}

func ftmID(kind, s string) string { return "sayso-" + kind + "-" + sayso.ContentID("", s) }

func (f *ftmer) once(all *[]any, e ftmEntity) string {
	if !f.seen[e.ID] {
		f.seen[e.ID] = true
		*all = append(*all, e)
	}
	return e.ID
}

func (f *ftmer) entities(it Item) []any {
	in := it.In
	var all []any
	from, to := days(in)
	country := strings.ToLower(string(place(in).Country))
	ev := entity(ftmID("event", in.ID), "Event", "name", in.Summary, "summary", in.Mention, "startDate", from.String(), "endDate", to.String(), "location", place(in).Name,
		"country", country, "keywords", in.Type, "keywords", string(in.Status), "notes", note(it))
	if low, best, high := deaths(in); low != nil || best != nil || high != nil {
		ev.Properties["notes"] = append(ev.Properties["notes"], "killed: low "+number(low)+", best "+number(best)+", high "+number(high))
	}
	for _, a := range in.Actors {
		ev.Properties["notes"] = append(ev.Properties["notes"], string(a.Role)+": "+line(a.Name))
		if !a.Generic {
			id := f.once(&all, entity(ftmID("actor", a.ID+"|"+sayso.FoldName(a.Name)), ftmSchema(a.Kind), "name", a.Name, "country", strings.ToLower(string(a.Country))))
			ev.Properties["involved"] = append(ev.Properties["involved"], id)
		}
	}
	for _, a := range it.Articles {
		id := f.once(&all, entity(ftmID("article", a.ID), "Article", "title", a.Title, "sourceUrl", a.URL, "publisher", a.Outlet, "publishedAt", a.Published.String()))
		ev.Properties["proof"] = append(ev.Properties["proof"], id)
	}
	if p := in.Where; p != nil {
		id := f.once(&all, entity(ftmID("place", in.ID), "Address", "full", p.Name, "city", p.Name, "country", country, "latitude", degrees(p.Lat), "longitude", degrees(p.Lon)))
		ev.Properties["addressEntity"] = []string{id}
	}
	return append(all, ev)
}

func ftmSchema(k sayso.ActorKind) string {
	switch k {
	case sayso.KindPerson:
		return "Person"
	case sayso.KindState, sayso.KindStateForce, sayso.KindPolice:
		return "PublicBody"
	case sayso.KindRebel, sayso.KindMilitia, sayso.KindInternational, sayso.KindParty, sayso.KindOutlet, sayso.KindCriminal:
		return "Organization"
	}
	return "LegalEntity"
}
