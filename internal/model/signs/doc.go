// Package signs is logistic regression over named features: small models for
// decisions that must be explained, each weight under the name that a person
// can read ("has a place of its own", 0.83).
//
//	Σ weight(name) · value  ≥ 0   →  more likely than not
//
// In: features by name. Out: the log-odds. Sums are taken in the order of the
// features and rounded after each product, so that every platform gets the same
// bits. A set of models is one text payload of a model file: "model, tab,
// feature, tab, weight" a line. Limits: no interaction between features but
// those that a feature's name spells out.
package signs
