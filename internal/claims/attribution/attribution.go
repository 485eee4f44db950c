package attribution

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"

	"sayso"
	"sayso/data"
	"sayso/internal/claims/attribution/frame"
	"sayso/internal/document"
)

// Version changes whenever the same article may be read differently.
const Version = "2026-12-01d"

// New returns the stage. It fails where an embedded table or the model cannot
// be read.
func New() (document.Stage, error) {
	r, err := newReader()
	if err != nil {
		return document.Stage{}, err
	}
	return document.Stage{
		Name:    "attribution",
		Version: Version,
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags, document.LayerTrees,
			document.LayerNames, document.LayerCoref, document.LayerActors},
		Provides: []document.Layer{document.LayerAttributions},
		Run:      r.run,
	}, nil
}

// reader holds what the stage knows; it is read-only once made.
type reader struct {
	finder  *frame.Finder
	outlets *outlets
}

func newReader() (*reader, error) {
	finder, err := frame.Load()
	if err != nil {
		return nil, err
	}
	raw, err := data.FS.ReadFile("lexicon/attribution/outlets.tsv")
	if err != nil {
		return nil, fmt.Errorf("attribution: outlets: %w", err)
	}
	out, err := readOutlets(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	return &reader{finder, out}, nil
}

// run writes the layer.
func (r *reader) run(_ context.Context, d *document.Document) error {
	if len(d.Tags) != len(d.Tokens) || len(d.Arcs) != len(d.Tokens) {
		return fmt.Errorf("attribution: %d tokens, %d tags, %d arcs", len(d.Tokens), len(d.Tags), len(d.Arcs))
	}
	w := newWork(r, d)
	frames := r.finder.Frames(w.v)
	slices.SortStableFunc(frames, func(a, b frame.Frame) int { return cmp.Compare(a.Head, b.Head) })
	w.hold(frames)
	for _, f := range frames {
		w.read(f)
	}
	w.retorts()
	w.cited()
	w.citedWho()
	w.quotedBy()
	w.afterColon()
	w.readOut()
	w.carry()
	w.part()
	w.nest()
	d.Attributions = w.out
	return nil
}

// work is one document being read.
type work struct {
	*reader
	v          *frame.View
	d          *document.Document
	entity     []int32 // entity of the mention headed by the token, -1
	actor      []int32 // actor mention headed by the token, -1
	heads      []int   // cue head of each attribution in out
	out        []document.Attribution
	heldBy     map[int]bool     // tokens that are the source of a cue of their own
	speaks     map[int]bool     // the attributions in out that are speech
	lastPerson who              // the person cited last
	lastSpoke  int              // the cue of that
	medium     who              // the outlet cited last
	beside     map[int]bool     // attributions that stand beside what they are about
	spoken     []saidAt         // all who were cited, in the order of their cues
	issuers    []cited          // who was cited, and may have issued what is cited
	saying     []document.Range // what the frame that is being read says
}

func newWork(r *reader, d *document.Document) *work {
	w := &work{reader: r, v: frame.NewView(d), d: d, out: []document.Attribution{}, speaks: map[int]bool{}, beside: map[int]bool{}}
	w.entity, w.actor = fill(len(d.Tokens)), fill(len(d.Tokens))
	for e := range d.Entities {
		for _, m := range d.Entities[e].Mentions {
			if m.Head >= 0 && m.Head < len(w.entity) {
				w.entity[m.Head] = int32(e)
			}
		}
	}
	for a, m := range d.Actors {
		if m.Head >= 0 && m.Head < len(w.actor) {
			w.actor[m.Head] = int32(a)
		}
	}
	return w
}

func fill(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// hold notes which tokens are a source of some frame.
func (w *work) hold(frames []frame.Frame) {
	w.heldBy = map[int]bool{}
	for _, f := range frames {
		for _, r := range f.Source {
			for i := r.First; i < r.End; i++ {
				w.heldBy[i] = true
			}
		}
	}
}

// read turns a frame into attributions: one for the source, and one around it
// for the outlet that was told.
func (w *work) read(f frame.Frame) {
	f.Source = w.sharedSource(f, w.spokenOf(f))
	f.Content = w.unopposed(f, w.whole(f, w.reachable(f)))
	if w.nobody(f.Source) || len(f.Content) == 0 || within(f.Content, f.Head) {
		return
	}
	w.saying = f.Content
	if w.hearer(f) && !w.clausal(f) && !w.direct(f.Content) {
		return // "until next of kin could be told"
	}
	if w.accused(f) || w.placed(f.Source, f.Head) || w.impersonal(f) || w.hearer(f) {
		f.Source = nil
	}
	src := w.sourceOf(f)
	if src.name == "" {
		src = w.byNoun(f)
	}
	if x, ok := w.claimant(f, src); ok {
		src = x
	}
	a := document.Attribution{Cue: f.Cue, Source: f.Source, Content: f.Content, Kind: src.kind, Name: src.name,
		Named: src.named, ActorID: src.id, Parent: -1, Score: f.Score, Direct: w.direct(f.Content)}
	class, known := w.finder.ClassOf(w.v, f.Head)
	a.Stance, a.Vouches = w.stance(f, class)
	mute := w.mute(f)
	a.Vouches = a.Vouches && !mute && !w.citing(f.Head) && (known || a.Direct && extent(f.Content) > shortQuote || w.clausal(f) || w.issues(f)) && w.canSay(f, class, src)
	a.Why = explain(w, f, class, &a, src)
	if told, ok := w.toldOutlet(f); ok {
		w.add(f.Head, w.outletAround(told, &a))
		w.remember(told, f.Head)
	}
	inner, cites := w.quotes(f, len(w.out))
	w.add(f.Head, a)
	w.speaks[len(w.out)-1] = known && class == frame.Say || a.Direct
	if cites {
		w.add(f.Head, inner)
	}
	if !mute {
		w.remember(src, f.Head)
	}
}

// sourceOf reads the source of a frame, and a name that stands beside it.
func (w *work) sourceOf(f frame.Frame) who {
	if n, ok := w.describedAfter(f.Source, f.Head); ok {
		x := w.named(n.First, w.untitled(n), "the person named between the cue and the words of the source")
		x.human, x.words = true, n
		return x
	}
	if len(f.Source) == 0 {
		return w.whoOf(nil)
	}
	near := w.nearName(w.afterDateline(f.Source[0]), f.Head)
	if x, ok := w.speaksOn(f); ok {
		return x
	}
	x := w.whoOf([]document.Range{near})
	if near != f.Source[0] && w.namesMedium(f.Source[0]) {
		x.kind = sayso.VoucherOutlet
	}
	return x
}

func (w *work) add(head int, a document.Attribution) {
	w.out = append(w.out, a)
	w.heads = append(w.heads, head)
}

// shortQuote is up to how many tokens a quotation with its marks may be a word in
// quotation marks and not what somebody said: staged a "road block".
const shortQuote = 5

// remember keeps who was cited last and by which cue, for "the report" and "the
// statement".
func (w *work) remember(src who, cue int) {
	if src.name != "" {
		w.spoken = append(w.spoken, saidAt{src, cue})
	}
	switch {
	case src.name == "":
	case src.outlet():
		w.medium = src
	default:
		w.issuers = append(w.issuers, cited{src, cue})
		if src.human || w.oneSpeaker(src.words) {
			w.lastPerson, w.lastSpoke = src, cue
		}
	}
}

// direct reports whether most of the content stands between quotation marks.
func (w *work) direct(content []document.Range) bool {
	quoted, all := 0, 0
	for _, r := range content {
		all += r.Len()
		for i := r.First; i < r.End; i++ {
			if w.v.Quote[i] >= 0 {
				quoted++
			}
		}
	}
	return all > 0 && quoted*10 >= all*7
}
