// Package dates scores the temporal stage in two ways.
//
// On TimeML corpora, in the manner of TempEval-3 (UzZaman et al., SemEval
// 2013): F1 over strict spans, over spans that overlap, and over overlapping
// spans whose TIMEX3 value and type is right. The day of writing is given by
// the document and is not counted. TimeBank is for reading errors; those of
// AQUAINT are not listed.
//
// On the hand-coded articles: of the incidents whose time is coded, the share
// whose words hold an expression that the stage finds, and the share whose
// interval it resolves to the very days that people gave.
//
// In: the root of tempeval3 with AQUAINT (unless said otherwise) or TimeBank as
// the set, a folder with *.tml files, or the root of the coded articles with
// dev, more or joined as the set.
package dates
