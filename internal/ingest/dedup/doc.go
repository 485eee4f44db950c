// Package dedup finds the same story told again: exact copies, wire copies
// under another headline, edited reprints, later revisions, stories that were
// merged into others.
//
//	in    articles, all at once ([Find]) or one at a time ([Index])
//	out   copies: which repeats which, how, what share, and why
//
//	A  "Two killed in Jolo. Police said … (12 sentences)"   ┐ B: headline
//	B  other headline, the same 12 sentences                ┤ C: reprint, 78 % of
//	C  new lead, 9 of the sentences, "three killed"         ┘    its wording is A's
//	D  another reporter on the same bomb                    ── no copy
//
// Method. A body becomes the set of its word trigrams. Its MinHash signature,
// cut into bands, proposes pairs that are likely to share half of their
// trigrams (Broder 1997; Leskovec and others, Mining of Massive Datasets,
// ch. 3); two sentences on end of twenty words or more propose those that hold
// them word for word, which finds a short text inside a long one. A proposed pair is
// then verified on the full sets: the share of the smaller one that lies in
// the other, and the longest run of words that both have. Only the verified
// share decides; the signature never does. Each link says what was measured
// and what was changed: sentences left out and added, numbers, headline.
//
// Everything is whole numbers, and which links are made does not depend on
// the order of the articles. Limits: English words; a translation or a full
// rewording is another telling, not a copy; texts under twenty words are
// copies only if they are equal; a notice of two sentences under all articles of
// an outlet makes all of them worth verifying, so extraction should leave it out.
package dedup
