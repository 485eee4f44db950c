package link

import (
	"bytes"
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"sayso"
	"sayso/data"
	"sayso/internal/kern"
	"sayso/internal/lexicon"
	"sayso/internal/model"
	"sayso/internal/model/logit"
	"sayso/internal/model/wordvec"
)

// Never is the score of what nothing outweighs.
const Never = -1_000_000

// Decider decides on pairs of reports. It is read only.
type Decider struct {
	model   *logit.Model
	vectors *wordvec.Table
	types   map[string]kind
}

// kind is a type's family and the program's id of it.
type kind struct{ family, program string }

// New makes the decider on the model and the words that the program carries,
// and the types of the lexicon.
func New(l *lexicon.Lexicon) (*Decider, error) {
	b, err := model.Load(data.FS, "link")
	if err != nil {
		return nil, err
	}
	m, err := logit.Read(bytes.NewReader(b), Names())
	if err != nil {
		return nil, fmt.Errorf("model link: %w", err)
	}
	return NewWith(l, m)
}

// NewWith makes a decider on another model.
func NewWith(l *lexicon.Lexicon, m *logit.Model) (*Decider, error) {
	v, err := wordvec.Load()
	if err != nil {
		return nil, err
	}
	d := &Decider{model: m, vectors: v, types: map[string]kind{}}
	for _, t := range l.Types {
		d.types[t.ID] = kind{t.Family, cmp.Or(t.Was, t.ID)}
	}
	return d, nil
}

// unknown is what a word tells that is not among the frequent ones of English.
const unknown = 240

// rarity is how much a word tells: 16 for each halving of its frequency.
func (d *Decider) rarity(w string) int32 {
	if w[0] >= '0' && w[0] <= '9' {
		return unknown / 4
	}
	r := d.vectors.Rank(kern.Word(w))
	if r < 0 {
		return unknown
	}
	return int32(log2x16(r/8 + 1))
}

// log2x16 is 16 times the binary logarithm of n, straight between powers of two.
func log2x16(n int) int {
	top := bits.Len(uint(n)) - 1
	return top*16 + (n-1<<top)*16>>top
}

// Score is the log odds, in thousandths, that two reports are of one happening;
// [Never] where a contradiction excludes it.
func (d *Decider) Score(a, b *Report) int {
	if excluded(a, b) {
		return Never
	}
	var v [count]int
	measure(a, b, &v)
	return d.model.Score(v[:])
}

// Why explains [Decider.Score]: a tree of the reasons, weightiest first.
func (d *Decider) Why(a, b *Report) *sayso.Explanation {
	if x := Excluded(a, b); x != "" {
		return sayso.Because("never", x)
	}
	var v [count]int
	measure(a, b, &v)
	score := d.model.Score(v[:])
	top := sayso.Because(probability(score), "that they are one")
	type reason struct {
		share int
		text  string
	}
	var reasons []reason
	for i := range count {
		if s := d.model.Share(v[:], i); v[i] != 0 && s != 0 {
			reasons = append(reasons, reason{s, d.say(i, a, b)})
		}
	}
	slices.SortStableFunc(reasons, func(x, y reason) int { return abs(y.share) - abs(x.share) })
	for _, r := range reasons {
		top.Children = append(top.Children, sayso.Because(logOdds(r.share), r.text))
	}
	top.Children = append(top.Children, sayso.Because(logOdds(d.model.Bias), "before anything is known"))
	return top
}

func logOdds(thousandths int) string {
	sign := "+"
	if thousandths < 0 {
		sign = "-"
	}
	return fmt.Sprintf("%s%d.%02d", sign, abs(thousandths)/1000, abs(thousandths)%1000/10)
}

func probability(score int) string {
	p := logit.Probability(score)
	return fmt.Sprintf("%d.%01d %%", p/10, p%10)
}

func abs(x int) int { return max(x, -x) }

// common are the words that two reports share, rarest first.
func (d *Decider) common(a, b *Report, name bool) string {
	in := map[string]bool{}
	d.words(a.Record, a.In, func(w string, n bool) {
		if n == name {
			in[w] = true
		}
	})
	var out []string
	d.words(b.Record, b.In, func(w string, n bool) {
		if n == name && in[w] && !slices.Contains(out, w) {
			out = append(out, w)
		}
	})
	slices.SortFunc(out, func(x, y string) int {
		return cmp.Or(cmp.Compare(d.rarity(y), d.rarity(x)), strings.Compare(x, y))
	})
	return strings.Join(out[:min(len(out), 4)], ", ")
}
