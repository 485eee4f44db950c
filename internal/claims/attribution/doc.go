// Package attribution reads who says what: cue, source and content of every
// attribution, nested to any depth, who the source is, and what the cue makes
// of the content.
//
// Method: package frame finds the words (learnt on PolNeAR; Newell, Margolin
// and Ruths, LREC 2018). Rules on the tree, names and coreference then name the
// source: the person or body in the words, the issuer of a document, whom a
// pronoun stands for, or else the description as written. A medium that a
// source spoke to ("told Reuters") is an attribution around the source's; block
// quotes and paragraphs after "The Times reports:" go to whom they are
// introduced by, and what was said is widened to whole clauses. The cue's class
// in data/lexicon/attribution gives the stance.
//
//	A police spokesman  told  Reuters  that  twelve people were killed
//	└ source            cue   └ outlet ←───── content of both
//
// In: tokens, sentences, tags, trees, names, coref, actors. Out: attributions.
// Limits: a cue and its source stand in one sentence; a speaker who is named
// only two paragraphs before a quotation is not looked for.
package attribution
