// Package depparse attaches every token to its head in the dependency tree of
// its sentence (Universal Dependencies with the English subtypes).
//
// Method: an arc-hybrid transition parser (Kuhlmann et al. 2011), trained with a
// dynamic oracle (Goldberg and Nivre 2013); features in the manner of Zhang and
// Nivre (2011) with word classes from vectors, scored by an averaged perceptron
// with integer weights.
//
// In: tokens, sentences, tags. Out: Arcs, one tree a sentence with one root.
//
// Limits: trees are projective; a sentence that has crossing arcs gets the
// nearest tree without.
//
//	        ┌──────root
//	 ┌nsubj─┤
//	 │      ├─────────obj┐
//	 │      │      ┌─det─┤
//	Rebels shelled the airport
package depparse
