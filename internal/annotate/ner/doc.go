// Package ner finds names: persons, places and organisations, and the extents
// of weapons, platforms, times, quantities and nationalities.
//
// Method: two models of different kinds score BILOU labels (Ratinov and Roth
// 2009) for each word, and their scores are added. One is a linear-chain
// conditional random field (Lafferty, McCallum and Pereira 2001) with hashed
// features of the word and its neighbours: forms, affixes, shapes, classes of
// words at three granularities, lists of places, actors, people and weapons, and
// the stretch of capitals that a word stands in. The other is a dilated
// convolution (Strubell et al. 2017) over vectors of the words, their affixes,
// parts of speech and lists. Then the scores of a word move towards the mean of
// its occurrences in the passage (after Krishnan and Manning 2006), and the best
// labelling is found by the Viterbi algorithm. All arithmetic is in integers, so
// that the same text gives the same names on every platform. The linear tagger
// is another one in text all in capitals or without any; the other extents have
// a linear tagger of their own.
//
// In: tokens, sentences, tags. Out: Names, in order, none overlapping; Score
// grows with the margin over "no name". Doubts: persons that would be names if the
// words of persons scored a little more (doubt.go).
//
// Limits: English; a sentence of more than 400 words is tagged in pieces; a
// title is not part of a person's name; a place that stands for its government
// is a place.
//
//	Rebels in Aleppo     fired 7 to 10    rockets  at Syrian        troops , Mr. Ali    Hassan said on Monday .
//	          └─place┘         └quantity┘ └weapon┘    └nationality┘              └─person───┘         └time┘
package ner
