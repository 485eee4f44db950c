// Package ner finds names: persons, places and organisations, and the extents
// of weapons, platforms, times, quantities and nationalities.
//
// Method: linear-chain conditional random fields (Lafferty, McCallum and
// Pereira 2001) over BILOU labels (Ratinov and Roth 2009) with hashed features
// of the word and its neighbours: forms, affixes, shapes, clusters of word
// vectors at three granularities, lists of places and actors, and the stretch
// of capitals that a word stands in. Weights are integers and the best
// labelling is found by the Viterbi algorithm, so that the same text gives the
// same names on every platform. There are three taggers: names in mixed case,
// names in text all in capitals or without any, and the other extents.
//
// In: tokens, sentences. Out: Names, in order, none overlapping; Score grows
// with the margin over "no name".
//
// Limits: English; a sentence of more than 400 words is tagged in pieces; a
// title is not part of a person's name; a place that stands for its government
// is a place.
//
//	Rebels in Aleppo     fired 7 to 10    rockets  at Syrian        troops , Mr. Ali    Hassan said on Monday .
//	          └─place┘         └quantity┘ └weapon┘    └nationality┘              └─person───┘         └time┘
package ner
