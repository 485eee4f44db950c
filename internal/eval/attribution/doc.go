// Package attribution scores who says what on PolNeAR (Newell, Margolin and
// Ruths, LREC 2018): exact spans of cue, source and content as sets, and
// attributions whose three parts are all exact.
//
// How the corpus is read: two dev articles are marked by six annotators each;
// the program is scored against every one and each counts a sixth. A span in
// pieces is right when all its pieces are. The editorial labels Discuss and
// Discard are passed over, and what the program finds there counts as wrong.
// The corpus marks no attribution inside the content of another, so only the
// outermost of nested ones are scored.
package attribution
