// Package hashlin holds linear models over hashed binary features: a weight
// for each 32-bit feature key, in named groups, one group a decision.
//
// Weights are 16-bit integers with one scale a group, so that a score is a sum
// of integers and the same on every platform. A feature that the training saw
// in fewer than three documents has no weight. The payload ("SAYSOHL1", inside
// the file format of package model) holds the groups in the order of their
// names, each with its keys as rising differences and its weights.
//
// [Learner] fits groups by AdaGrad (Duchi, Hazan and Singer, JMLR 2011): a
// logistic loss for yes and no, a softmax over candidates for choices, and a
// squared or Huber loss for numbers.
package hashlin
