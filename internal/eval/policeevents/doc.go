// Package policeevents scores how well sentences are found that report what
// police did: anything at all, a killing, an arrest, force (IndiaPoliceEvents,
// Halterman, Keith, Sarwar and O'Connor, Findings of ACL 2021).
//
// For each question two linear models are learnt and tested five-fold by
// document: one over signs, which are patterns of what police do and their
// groups, one over words, classes of words and, where a chain is given, what the
// trees say police do. Their weight and the threshold of a fold are those that
// are best on the out-of-fold scores of the other four, so that no sentence
// takes part in a choice that it is measured by.
//
// In: DIR/sents.jsonl. Out: F1, precision and recall of each question, with
// 95 % intervals by the bootstrap over documents. Limits: the texts are in
// lower case and cut by rule, some in the middle of a word; nothing of them is
// kept.
package policeevents
