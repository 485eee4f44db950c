// Package numbers scores the quantity stage in two ways.
//
// On the hand-coded articles: of the counts that people coded, the share at
// whose words the stage finds the same range, and the same range with the same
// thing counted. Counts whose words hold a number are apart from those without
// ("a soldier", "the pilot"), which only a reading of the event gives.
//
// On the answer keys of MUC-4, as a large check: of the numbers of targets that
// say more than one and name what they count, the share for which the stage
// finds that number at a mention of the target; of the totals, the share that
// it finds anywhere. Only the dev part is read.
//
// All are recall: neither side says of every number in a text what it counts.
//
// In: the root of the coded articles with dev, more (unless said otherwise) or
// joined as the set; or the folder of MUC-4 that holds TASK.
package numbers
