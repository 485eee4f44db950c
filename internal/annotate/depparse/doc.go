// Package depparse attaches every token to its head in the dependency tree of
// its sentence (Universal Dependencies with the English subtypes).
//
// Method: each word is read with its neighbours up to sixteen words away by a
// stack of dilated convolutions with residuals (Strubell et al. 2017) over a
// learned vector of the word, its suffix and its tags and the vector of
// wordvec. A biaffine form (Dozat and Manning 2017) with a term for distance
// scores every pair of words; the best heads are the tree, or where they are
// none, the best projective tree (Eisner 1996). A small network then names the
// relation. All arithmetic is in integers (package kern).
//
// Two arcs that no sentence of the treebanks has are put right after that (mend).
//
// In: tokens, sentences, tags. Out: Arcs, one tree a sentence with one root.
//
// Limits: a sentence of more than [MaxWords] words is read in pieces.
//
//	        ┌──────root
//	 ┌nsubj─┤
//	 │      ├─────────obj┐
//	 │      │      ┌─det─┤
//	Rebels shelled the airport
package depparse
