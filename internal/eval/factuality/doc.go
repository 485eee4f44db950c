// Package factuality scores the certainty that the shipped model gives to
// happenings against people's judgements: Pearson's r and the mean absolute
// error on UDS-IH2, UW, MEANTIME and MegaVeridicality, in the splits of Jiang
// and de Marneffe (TACL 2021).
//
// In: DIR/CORPUS/SPLIT.jsonl, words given, happenings given. Tags and trees are
// the program's own. Out: r and error of each corpus, with 95 % bootstrap
// intervals over sentences. Limits: the certainty alone is scored, not the
// status that rules make of it.
package factuality
