// Package logit is a yes-or-no decision with named reasons: logistic
// regression over a few dozen measured features. A feature is a whole number,
// 1000 for full, and a weight is thousandths of a logit, so that a decision is
// whole-number arithmetic, the same on every platform, and each feature's share
// in it can be told.
package logit

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Full is the value of a feature that holds in full.
const Full = 1000

// Model decides.
type Model struct {
	Bias    int // thousandths of a logit
	Names   []string
	Weights []int // one a name, for the value [Full]
}

// Score is the log odds of yes in thousandths. values are in the order of the
// names.
func (m *Model) Score(values []int) int {
	sum := m.Bias * Full
	for i, v := range values {
		sum += m.Weights[i] * v
	}
	return sum / Full
}

// Share is what feature i adds to the score.
func (m *Model) Share(values []int, i int) int { return m.Weights[i] * values[i] / Full }

// Probability turns a score into thousandths of probability.
func Probability(score int) int {
	return int(math.Round(1000 / (1 + math.Exp(-float64(score)/1000))))
}

var errModel = errors.New("model of a decision is broken")

// Write writes the model as a table: name, tab, weight; the bias first.
func (m *Model) Write(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "bias\t%d\n", m.Bias); err != nil {
		return err
	}
	for i, n := range m.Names {
		if _, err := fmt.Fprintf(w, "%s\t%d\n", n, m.Weights[i]); err != nil {
			return err
		}
	}
	return nil
}

// Read reads what [Model.Write] wrote. The names must be those given, in any
// order; the weights come back in the order of names.
func Read(r io.Reader, names []string) (*Model, error) {
	m := &Model{Names: names, Weights: make([]int, len(names))}
	seen := 0
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		name, value, ok := strings.Cut(lines.Text(), "\t")
		weight, err := strconv.Atoi(value)
		if !ok || err != nil {
			return nil, fmt.Errorf("line %d: %w", n, errModel)
		}
		i := slices.Index(names, name)
		switch {
		case name == "bias":
			m.Bias = weight
		case i < 0:
			return nil, fmt.Errorf("line %d: no feature %q: %w", n, name, errModel)
		default:
			m.Weights[i] = weight
			seen++
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if seen != len(names) {
		return nil, fmt.Errorf("%d weights for %d features: %w", seen, len(names), errModel)
	}
	return m, nil
}
