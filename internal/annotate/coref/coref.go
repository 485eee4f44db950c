package coref

import (
	"context"

	"sayso/internal/document"
)

// New returns the stage that provides the coref layer.
func New() document.Stage {
	return document.Stage{
		Name:    "coref",
		Version: "5",
		Requires: []document.Layer{document.LayerTokens, document.LayerSentences, document.LayerTags,
			document.LayerTrees, document.LayerNames},
		Provides: []document.Layer{document.LayerCoref},
		Run: func(ctx context.Context, d *document.Document) error {
			nouns, err := shippedNouns()
			if err != nil {
				return err
			}
			r := &resolver{d: d, nouns: nouns}
			r.collect()
			for _, sieve := range []func(){r.sameNames, r.acronyms, r.shortNames, r.appositions, r.relatives, r.inOrder} {
				if err := ctx.Err(); err != nil {
					return err
				}
				sieve()
			}
			d.Entities = r.entities()
			return nil
		},
	}
}

// resolver is the state of one run.
type resolver struct {
	d        *document.Document
	nouns    nounKinds
	mentions []mention
	byHead   []int32 // token → mention that it heads, or -1
	sets     []int32 // union-find over mentions; the root is the first mention
	facts    []facts // by root
}

// facts is what is known of an entity, kept at the root of its set.
type facts struct {
	kind   document.NameKind
	gender gender
	plural bool
	size   int
	last   int // latest mention linked so far, in text order
}

// find returns the root of a mention's set.
func (r *resolver) find(m int) int {
	for int(r.sets[m]) != m {
		r.sets[m] = r.sets[r.sets[m]]
		m = int(r.sets[m])
	}
	return m
}

// join links two mentions' entities; the earlier root stays.
func (r *resolver) join(a, b int) {
	a, b = r.find(a), r.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	r.sets[b] = int32(a)
	fa, fb := &r.facts[a], &r.facts[b]
	fa.size += fb.size
	fa.last = max(fa.last, fb.last)
	if fa.kind == 0 {
		fa.kind = fb.kind
	}
	if fa.gender == unknown {
		fa.gender = fb.gender
	}
}

// entities lists the sets with a name or with more than one mention.
func (r *resolver) entities() []document.Entity {
	at := make([]int32, len(r.mentions))
	out := make([]document.Entity, 0, len(r.mentions)/4)
	for i := range r.mentions {
		root := r.find(i)
		m := &r.mentions[i]
		if root == i {
			at[i] = -1
			if r.facts[i].size == 1 && !m.name {
				continue
			}
			at[i] = int32(len(out))
			out = append(out, document.Entity{Kind: r.facts[i].kind, Mentions: make([]document.Mention, 0, r.facts[i].size)})
		}
		if at[root] < 0 {
			continue
		}
		e := &out[at[root]]
		e.Mentions = append(e.Mentions, document.Mention{Range: m.Range, Head: m.head, Pronoun: m.pronoun != nil})
		if m.name && r.fuller(m.Range, e.Name) {
			e.Name = m.Range
		}
	}
	return out
}

// fuller reports whether name a is longer, in bytes, than b.
func (r *resolver) fuller(a, b document.Range) bool {
	x, y := r.d.SpanOf(a), r.d.SpanOf(b)
	return x.End-x.Start > y.End-y.Start
}
