// Package toponym finds the names of places and grounds each in the gazetteer.
//
// Method. Candidate names are the longest runs of words that the gazetteer
// knows, what the names stage calls a place, and runs of capitals that end in
// a word for a site ("Baghdad International Airport"). A logistic regression
// over the words around, the tags, the names layer and what the gazetteer says
// decides whether a candidate is a place name. Which place it is, is a
// conditional logit over the entries of that name (as in Speriosu and Baldridge
// 2013; Kamalloo and Rafiei 2018): people, kind, kind of name, share of the
// document's other places in the same country and unit, distance to them,
// containment that the text states ("Jackson, Mississippi", "Eilat in southern
// Israel"), outlet's country. It is run three times, each time with what the
// time before believed of the other names; all mentions of a name in a text are
// one choice. Weights are integers, learned by train/toponym. In a text without
// capitals proper nouns are read as though they had them.
//
// In: tokens, sentences, tags, names. Out: [document.Toponym]s in text order,
// not overlapping, with level, country (null where spanning or disputed),
// claimants, runner-up, confidence and the reasons.
//
//	Fighting in  Jackson , Mississippi ,  spread to   northern  Iraq
//	             └ town ───┐ └ region    metonyms, flagged:  └ region "northern Iraq",
//	  12 entries; inside the state named behind it     "Kabul said"    point of Iraq
//
// Limits: one place a name and text ("Georgia" is the state or the country, not
// both); streets and buildings get the point of the town around them.
package toponym
