package toponym

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Model is the weights of the stage, in thousandths.
type Model struct {
	Detect    map[uint64]int32            // of hashed detection features
	Rank      [Passes][FeatureCount]int32 // of the choice among entries, a row a pass
	Threshold int64                       // least score of a place name
	Sure      [SureCount]int32            // of the confidence in what was chosen
	names     map[uint64]string
}

// Passes is how often the choice is made, each time with what the time before
// believed of the other names.
const Passes = 3

// NewModel returns a model without weights.
func NewModel() *Model {
	return &Model{Detect: map[uint64]int32{}, Sure: [SureCount]int32{sOdds: 1000}, names: map[uint64]string{}}
}

// SetDetect sets the weight of a detection feature by its name.
func (m *Model) SetDetect(name string, w int32) {
	h := hashName(name)
	m.Detect[h], m.names[h] = w, name
}

func hashName(s string) uint64 {
	h := uint64(hashSeed)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return h
}

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

// ReadModel reads the form that [Model.Write] writes: lines of a section, a
// name and a whole number between tabs. An error names the line.
func ReadModel(r io.Reader) (*Model, error) {
	m := NewModel()
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		if err := m.parse(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("toponym weights: line %d: %w", n, err)
		}
	}
	return m, lines.Err()
}

func (m *Model) parse(f []string) error {
	if len(f) != 3 {
		return fmt.Errorf("%d columns, want 3", len(f))
	}
	w, err := strconv.ParseInt(f[2], 10, 32)
	if err != nil {
		return fmt.Errorf("%q is no weight", f[2])
	}
	switch f[0] {
	case "detect":
		m.SetDetect(f[1], int32(w))
		return nil
	case "threshold":
		m.Threshold = w
		return nil
	case "sure":
		at := slices.Index(sureNames[:], f[1])
		if at < 0 {
			return fmt.Errorf("no weight %s %s", f[0], f[1])
		}
		m.Sure[at] = int32(w)
		return nil
	}
	pass, ok := strings.CutPrefix(f[0], "rank")
	at := slices.Index(featureNames[:], f[1])
	p, err := strconv.Atoi(pass)
	if !ok || err != nil || p < 1 || p > Passes || at < 0 {
		return fmt.Errorf("no weight %s %s", f[0], f[1])
	}
	m.Rank[p-1][at] = int32(w)
	return nil
}

// Write writes the weights as text, in an order that depends on nothing else.
func (m *Model) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# weights of ground/toponym, in thousandths\nthreshold\t\t%d\n", m.Threshold)
	for i, x := range m.Sure {
		fmt.Fprintf(b, "sure\t%s\t%d\n", sureNames[i], x)
	}
	for p := range m.Rank {
		for i, x := range m.Rank[p] {
			fmt.Fprintf(b, "rank%d\t%s\t%d\n", p+1, featureNames[i], x)
		}
	}
	byName := map[string]int32{}
	for h, x := range m.Detect {
		byName[m.names[h]] = x
	}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		fmt.Fprintf(b, "detect\t%s\t%d\n", name, byName[name])
	}
	return b.Flush()
}

// sigmoid of a score in thousandths.
func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x/1000)) }
