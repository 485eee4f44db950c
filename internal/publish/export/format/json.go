package format

import (
	"bufio"
	"encoding/json"
	"io"

	"sayso"
	"sayso/internal/publish/export"
)

// lines writes a JSON value a line.
type lines struct {
	out *json.Encoder
	buf *bufio.Writer
	of  func(Item) []any
}

func openLines(w io.Writer, of func(Item) []any) *lines {
	b := bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return &lines{e, b, of}
}

// Write implements [Writer].
func (l *lines) Write(it Item) error {
	for _, v := range l.of(it) {
		if err := l.out.Encode(v); err != nil {
			return err
		}
	}
	return nil
}

// Close implements [Writer].
func (l *lines) Close() error { return l.buf.Flush() }

// nested writes one JSON object or list that holds the values of all items.
type nested struct {
	buf  *bufio.Writer
	of   func(Item) ([]json.RawMessage, error)
	tail string
	n    int
}

func openNested(w io.Writer, open, tail string, of func(Item) ([]json.RawMessage, error)) (*nested, error) {
	n := &nested{buf: bufio.NewWriter(w), of: of, tail: tail}
	_, err := n.buf.WriteString(open)
	return n, err
}

// Write implements [Writer].
func (n *nested) Write(it Item) error {
	all, err := n.of(it)
	if err != nil {
		return err
	}
	for _, one := range all {
		sep := "\n"
		if n.n > 0 {
			sep = ",\n"
		}
		n.n++
		if _, err := n.buf.WriteString(sep); err != nil {
			return err
		}
		if _, err := n.buf.Write(one); err != nil {
			return err
		}
	}
	return nil
}

// Close implements [Writer].
func (n *nested) Close() error {
	if _, err := n.buf.WriteString(n.tail); err != nil {
		return err
	}
	return n.buf.Flush()
}

func encode(v any) (json.RawMessage, error) { return json.Marshal(v) }

func geojson() Format {
	return Format{
		Name: "geojson", Title: "GeoJSON (RFC 7946)",
		Doc: "A FeatureCollection, a feature an incident; those whose place the gazetteer does not know have a null geometry. A point is a guess: `level`, `place_confidence` and `place_chosen` say how far to trust it.",
		Fields: []Column{{"id", "the incident's id"}, {"geometry", "point, longitude first; null where unknown"}, {"properties.type, status, salience, summary", "as in the incident"},
			{"properties.earliest, latest", "first and last day"}, {"properties.place, level, country, disputed_by, place_id", "the place as written, what the point stands for, ISO code, claimants, gazetteer id"},
			{"properties.place_confidence, place_chosen", "how sure, and how chosen"}, {"properties.agents, targets, parties", "names, parted by \"; \""},
			{"properties.deaths", "low, best, high with the claims behind each"}, {"properties.on_word_of, stances, mention, articles", "who vouches, how, the clause, ids of the articles"}},
		Cannot: []string{"claims one by one, values claimed and not chosen", "counts other than deaths", "launch places: a feature has one geometry", "explanations"},
		open: func(w io.Writer, _ Options) (Writer, error) {
			return openNested(w, `{"type":"FeatureCollection","features":[`, "\n]}\n", func(it Item) ([]json.RawMessage, error) {
				b, err := encode(export.FeatureOf(it.In))
				return []json.RawMessage{b}, err
			})
		},
	}
}

// ploverEvent is an event in the manner of the PLOVER manual.
type ploverEvent struct {
	ID      string         `json:"id"`
	Date    sayso.Day      `json:"date"`
	End     sayso.Day      `json:"date_end"`
	Type    string         `json:"type"`
	Mode    string         `json:"mode"`
	Context []string       `json:"context"`
	Source  []ploverActor  `json:"source"`
	Target  []ploverActor  `json:"target"`
	Loc     *ploverPlace   `json:"loc"`
	Counts  map[string]any `json:"magnitude"`
	Text    string         `json:"text"`
	Summary string         `json:"summary"`
	Status  sayso.Status   `json:"status"`
	Says    []string       `json:"reporter"`
	Stories []ploverStory  `json:"stories"`
}

