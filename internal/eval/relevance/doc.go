// Package relevance scores the gate: of the articles that hold incidents, how
// many pass; of the messages without any, how many are skipped; and what that
// costs. It also holds how the gate's words are learned, so that the same
// learning can be scored five-fold.
//
// In: the folder that holds gold/dev, data/india-police-events and data/muc34.
// Out: recall on each; the share of the irrelevant dev messages of MUC that is
// skipped, with the shipped words (which were learned from these messages) and
// five-fold by message. Limits: gold/dev has 22 articles; an article of
// india-police-events counts as one with incidents where any sentence of it is
// labelled.
package relevance
