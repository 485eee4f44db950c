// Package signal reads, around the word for an event, what tells whether it
// took place: negation, modal verbs, tense, and the words that govern it in
// the tree ("tried to", "denied that", "if"), and turns them into features.
//
// Method: the governors are followed up to the root, as polarity is in
// TruthTeller (Lotan, Stern and Dagan, 2013) and in Stanovsky and others (ACL
// 2017); the features feed one linear model for all corpora.
//
// In: tokens, sentences, tags, trees. Out: [Signal], feature keys.
package signal