type ploverActor struct {
	Name    string     `json:"name"`
	Country sayso.Code `json:"country"`
	Sector  string     `json:"sector"`
	ID      string     `json:"id,omitempty"`
}

type ploverPlace struct {
	Name    string     `json:"name"`
	Country sayso.Code `json:"country"`
	Admin1  string     `json:"adm1,omitempty"`
	Lat     *float64   `json:"lat"`
	Lon     *float64   `json:"lon"`
}

type ploverStory struct {
	ID        string    `json:"storyid"`
	Publisher string    `json:"publisher,omitempty"`
	Published sayso.Day `json:"pubdate"`
	URL       string    `json:"url,omitempty"`
	Headline  string    `json:"headline,omitempty"`
}

var sectors = map[sayso.ActorKind]string{sayso.KindState: "GOV", sayso.KindStateForce: "MIL", sayso.KindPolice: "COP", sayso.KindRebel: "REB", sayso.KindMilitia: "PRM",
	sayso.KindCommunal: "CVL", sayso.KindProtesters: "OPP", sayso.KindCivilians: "CVL", sayso.KindInternational: "IGO", sayso.KindCriminal: "CRM", sayso.KindParty: "PTY",
	sayso.KindOutlet: "JRN", sayso.KindPerson: "CVL"}

func plover() Format {
	return Format{
		Name: "plover", Title: "PLOVER events as JSON Lines",
		Doc: "An event a line, with the members of the PLOVER manual (draft 0.8): type and mode through `data/crosswalks/plover.tsv`, sectors of actors in its codes.",
		Fields: []Column{{"id", "the incident's id"}, {"date, date_end", "first and last day; null where unknown"}, {"type, mode", "PLOVER event and mode; empty where it has none"}, {"context", "always empty: sayso codes no contexts"},
			{"source, target", "agents or the first party; targets or other parties: name, country, sector, canonical id"}, {"loc", "place with country, first-level code, coordinates"}, {"magnitude", "counts by what was counted, as [least, most]; deaths as low, best, high"},
			{"text", "the clause that best reports it"}, {"summary, status, reporter", "one sentence; occurred, attempted, threatened or denied; on whose word"}, {"stories", "the articles"}},
		Cannot: []string{"claims with chains and stances", "values claimed and not chosen", "PLOVER's contexts and its intensity scale, which sayso does not code", "weapons, launch places"},
		open: func(w io.Writer, o Options) (Writer, error) {
			return openLines(w, func(it Item) []any { return []any{ploverOf(it, &o)} }), nil
		},
	}
}

func ploverOf(it Item, o *Options) ploverEvent {
	in := it.In
	e := ploverEvent{ID: in.ID, Context: []string{}, Text: line(in.Mention), Summary: line(in.Summary), Status: in.Status, Says: sources(it), Counts: map[string]any{}, Stories: []ploverStory{}}
	e.Type, e.Mode = o.Crosswalk("plover", in.Type)
	e.Date, e.End = days(in)
	a, b := sides(in)
	e.Source, e.Target = ploverActors(a), ploverActors(b)
	if in.Where != nil {
		e.Loc = &ploverPlace{in.Where.Name, in.Where.Country, in.Where.Admin1, in.Where.Lat, in.Where.Lon}
	}
	for _, c := range in.Counts {
		if _, ok := e.Counts[c.What]; !ok {
			e.Counts[c.What] = []*int{c.Min, c.Max}
		}
	}
	if in.Deaths != nil {
		e.Counts["deaths"] = map[string]*int{"low": in.Deaths.Low, "best": in.Deaths.Best, "high": in.Deaths.High}
	}
	for _, s := range it.Articles {
		e.Stories = append(e.Stories, ploverStory{s.ID, s.Outlet, s.Published, s.URL, s.Title})
	}
	if e.Says == nil {
		e.Says = []string{}
	}
	return e
}

func ploverActors(list []sayso.Actor) []ploverActor {
	out := []ploverActor{}
	for _, a := range list {
		out = append(out, ploverActor{line(a.Name), a.Country, sectors[a.Kind], a.ID})
	}
	return out
}
