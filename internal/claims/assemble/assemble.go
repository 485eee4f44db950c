package assemble

import (
	"context"

	"sayso"
	"sayso/internal/document"
)

// New makes the stage. It needs no tables.
func New() document.Stage {
	return document.Stage{
		Name: "assemble", Version: "1",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
			document.LayerCoref, document.LayerTimes, document.LayerQuantities, document.LayerToponyms, document.LayerActors,
			document.LayerRelevance, document.LayerEvents, document.LayerAttributions, document.LayerFactuality},
		Provides: []document.Layer{document.LayerIncidents},
		Run: func(_ context.Context, d *document.Document) error {
			incidents, err := assemble(d)
			d.Incidents = incidents
			return err
		},
	}
}

func assemble(d *document.Document) ([]sayso.Incident, error) {
	r := newReader(d)
	out := []sayso.Incident{}
	groups := r.groups()
	for i := range groups {
		g := &groups[i]
		in, err := r.incident(g)
		if err != nil {
			return nil, err
		}
		out = append(out, in)
	}
	r.salience(groups, out)
	return out, nil
}

// incident fills in one incident. The order matters: claims are numbered as
// the fields that they are about are read.
func (r *reader) incident(g *group) (sayso.Incident, error) {
	b := &builder{r: r, g: g}
	in := &b.in
	best := g.best(r)
	in.Type, in.Status = g.kind, g.status
	in.MentionSpan = r.d.SpanOf(best.Extent)
	in.Mention = in.MentionSpan.In(r.d.Text)
	in.Articles = []string{r.d.Article.ID}
	b.incidentClaims()
	b.when()
	b.where()
	b.actors()
	b.counts()
	b.weapons()
	b.deaths()
	b.origins()
	in.Fields = append(in.Fields, sayso.Field{Name: "type", Value: in.Type, Rule: "the most precise word among the mentions", For: b.about(sayso.AboutIncident), Against: []int{}},
		sayso.Field{Name: "status", Value: string(in.Status), Rule: g.statusRule, For: b.about(sayso.AboutIncident), Against: []int{}})
	in.Summary = summary(in)
	in.ID = sayso.ContentID("i", r.d.Article.Digest, r.d.Article.ID, in.Type, in.Mention, r.positionKey(best))
	for i := range in.Claims {
		c := &in.Claims[i]
		c.ID = sayso.ContentID("c", in.ID, c.About, c.Value, string(c.Stance), c.Quote)
	}
	in.Why = &sayso.Reasons{Event: g.why(r)}
	return *in, b.err
}
