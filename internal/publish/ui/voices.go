package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sayso"
	"sayso/internal/document"
)

// saying is somebody's word in an article: who, by which cue, what, with what is
// said within it.
type saying struct {
	Key     string // names it on its page
	N       string // as numbered on the page, "2.1" within 2
	Note    string // N with the article, for addresses of a page with several
	Who     string // "" where nobody is named
	Cue     string
	Stance  sayso.Stance
	Direct  bool // quoted
	Wished  bool // a wish, plan, call or question: not put forward as so
	Hedge   bool // nobody says so: "reportedly"
	Words   string
	Inner   []*saying
	spans   []sayso.Span
	sources []sayso.Span
	cues    []sayso.Span
	depth   int
}

// opinion is a passage that judges, calls for, asks or hedges, or a happening
// that is one in words alone and so makes no incident.
type opinion struct {
	Key, Words, Kind, Why string
	span                  sayso.Span
}

// unreal is the kind of a happening in words alone.
const unreal = "unreal"

// opinionLabels are said before the words to those who hear the page.
var opinionLabels = map[string]string{unreal: "(opinion, no report: ", string(document.OpinionJudgement): "(opinion: ", string(document.OpinionCall): "(a call: ",
	string(document.OpinionQuestion): "(a question: ", string(document.OpinionHedge): "(a hedge: "}

// opinionNames are the kinds as notes name them.
var opinionNames = map[string]string{unreal: "no report", string(document.OpinionJudgement): "opinion", string(document.OpinionCall): "call",
	string(document.OpinionQuestion): "question", string(document.OpinionHedge): "hedge"}

// heard are the voices of an article, those not within another's first.
type heard struct {
	Says     []*saying
	Opinions []opinion
	all      []*saying
}

// voicesIn reads who says what from an annotated article.
func voicesIn(article string, doc *document.Document) *heard {
	h := &heard{}
	spans := func(list []document.Range) (out []sayso.Span) {
		for _, r := range list {
			if s := doc.SpanOf(r); !s.Empty() {
				out = append(out, s)
			}
		}
		return out
	}
	for i := range doc.Attributions {
		a := &doc.Attributions[i]
		s := &saying{Key: "a" + strconv.Itoa(i), Who: a.Name, Cue: wordsIn(doc, a.Cue), Stance: a.Stance, Direct: a.Direct, Wished: !a.Vouches,
			Hedge: len(a.Source) == 0 && a.Stance == sayso.StanceAlleged, Words: wordsIn(doc, a.Content), spans: spans(a.Content), sources: spans(a.Source), cues: spans(a.Cue)}
		h.all = append(h.all, s)
	}
	for i := range doc.Attributions {
		if p := doc.Attributions[i].Parent; p >= 0 && p < len(h.all) && p != i {
			h.all[p].Inner = append(h.all[p].Inner, h.all[i])
		} else {
			h.Says = append(h.Says, h.all[i])
		}
	}
	number(h.Says, "", 1)
	for _, s := range h.all {
		s.Note = article + "-" + s.N
	}
	h.opinions(doc)
	return h
}

// opinions gathers what is no report, in the order of the text: passages, and of
// happenings in words alone those that stand in no passage of opinion.
func (h *heard) opinions(doc *document.Document) {
	add := func(kind string, r document.Range, why *sayso.Explanation) {
		o := opinion{Key: "o" + strconv.Itoa(len(h.Opinions)), Words: strings.Join(strings.Fields(doc.Words(r)), " "), Kind: kind, span: doc.SpanOf(r)}
		if why != nil {
			o.Why = why.Message
		}
		if !slices.ContainsFunc(h.Opinions, func(x opinion) bool {
			return x.span == o.span || kind == unreal && x.Kind != string(document.OpinionHedge) && x.span.Covers(o.span)
		}) {
			h.Opinions = append(h.Opinions, o)
		}
	}
	for _, o := range doc.Opinions {
		add(string(o.Kind), o.Range, o.Why)
	}
	for _, f := range doc.Factuality {
		if f.Opinion && f.Event >= 0 && f.Event < len(doc.Events) {
			add(unreal, doc.Events[f.Event].Extent, f.Why)
		}
	}
	slices.SortStableFunc(h.Opinions, func(a, b opinion) int { return a.span.Start - b.span.Start })
}

