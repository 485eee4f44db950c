package policeevents

import (
	"context"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

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
	tplBias
	tplSkip
	tplSubject
	tplAgent
	tplCompound
	tplActs
)

// police are the words by which the corpus names police.
var police = map[string]bool{"police": true, "policeman": true, "policemen": true, "cops": true, "cop": true, "constable": true,
	"constables": true, "cp": true, "dgp": true, "commissioner": true, "inspector": true, "crpf": true, "jawans": true,
	"rpf": true, "srp": true, "raf": true, "sp": true, "dcp": true, "acp": true, "constabulary": true, "personnel": true,
	"forces": true, "army": true, "officer": true, "officers": true, "cbi": true, "ips": true, "pac": true, "bsf": true, "cid": true, "sho": true}

// features are the keys of every sentence for the two models.
type features struct{ words, signs [][]uint32 }

// all is the signs and the words of each sentence together.
func (f features) all() [][]uint32 {
	out := make([][]uint32, len(f.words))
	for i := range out {
		out[i] = slices.Concat(f.signs[i], f.words[i])
	}
	return out
}

// featuresOf gives each sentence its features; the neighbours of a sentence are
// those of its document.
func featuresOf(ctx context.Context, o eval.Options, sents []sentence) (features, error) {
	trees, err := treeFeatures(ctx, o, sents)
	if err != nil {
		return features{}, err
	}
	tokens, found := make([][]string, len(sents)), make([]seen, len(sents))
	for i := range sents {
		tokens[i] = words(sents[i].Text)
		found[i] = signsOf(strings.ToLower(sents[i].Text))
	}
	out := features{make([][]uint32, len(sents)), make([][]uint32, len(sents))}
	for i := range sents {
		var b hashlin.Bag
		var near [2]seen
		own(&b, tokens[i])
		mask := classes(&b, tokens[i])
		for k, at := range [2]int{i - 1, i + 1} {
			if at < 0 || at >= len(sents) || sents[at].Doc != sents[i].Doc {
				continue
			}
			near[k] = found[at]
			tpl := uint32(tplBefore + k)
			neighbour(&b, tpl, tokens[at])
			across(&b, tpl, mask, maskOf(tokens[at]))
		}
		out.words[i] = append(b.Keys, trees[i].words...)
		out.signs[i] = append(signKeys(found[i], near), trees[i].signs...)
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
