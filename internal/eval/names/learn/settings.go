package learn

import "sayso/internal/eval/names/corpus"

// The settings of the shipped taggers, chosen on UNER EWT dev and on folds of
// re3d; docs/decisions/0012 has the comparison.
var (
	Names    = Settings{Kinds: corpus.NamedKinds, Lowered: 50, MinDocs: 3, Epochs: 3, Rate: 0.1, L2: 0.001, Seed: 1}
	Caseless = Settings{Kinds: corpus.NamedKinds, Fold: true, MinDocs: 3, Epochs: 4, Rate: 0.1, L2: 0.001, Seed: 1}
	Extents  = Settings{Kinds: corpus.ExtentKinds, Lowered: 30, MinDocs: 3, Epochs: 10, Rate: 0.1, L2: 0.003, Seed: 1}
)
