// Package tag gives every token its part of speech (UPOS, and XPOS of the Penn
// Treebank as EWT uses it) and its lemma.
//
// Method: a greedy tagger from left to right, an averaged perceptron (Collins
// 2002) over hashed features: words, affixes, shapes, word classes from vectors,
// and the two tags before. Weights are integers. A tag is a pair of UPOS and
// XPOS. Case-less stretches (headlines, wires in capitals) are recognised, and
// their shapes left out. Lemmas come from a table of forms seen in training, a
// list of irregular forms, and rules of English endings that choose the spelling
// that is the more frequent word.
//
// In: tokens, sentences. Out: Tags.
//
// Limits: the lemma of a proper noun is the word as written.
//
//	Rebels     shelled     the     airport     .
//	NOUN NNS   VERB VBD    DET DT  NOUN NN     PUNCT .
//	rebel      shell       the     airport     .
package tag
