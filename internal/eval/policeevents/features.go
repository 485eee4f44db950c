package policeevents

import (
	"context"
	"hash/fnv"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/model/hashlin"
)

// templates of features.
const (
	tplWord = iota + 1
	tplPair
	tplTriple
	tplPolice
	tplPoliceStem
	tplNear
	tplBefore
	tplAfter
	tplStem
	tplEvent
	tplAgent
	tplBias
	tplSkip
)

// police are the words by which the corpus names police.
var police = map[string]bool{"police": true, "policeman": true, "policemen": true, "cops": true, "cop": true, "constable": true,
	"constables": true, "cp": true, "dgp": true, "commissioner": true, "inspector": true, "crpf": true, "jawans": true,
	"rpf": true, "srp": true, "raf": true, "sp": true, "dcp": true, "acp": true, "constabulary": true, "personnel": true,
	"forces": true, "army": true, "officer": true, "officers": true, "cbi": true, "ips": true, "pac": true, "bsf": true, "cid": true, "sho": true}

// features gives each sentence its hashed features; the neighbours of a
// sentence are those of its document.
func features(ctx context.Context, o eval.Options, sents []sentence) ([][]uint32, error) {
	tokens := make([][]string, len(sents))
	for i := range sents {
		tokens[i] = words(sents[i].Text)
	}
	events, err := chainFeatures(ctx, o, sents)
	if err != nil {
		return nil, err
	}
	out := make([][]uint32, len(sents))
	for i := range sents {
		var b hashlin.Bag
		own(&b, tokens[i])
		for _, near := range []struct {
			at  int
			tpl uint32
		}{{i - 1, tplBefore}, {i + 1, tplAfter}} {
			if near.at >= 0 && near.at < len(sents) && sents[near.at].Doc == sents[i].Doc {
				neighbour(&b, near.tpl, tokens[near.at])
			}
		}
		b.Keys = append(b.Keys, events[i]...)
		out[i] = b.Keys
	}
	return out, nil
}

// words cuts a text at everything that is no letter or digit, in lower case.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

func id(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// stem cuts the common endings of English verbs and nouns.
func stem(w string) string {
	for _, end := range []string{"ings", "ing", "ed", "es", "s"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

func own(b *hashlin.Bag, w []string) {
	b.Add(tplBias)
	cop := -1
	for i, x := range w {
		if police[x] && cop < 0 {
			cop = i
		}
	}
	for i, x := range w {
		b.Add(tplWord, id(x))
		b.Add(tplStem, id(stem(x)))
		if i > 0 {
			b.Add(tplPair, id(stem(w[i-1])), id(stem(x)))
		}
		if i > 1 {
			b.Add(tplTriple, id(stem(w[i-2])), id(stem(w[i-1])), id(stem(x)))
			b.Add(tplSkip, id(stem(w[i-2])), id(stem(x)))
		}
		if cop >= 0 {
			side := uint32(0)
			if i > cop {
				side = 1
			}
			b.Add(tplPoliceStem, side, id(stem(x)))
			if d := i - cop; d >= -3 && d <= 5 {
				b.Add(tplNear, uint32(d+8), id(stem(x)))
			}
		}
	}
	if cop >= 0 {
		b.Add(tplPolice)
	}
}

func neighbour(b *hashlin.Bag, tpl uint32, w []string) {
	for _, x := range w {
		if police[x] || len(x) > 4 {
			b.Add(tpl, id(stem(x)))
		}
	}
}

// chainFeatures adds what the chain's events say of each sentence: type, and
// kind of the agent. Without a chain there are none.
func chainFeatures(ctx context.Context, o eval.Options, sents []sentence) ([][]uint32, error) {
	out := make([][]uint32, len(sents))
	if o.Chain == nil {
		return out, nil
	}
	for first := 0; first < len(sents); {
		end := first
		var text strings.Builder
		starts := []int{}
		for end < len(sents) && sents[end].Doc == sents[first].Doc {
			starts = append(starts, text.Len())
			text.WriteString(strings.TrimRight(sents[end].Text, " \n"))
			text.WriteByte(' ')
			end++
		}
		d, err := o.Chain.Run(ctx, &sayso.Article{ID: "india", Language: "en", Text: text.String()}, document.LayerEvents)
		if err != nil {
			return nil, err
		}
		for i := range d.Events {
			at := int(d.Tokens[d.Events[i].Trigger].Start)
			k := len(starts) - 1
			for k > 0 && starts[k] > at {
				k--
			}
			out[first+k] = append(out[first+k], eventKeys(d, &d.Events[i])...)
		}
		first = end
	}
	return out, nil
}

func eventKeys(d *document.Document, e *document.Event) []uint32 {
	var b hashlin.Bag
	b.Add(tplEvent, id(e.Type))
	for i := range e.Args {
		if a := &e.Args[i]; a.Index >= 0 && (a.Role == "agent" || a.Role == "target") {
			b.Add(tplAgent, id(e.Type), id(a.Role), id(string(d.Actors[a.Index].Actor.Kind)))
		}
	}
	return b.Keys
}
