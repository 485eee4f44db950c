// Package dates scores the temporal stage on TimeML corpora in the manner of
// TempEval-3 (UzZaman et al., SemEval 2013): F1 over strict spans, over spans
// that overlap, and over overlapping spans whose TIMEX3 value and type is right.
//
// In: a folder with *.tml files, or the root of tempeval3 with the part as
// set (AQUAINT unless said otherwise; TimeBank is for reading errors). The
// day of writing is given by the document and is not counted.
package dates
