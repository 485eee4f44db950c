package render

import (
	"errors"
	"strings"

	"sayso/data"
	"sayso/internal/document"
	"sayso/internal/lexicon"
	"sayso/internal/model"
	"sayso/internal/model/wordclass"
	"sayso/internal/model/wordvec"
)

// Bridge renders documents as MUC templates.
type Bridge struct {
	byType  map[string]string // MUC type by ours, "-" for none
	names   map[string]string // names of countries by code, upper case
	classes *wordclass.Table
	vectors *wordvec.Table
	model   *Weights
	limits  Limits
}

// Limits are the scores, in logits, from which something is taken.
type Limits struct {
	Event  float64            // a mention as part of a template
	Part   map[string]float64 // an expression as a filler, by role
	Accept map[string]float64 // an expression as a filler of a template, by role
	Silent float64            // what no category must have over one
	Link   float64            // a mention as one of a cluster
	Keep   float64            // a template
}

// New makes a bridge from the embedded tables and model.
func New() (*Bridge, error) {
	payload, err := model.Load(data.FS, "muc4")
	if err != nil {
		return nil, err
	}
	m, err := parseWeights(payload)
	if err != nil {
		return nil, err
	}
	return with(m)
}

// Untrained makes a bridge without weights, for learning.
func Untrained() (*Bridge, error) { return with(nil) }

func with(m *Weights) (*Bridge, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	b := &Bridge{byType: map[string]string{}, names: map[string]string{}, model: m, limits: defaults()}
	for _, c := range lex.Crosswalks {
		if c.Scheme != "muc4" {
			continue
		}
		for _, x := range c.Mappings {
			if _, ok := b.byType[x.Type]; !ok {
				b.byType[x.Type] = x.Code
			}
		}
	}
	if len(b.byType) == 0 {
		return nil, errors.New("muc: there is no crosswalk muc4")
	}
	for _, c := range lex.Countries {
		b.names[c.ISO2] = strings.ToUpper(c.Name)
	}
	if b.classes, err = wordclass.Load(); err != nil {
		return nil, err
	}
	b.vectors, err = wordvec.Load()
	return b, err
}

func defaults() Limits {
	return Limits{Silent: 0.8, Link: 0.8, Event: -0.4, Keep: -0.8, Accept: map[string]float64{"doer": -1.15, "body": -1, "thing": -0.8, "name": -1.55, "victim": -0.8, "means": -0.95}, Part: map[string]float64{"doer": -0.6, "body": -1, "thing": -0.9, "name": -0.7, "victim": -0.7, "means": -1}}
}

// code is the MUC type of a mention by the crosswalk.
func (b *Bridge) code(e *document.Event) string { return b.byType[e.Type] }
