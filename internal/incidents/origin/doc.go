// Package origin finds on whose word claims rest, and how many of those are
// independent.
//
//	in    the claims on one happening, the articles they were read in, which of
//	      these copy which
//	out   origins, each with its claims, its reliability and the ways down to it
//
//	A own voice ──────────────┐
//	B copy of A ──────────────┴─► outlet A                     ┐
//	C ─► Reuters ─► army spokesman ┐                           ├ 3 origins of 5 articles
//	D ─► army spokesman ───────────┴─► army spokesman          │
//	E ─► hospital ─────────────────────► hospital              ┘
//
// Method. Each claim has a root: the last voucher of its chain, or the
// article's own voice. Roots are one where nothing says that they are two: the
// same actor; a name that holds the other ("Hassan", "Ali Hassan"); the body and
// its spokesman; an outlet, its own reporter, and who cites it; an article and
// its copies; articles with a sentence in common; sources to whom the same
// words in quotation marks are given. So ten articles that quote one spokesman
// are one origin, a spokesman and a hospital are two, an outlet's reporter on
// the spot is one. Roots are only ever put together, never parted, by what is
// added: a copy cannot raise the count.
//
// The Admiralty pair of a field: the letter is that of the best origin, from a
// table that the user controls (F, cannot be judged, unless the table says
// otherwise); the figure is derived ([Credibility]) from how many origins are for
// and against.
//
// Limits: unnamed sources of one description ("witnesses") count as one;
// whether two bodies of one government are independent is not asked.
package origin
