// Package relevance is a cheap gate: it says whether an article is worth
// reading for claims, before tagging and parsing are paid for.
//
// Method: two sums over the distinct words of an article, and both must reach
// their mark. Signs (data/lexicon/relevance/words.tsv, written by hand) say
// that there is violence, disorder or strategy at all; words in the headline
// count half as much again; in a text of few words any sign is enough. Leanings (learned.tsv, a logistic regression over words, see
// train/relevance) say whether conflict is told of or talked about.
//
//	"The army shelled the town"   signs: army 0.5 + shelled 1 = 1.5, enough
//	                              leanings: +0.3 … above -2.5: relevant
//	"Our struggle for democracy"  signs enough; leanings -4.1: skipped
//
// In: tokens, sentences. Out: relevance. Limits: the gate is set to let
// everything through that may hold an incident; it cannot tell a figure of
// speech, and leanings are learned from Latin America (1988–91) and India
// (2002), so their mark is far below what parts the texts learned from.
package relevance
