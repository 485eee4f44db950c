// Package render turns what the chain reads in a document into templates of
// MUC-4: a bridge from sayso's events, values and claims to the slots of 1992.
//
// Method: the stages are those of every other text; what is here maps. Types
// go by data/crosswalks/muc4.tsv. What the task description leaves to a coder
// (which happenings are reportable, which set fill a noun stands for) is
// learned from the keys of the dev messages (data/models/muc4): networks of
// eval/muc/net over the features of eval/muc/parts and word vectors for what
// depends on how words are used (who plays which part, what a happening is, what
// sort of thing or person a phrase stands for, how it is written), logistic and
// softmax regressions for the rest.
//
// In: a document with layers up to incidents. Out: templates. Limits: one
// location a template, without streets; total numbers are not
// filled.
package render
