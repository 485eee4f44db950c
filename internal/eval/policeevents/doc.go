// Package policeevents scores how well sentences are found that report what
// police did: anything at all, a killing, an arrest, force (IndiaPoliceEvents,
// Halterman, Keith, Sarwar and O'Connor, Findings of ACL 2021).
//
// For each question a linear model over hashed features of the sentence and its
// neighbours is learnt and tested five-fold by document; the threshold of a
// fold is the one that is best on the out-of-fold scores of the other four, so
// that no sentence takes part in a choice that it is measured by. Where a chain
// is given, its events with their agents are features too.
//
// In: DIR/sents.jsonl. Out: F1, precision and recall of each question, with
// 95 % intervals by the bootstrap over documents. Limits: the texts are in
// lower case and cut by rule, some in the middle of a word; nothing of them is
// kept.
package policeevents
