// Package factuality says of every event whether the text has it that it took
// place: certain or not, occurred, attempted, threatened or denied, and whether
// it is opinion, a figure of speech, or no particular happening at all.
//
// Method: a small network over the features of package signal gives a certainty
// from -3 to +3 (one model for UDS-IH2, UW, MEANTIME and MegaVeridicality;
// Rudinger, White and Van Durme, NAACL 2018; Stanovsky and others, ACL 2017).
// Rules then climb from the trigger to the root of its tree, as in TruthTeller
// (Lotan, Stern and Dagan, NAACL 2013), and read what each governor makes of
// what it governs (data/lexicon/factuality): the nearest rule that holds decides
// the status and bounds the certainty.
//
//	Police  foiled  a planned  attack  on  the station .
//	        foil ──────────────→ trigger
//	attempted, certainty at most -1: "foiled" governs it
//
// In: tokens, sentences, tags, trees, events, attributions. Out: factuality,
// one an event. Limits: one sentence at a time, but for attributions; irony is
// not read.
package factuality
