// Package signal reads, around the word for an event, what tells whether it
// took place: negation, modal verbs, tense, and the words that govern it in
// the tree ("tried to", "denied that", "if"), and turns them into features.
//
// Method: the governors are followed up to the root, as polarity is in
// TruthTeller (Lotan, Stern and Dagan, 2013) and in Stanovsky and others (ACL
// 2017); hashed features of them, the vectors of the words around and the means
// of the sentence's feed networks of two hidden layers, in whole numbers, whose
// mean is the certainty on the scale of UW (Lee and others, EMNLP 2015), -3 to 3.
//
// In: tokens, sentences, tags, trees. Out: [Signal], certainty and its shares.
package signal
