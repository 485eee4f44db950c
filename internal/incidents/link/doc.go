// Package link decides whether two reports, each one article's incident, are of
// one happening, and says why.
//
//	in    two reports
//	out   log odds and the reasons, each with what it adds
//
//	A bombing, Jolo, 27 Jan, killed 20   ┐ +2.1 both on 27 January   +1.3 both in Jolo
//	B attack, Jolo cathedral, 27 Jan     ┘ +1.9 both name Jolo …     −0.4 attack, bombing  ─► 0.97
//
// Method. A pair is measured ([Names]): types, days, places, numbers, actors,
// the rare words that both use, the likeness of all that the two articles tell.
// A logistic regression over these measures, learned on hundreds of happenings
// that several articles tell (train/link), gives a calibrated probability; what a measure adds to the
// log odds is its reason. Some contradictions can't be outweighed: happenings
// of different families, days far apart, countries apart, a place named in both
// and far from the other: two bombs on one day in two towns are two.
//
// How much a word tells is its rank among the words of English news (the table
// of word vectors), not its frequency in the articles at hand, so that a
// decision about two reports depends on these two alone and stays as it is when
// articles are added.
//
// All whole numbers. Limits: reports are compared by what was coded of them;
// the article's text is not read again.
package link
