// Package gold scores incident records against hand-coded articles by the rule
// of ../shared/gold/score.py, whose figures it equals on the same files, and
// runs the chain on a folder of such articles.
//
// Both sides are one JSON file an article in the shape of the coding guide.
// Incidents are aligned one to one within an article, greedily by a similarity
// of type family (0.3, required), same type (0.2), overlap of the reporting
// words (0.3), place (0.1) and date (0.1), from 0.6 up. Precision and recall
// count main incidents; a prediction that aligns with a background incident is
// neither right nor wrong. Beyond score.py, salience and the fields where and
// from are given as shares, and each figure of the task has a 95 % interval by
// the percentile bootstrap over articles.
//
// In: DIR/articles and DIR/coded. Out: an [eval.Report]. Limits: the bootstrap
// resamples articles, so a folder of one article has intervals without width.
package gold
