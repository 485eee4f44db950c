// Package incidents joins what single articles tell into incidents across
// articles, and keeps the dissent.
//
//	in    article records, each with the incidents coded from it
//	out   incidents across articles; Joined is set in the records' incidents
//
//	A i1 bombing, Jolo, 27 Jan, killed 20 (police)   ┐
//	B i1 bombing, Jolo cathedral, Sunday, killed 27  ├─► one incident: deaths 20 / 20 / 27,
//	C i2 attack, Jolo, 27 Jan, own words of A        ┘   two origins among three articles
//	A i2 threat, Manila                              ──► stays alone
//
// Method. Every pair of incidents of different articles that shares a place,
// an actor or a rare word, and whose types can be one happening, gets points
// for and against being the same: type, days, place, numbers, and the words
// that both use, rare ones most (see [Weights]). Pairs are linked from the
// best down, by average link: two groups become one if their incidents agree
// on average and no article tells two of them (an article's incidents were
// told apart by reading it). After Allan and others' topic detection and
// GDELT-style linking, with what those leave out: a contradiction counts
// against, and every link says why.
//
// The merged record chooses each field by the number of articles that agree
// with it, keeps every claim, and counts origins: chains that end at the same
// source, and articles that use the same sentence, are one.
//
// Everything is done in whole numbers and in an order that the ids give, so
// that the order of the articles does not matter. Limits: points are set by
// hand on the joined articles coded by hand, not learnt; nobody's text is
// compared, only what was coded of it.
package incidents
