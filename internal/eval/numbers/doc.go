// Package numbers scores the quantity stage: on the hand-coded articles, how
// many of the coded counts stand in the text with the same range and the same
// thing counted; on the MUC-4 keys, how many of the numbers of human and
// physical targets the text's counts hold.
//
// Both are recall, since neither says of every number in a text what it counts.
package numbers
