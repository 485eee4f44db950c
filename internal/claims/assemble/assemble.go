package assemble

import (
	"context"
	"fmt"
	"io/fs"
	"slices"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/model/signs"
)

// New makes the stage with the newest models under models in files; the
// families of types are those of the lexicon. It fails where a model is
// missing or does not load.
func New(lex *lexicon.Lexicon, files fs.FS) (document.Stage, error) {
	set, err := signs.Load(files, Task)
	if err != nil {
		return document.Stage{}, fmt.Errorf("assemble: %w", err)
	}
	m, err := newModels(set, lex)
	if err != nil {
		return document.Stage{}, err
	}
	return document.Stage{
		Name: "assemble", Version: "10",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
			document.LayerNames, document.LayerCoref, document.LayerTimes, document.LayerQuantities, document.LayerToponyms, document.LayerActors,
			document.LayerRelevance, document.LayerEvents, document.LayerAttributions, document.LayerFactuality, document.LayerPeople},
		Provides: []document.Layer{document.LayerIncidents},
		Run: func(_ context.Context, d *document.Document) error {
			incidents, err := m.assemble(d)
			d.Incidents = incidents
			return err
		},
	}, nil
}

// assemble builds an incident of each group of mentions and keeps those that
// are likely particular happenings.
func (m *models) assemble(d *document.Document) ([]sayso.Incident, error) {
	r := newReader(d)
	built, err := r.candidates(m)
	if err != nil {
		return nil, err
	}
	if whole, ok := r.rejoined(built); ok {
		if built, err = r.candidatesOf(m, whole); err != nil {
			return nil, err
		}
	}
	out := []sayso.Incident{}
	var kept []*builder
	for _, b := range built {
		least := b.mark()
		if b.told() || slices.ContainsFunc(kept, b.undoes) {
			least = toldFrom
		} else if b.held() {
			least = min(least, heldFrom)
		}
		if b.likelihood < least || b.barred() || b.empty() {
			continue
		}
		kept = append(kept, b)
	}
	for _, b := range kept {
		others, err := b.spread(kept)
		if err != nil {
			return nil, err
		}
		for _, x := range append([]*builder{b}, others...) {
			x.decideSalience()
			x.name()
			x.in.People = sayso.Withheld(d.People, &x.in)
			out = append(out, x.in)
		}
	}
	return out, nil
}

// barred reports whether no mention tells of anything but a condition, a guess, a
// trend or what was called off.
func (b *builder) barred() bool {
	return !slices.ContainsFunc(b.g.events, func(i int) bool { return b.r.fact[i] == nil || !b.r.fact[i].Barred })
}

// keepFrom is the log-odds from which a group is an incident, and mainFrom
// those from which the article is about it. What the headline or the first
// sentence tells has leadOdds more for being what the article is about.
const (
	keepFrom  = -0.8
	briefFrom = -1.6 // in a text of at most three sentences, which says nothing twice
	heldFrom  = -1.6 // where one mention says who took to the streets, where and on what day
	toldFrom  = -2.5 // where one mention says who did it to whom, where and when, or whom an incident seized is let go
	mainFrom  = 0.5
	leadOdds  = 0.5

	surelyMain     = 2.5 // log-odds that the article is about it from which the lead counts more
	surelyLeadOdds = 1.5
)

// mark is the log-odds from which the group is an incident by its signs alone.
func (b *builder) mark() float64 {
	if _, body := b.r.placing(b.g); body <= brief || b.inBriefEntry() {
		return briefFrom
	}
	return keepFrom
}

// brief is how many sentences a text has that tells next to nothing of how often
// and where it speaks of a happening.
const brief = 3

// build fills in the incident. The order matters: claims are numbered as the
// fields that they are about are read.
func (b *builder) build() error {
	in := &b.in
	best := b.g.best(b.r)
	in.Type, in.Status = b.g.kind, b.g.status
	in.MentionSpan = b.r.d.SpanOf(best.Extent)
	in.Mention = in.MentionSpan.In(b.r.d.Text)
	in.Articles = []string{b.r.d.Article.ID}
	b.when()
	b.where()
	b.actors()
	b.numbers = b.countOptions()
	b.weapons()
	return b.err
}

// source says on whose word it stands, and fills in what rests on the claims.
func (b *builder) source() error {
	in := &b.in
	b.vouch()
	b.settingFields()
	b.actorFields()
	b.countFields()
	b.deaths()
	b.origins()
	in.Fields = append(in.Fields, sayso.Field{Name: "type", Value: in.Type, Rule: "that of most of its mentions, a general word or an outcome counting a fifth", For: b.about(sayso.AboutIncident), Against: []int{}},
		sayso.Field{Name: "status", Value: string(in.Status), Rule: b.g.statusRule, For: b.about(sayso.AboutIncident), Against: []int{}})
	return b.err
}

// decideSalience says whether the article is about the happening.
func (b *builder) decideSalience() {
	in := &b.in
	in.Salience = sayso.SalienceBackground
	rule := "likely main, by its place in the article, its date and its mentions"
	switch {
	case in.When == nil && b.sinceThen():
		rule = "background, as its time is told by another happening alone"
	case b.weight >= mainFrom:
		in.Salience = sayso.SalienceMain
	}
	b.field("salience", string(in.Salience), rule, nil, nil)
	node := b.g.why(b.r, b.m)
	node.Children = append(node.Children,
		sayso.Because(fmt.Sprintf("%.2f", signs.Probability(b.likelihood)), "how likely this is a particular happening", b.m.happening.Why(b.marks, 8)...),
		sayso.Because(fmt.Sprintf("%.2f", signs.Probability(b.m.main.Score(b.gist))), "how likely the article is about it", b.m.main.Why(b.gist, 8)...))
	in.Why = &sayso.Reasons{Event: node}
}

// name gives the incident its sentence, and it and its claims their ids.
func (b *builder) name() {
	in, d := &b.in, b.r.d
	in.Summary = in.Sentence()
	in.ID = sayso.ContentID("i", d.Article.Digest, d.Article.ID, in.Type, in.Mention, b.r.positionKey(b.g.best(b.r))+b.apart)
	for i := range in.Claims {
		c := &in.Claims[i]
		c.ID = sayso.ContentID("c", in.ID, c.About, c.Value, string(c.Stance), c.Quote)
	}
}
