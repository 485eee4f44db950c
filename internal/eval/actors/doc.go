// Package actors scores linking: which actor of the table a mention is, on the
// 200 mentions of re3d that were linked by hand (eval/gold/actors).
//
// A mention of the corpus is answered by the actor mention of the same span,
// else by the longest one whose head lies inside it. A link is right when it
// names the same id. A mention that the hand linked to nothing counts against
// precision when it is linked.
package actors
