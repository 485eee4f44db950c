package signs

import (
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"sort"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/model"
)

// Feature is one sign, 1 where it is simply there.
type Feature struct {
	Name  string
	Value float64
}

// Features is a bag of signs in the order in which they were added.
type Features []Feature

// Add notes that a sign is there.
func (f *Features) Add(name string) { *f = append(*f, Feature{name, 1}) }

// AddIf notes a sign that is there if ok holds.
func (f *Features) AddIf(ok bool, name string) {
	if ok {
		f.Add(name)
	}
}

// AddValue notes a measured sign.
func (f *Features) AddValue(name string, v float64) { *f = append(*f, Feature{name, v}) }

// Model is weights by name; a name without one counts nothing.
type Model map[string]float64

// Score is the log-odds of the features.
func (m Model) Score(f Features) float64 {
	sum := 0.0
	for i := range f {
		sum += float64(m[f[i].Name] * f[i].Value)
	}
	return sum
}

// Probability is the chance that log-odds stand for, 0 to 1. Decide on the
// log-odds, which are the same on every platform; this is for printing.
func Probability(score float64) float64 { return 1 / (1 + math.Exp(-score)) }

// Without is the strongest sign but for which a score would not have been higher
// than a limit, and false where none alone made the difference. Score and limit
// may be those of two options: over has the signs of one, under of the other.
func (m Model) Without(over, under Features, limit float64) (Feature, bool) {
	margin := m.Score(over) - limit
	var best Feature
	for _, x := range over {
		gain := float64(m[x.Name] * x.Value)
		for _, y := range under {
			if x.Name == y.Name {
				gain -= float64(m[y.Name] * y.Value)
			}
		}
		if gain > best.Value && gain >= margin {
			best = Feature{x.Name, gain}
		}
	}
	return best, best.Name != ""
}

// Why explains a score: the strongest signs for and against, at most n.
func (m Model) Why(f Features, n int) []*sayso.Explanation {
	own := make(Features, 0, len(f))
	for _, x := range f {
		if w := float64(m[x.Name] * x.Value); w != 0 {
			own = append(own, Feature{x.Name, w})
		}
	}
	sort.SliceStable(own, func(i, j int) bool { return math.Abs(own[i].Value) > math.Abs(own[j].Value) })
	var out []*sayso.Explanation
	for _, x := range own[:min(n, len(own))] {
		out = append(out, sayso.Because(fmt.Sprintf("%+.2f", x.Value), x.Name))
	}
	return out
}

// Set is models by name.
type Set map[string]Model

// Load reads the newest set of a task under models in files.
func Load(files fs.FS, task string) (Set, error) {
	b, err := model.Load(files, task)
	if err != nil {
		return nil, err
	}
	return Read(b)
}

// Read reads the payload of a set. A line that is not model, feature and weight
// is an error.
func Read(payload []byte) (Set, error) {
	s := Set{}
	n := 0
	for line := range bytes.Lines(payload) {
		n++
		cells := strings.Split(strings.TrimSuffix(string(line), "\n"), "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("signs: line %d has %d cells, not 3", n, len(cells))
		}
		w, err := strconv.ParseFloat(cells[2], 64)
		if err != nil || math.IsNaN(w) || math.IsInf(w, 0) {
			return nil, fmt.Errorf("signs: line %d: no weight %q", n, cells[2])
		}
		if s[cells[0]] == nil {
			s[cells[0]] = Model{}
		}
		s[cells[0]][cells[1]] = w
	}
	return s, nil
}

// Payload writes a set, sorted, weights to four decimals.
func (s Set) Payload() []byte {
	var lines []string
	for name, m := range s {
		for f, w := range m {
			lines = append(lines, name+"\t"+f+"\t"+strconv.FormatFloat(w, 'f', 4, 64)+"\n")
		}
	}
	sort.Strings(lines)
	return []byte(strings.Join(lines, ""))
}

// Model returns a model of the set, or an error where there is none.
func (s Set) Model(name string) (Model, error) {
	if m := s[name]; m != nil {
		return m, nil
	}
	return nil, fmt.Errorf("signs: no model %q in the set", name)
}
