// Package learn fits the taggers of the names stage: for the shipped model
// (train/annotate) and inside five-fold measurements (eval names).
//
// Method: a linear-chain conditional random field, AdaGrad on one sentence at a
// time (Duchi, Hazan and Singer 2011), L2 on the features of the sentence. The
// order of sentences is random with a fixed seed; sums run in fixed order.
package learn
