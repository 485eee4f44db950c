// Package policeevents scores how well sentences are found that report what
// police did: anything at all, a killing, an arrest, force (IndiaPoliceEvents,
// Halterman, Keith, Sarwar and O'Connor, Findings of ACL 2021).
//
// For each question two models are learnt and tested five-fold by document: a
// forest over signs, which are patterns of what police do and their groups, and
// a logistic regression over signs, words, classes of words and, where a chain
// is given, what the trees say police do. Their log-odds are added. The
// threshold of a fold is the one that is best on the out-of-fold scores of the
// other four.
//
// In: DIR/sents.jsonl. Out: F1, precision and recall of each question, with
// 95 % intervals by the bootstrap over documents. Limits: the texts are in
// lower case and cut by rule, some in the middle of a word; nothing of them is
// kept.
package policeevents
