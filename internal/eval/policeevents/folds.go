package policeevents

import (
	"slices"

	"sayso/internal/model/hashlin"
)

// Folds is the number of parts that the documents are cut into.
const Folds = 5

// foldOf spreads documents over the folds by a fixed hash of their number.
func foldOf(doc int) int { return int(hashlin.Key(77, uint32(doc)) % Folds) }

// part is instances to learn from; a row is the numbers of the features that a
// sentence has, rising.
type part struct {
	rows     [][]int32
	docs     []int
	yes      []bool
	features int
}

// scorer is a model: the log-odds of yes for a row.
type scorer func(row []int32) float64

// outOfFold scores every sentence by a model of the other folds.
func outOfFold(sents []sentence, keys [][]uint32, truth []bool, fit func(part) scorer) []float64 {
	rows, features := numbered(keys)
	score := make([]float64, len(sents))
	for fold := range Folds {
		train := part{features: features}
		for i := range sents {
			if foldOf(sents[i].Doc) != fold {
				train.rows = append(train.rows, rows[i])
				train.docs = append(train.docs, sents[i].Doc)
				train.yes = append(train.yes, truth[i])
			}
		}
		model := fit(train)
		for i := range sents {
			if foldOf(sents[i].Doc) == fold {
				score[i] = model(rows[i])
			}
		}
	}
	return score
}

// numbered numbers the keys in the order in which they come up.
func numbered(keys [][]uint32) ([][]int32, int) {
	index := map[uint32]int32{}
	rows := make([][]int32, len(keys))
	for i := range keys {
		for _, k := range keys[i] {
			n, ok := index[k]
			if !ok {
				n = int32(len(index))
				index[k] = n
			}
			rows[i] = append(rows[i], n)
		}
		slices.Sort(rows[i])
		rows[i] = slices.Compact(rows[i])
	}
	return rows, len(index)
}