// number numbers sayings in the order of the text, those within another after it.
func number(list []*saying, within string, depth int) {
	slices.SortStableFunc(list, func(a, b *saying) int { return start(a) - start(b) })
	for i, s := range list {
		s.N, s.depth = within+strconv.Itoa(i+1), depth
		number(s.Inner, s.N+".", depth+1)
	}
}

func start(s *saying) int {
	at := 1 << 30
	for _, list := range [][]sayso.Span{s.spans, s.sources, s.cues} {
		for _, x := range list {
			at = min(at, x.Start)
		}
	}
	return at
}

// wordsIn joins the words of ranges, an ellipsis where something stands between.
func wordsIn(doc *document.Document, list []document.Range) string {
	var out []string
	for _, r := range list {
		out = append(out, strings.Join(strings.Fields(doc.Words(r)), " "))
	}
	return strings.Join(out, " … ")
}

// label says before the words, to those who hear the page, whose they are.
func (s *saying) label() string {
	who := s.Who
	if who == "" {
		who = "somebody not named"
	}
	switch {
	case s.Wished:
		return "(wished, asked or planned by " + who + ": "
	case s.Hedge:
		return "(alleged, by nobody named: "
	}
	return "(" + string(s.Stance) + " by " + who + ": "
}

// marks are the words of the voices: contents by stance, one within another,
// who says so, hedges and opinions.
func (h *heard) marks() []mark {
	var out []mark
	for _, s := range h.all {
		class := "saying " + string(s.Stance) + " d" + strconv.Itoa(min(s.depth, 4))
		if s.Wished {
			class += " wished"
		}
		for i, x := range s.spans {
			m := mark{span: x, class: class, claim: s.Key, rank: s.depth, label: s.label()}
			if i == len(s.spans)-1 {
				m.ref, m.note = s.N, s.Note
			}
			out = append(out, m)
		}
		for _, x := range s.sources {
			out = append(out, mark{span: x, class: "ev voucher", claim: s.Key, rank: 40})
		}
		for _, x := range s.cues {
			if s.Hedge {
				out = append(out, mark{span: x, class: "hedge", claim: s.Key, rank: 41, label: "(a hedge: "})
			}
		}
	}
	for _, o := range h.Opinions {
		m := mark{span: o.span, class: "opinion", claim: o.Key, rank: 20, label: opinionLabels[o.Kind]}
		if o.Kind == string(document.OpinionHedge) {
			m.class, m.rank = "hedge", 41
		}
		out = append(out, m)
	}
	return out
}

// hearings keeps the voices of the articles that were looked at last.
type hearings struct {
	mu   sync.Mutex
	by   map[string]*heard
	kept []string
}

// keptHearings is how many articles' voices are kept.
const keptHearings = 64

// voices reads who says what in an article, nested as the text nests it; nil
// where this desk cannot, or the article is in no language that is read.
func (d *Desk) voices(ctx context.Context, a sayso.Article) (*heard, error) {
	if d.o.Annotate == nil || a.Language != "" && a.Language != "en" {
		return nil, nil
	}
	key := sayso.ContentID("", a.ID, a.Reading())
	c := &d.heard
	c.mu.Lock()
	h := c.by[key]
	c.mu.Unlock()
	if h != nil {
		return h, nil
	}
	doc, err := d.o.Annotate(ctx, a)
	if err != nil {
		return nil, err
	}
	h = voicesIn(a.ID, doc)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.by == nil {
		c.by = map[string]*heard{}
	}
	if c.by[key] == nil {
		c.kept = append(c.kept, key)
	}
	c.by[key] = h
	if len(c.kept) > keptHearings {
		delete(c.by, c.kept[0])
		c.kept = c.kept[1:]
	}
	return h, nil
}
