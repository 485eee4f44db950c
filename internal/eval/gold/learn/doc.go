// Package learn fits the decisions of the assemble stage to hand-coded
// articles: which groups of mentions are happenings, which of them the article
// is about, where and when they were.
//
// Method: which mentions tell of one happening is learnt first, from pairs that
// both stand in the words of coded incidents. The candidates that follow are
// aligned with the coded incidents by the ruler; an aligned candidate is a happening, any other is none. Places and
// dates are learnt next, by conditional logit over the options of aligned
// candidates, so that the two decisions after them see what will be chosen.
//
// In: coded articles with their documents. Out: a set of models. Limits: what
// no trigger reports cannot be learnt; a few hundred incidents bear some
// hundreds of weights, hence the penalty.
package learn
