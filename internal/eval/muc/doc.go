// Package muc scores the chain on MUC-3/4: its incidents rendered as templates
// (package render) against the official keys (package score).
//
// In: the corpus as NRaD published it, --split dev, tst1, tst2 or several with
// a plus between them; with --set FILE the templates of that file are scored
// instead of the chain's. Out: f, recall and precision over all slots of all
// templates in per cent; confidence_f, that of the confidence in perpetrator
// organisations; ceaf_ree, micro F1 over role fillers as Du, Rush and Cardie
// score them (EACL 2021); the official table.
//
// Limits: dev is what the bridge was learned from; only tst1 and tst2 measure.
package muc
