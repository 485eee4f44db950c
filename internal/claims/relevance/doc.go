// Package relevance is a cheap gate: it says whether an article is worth
// reading for claims, before tagging and parsing are paid for.
//
// Method: the weights of the distinct words of an article that stand in a table
// (data/lexicon/relevance/words.tsv) are added up; from a fixed sum on, the
// article passes. Words in the headline count twice.
//
//	"The army shelled the town"  army 0.5 + shelled 1 + … ≥ 1.5: relevant
//
// In: tokens, sentences. Out: relevance. Limits: the gate is set to let
// everything through that may hold an incident; it keeps out what has no word
// of violence, disorder or strategy at all, and cannot tell a figure of speech.
package relevance
