// Package frame finds the words of attributions: cue, source and content, as
// ranges of tokens, in a document with trees. It is the part of the
// attribution stage that is learnt; who the source is, and what the cue makes
// of the content, is read by the stage from these frames.
//
// Method: rules over dependency trees with a lexicon of cue words propose
// spans ([Finder.Rules]); hashed linear models trained on PolNeAR (Newell,
// Margolin and Ruths, LREC 2018) decide which words are cues and choose each
// span from ranked candidates, the rule's proposal being one of the features.
// Pareti (2015) and Citron (Newell and others, 2018) take the same order: cue
// first, then source and content relative to it.
//
// In: tokens, sentences, tags, trees. Out: [Frame]. Limits: a frame's cue and
// source lie in one sentence; content may run on over quoted sentences of the
// same paragraph.
package frame
