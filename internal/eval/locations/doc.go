// Package locations scores where a happening was: for a verb, which of the
// places that its sentence names is the one (event-location, Halterman 2019).
//
// A row is one verb in one text. Over the rows that have a place it is right
// when the likeliest candidate has exactly the span of one of the places the
// row marks. Whether there is a place at all is scored apart. The baseline is the
// detected place nearest to the verb in words; it is printed over the toponyms
// layer, and over the same candidates that the scorer has.
//
// The weights that ship are trained on this corpus, so the task trains afresh:
// five folds by the digest of the text.
package locations
