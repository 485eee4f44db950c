// Package net holds small networks with one hidden layer over hashed features
// and word vectors.
//
// A linear model (model/hashlin) knows a word only by its own examples. A
// network sees besides how the word is used elsewhere (model/wordvec), so that
// what it learned of "bodyguard" serves for "escort", and finds out by itself
// which features mean something only together.
//
// Method: the rows of all features at hand and the rows of the dense numbers,
// times those numbers, add up to the hidden units and straight to the outputs;
// what is above zero of the hidden units adds to the outputs too. Learned by
// AdaGrad (Duchi, Hazan and Singer, JMLR 2011) on a logistic loss an output or
// on a softmax over the outputs; features and hidden units are left out by
// chance while learning (Srivastava et al., JMLR 2014), so that no decision
// hangs on few of them.
//
// In: feature keys and dense numbers. Out: scores, in logits. Weights are
// 16-bit integers, so that a score is the same on every platform.
package net
