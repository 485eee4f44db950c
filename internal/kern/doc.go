// Package kern holds the inner loops of the models: hashing of features and
// words, and linear scoring with sparse integer weights. Integers only, so that
// scores are the same on every platform.
package kern
