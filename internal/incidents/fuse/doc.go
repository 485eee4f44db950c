// Package fuse makes one incident of the reports of one happening: field by
// field, all values kept, with the claims for and against the one chosen.
//
//	in    reports, the one that leads first; how many independent origins some
//	      claims have
//	out   an incident across articles
//
//	A killed 20 (police, 27 Jan)   ┐ count:killed  27, more origins give it, then the latest
//	B killed 27 (hospital, 28 Jan) ├   for B, C; changed since: A (told before, by less)
//	C killed 27 (army, 28 Jan)     ┘ deaths 20 / 27 / 27
//
// Method. The values that reports give of a field are put together where they
// are one (equal numbers and words, one place, one interval). A rule ranks them
// ([Standard]) and the first is chosen; it is named in the field and can be
// replaced. Nothing is averaged. A value that was told before the chosen one and
// by nobody since, and that the chosen one can have grown from, is what held
// earlier: its claims are in Changed and are not against. All others are.
//
// Deaths are given as UCDP does: low, best and high with the claims behind each.
//
// Limits: when a number was told is the day of publication of its article.
package fuse
