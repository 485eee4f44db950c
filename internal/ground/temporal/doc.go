// Package temporal finds time expressions and gives each the TIMEX3 type and
// value, and the interval of days that it stands for.
//
// Method: each token is looked up once in a table of word classes; a
// hand-written recursive-descent grammar reads the longest expression from the
// tokens where one can begin; what was read is then resolved in text order
// against the day of writing and the day last spoken of. Types and values are
// those of TimeML (Pustejovsky et al., IWCS 2003); the plan of rules first and
// resolution by document type after it is HeidelTime's (Strötgen and Gertz,
// SemEval 2010).
//
// In: tokens and sentences; Article.Published. A dateline with a date within
// ten days before publication is the day of writing instead. Out:
// Document.Times, sorted, none overlapping another. Range, Kind and Value are
// TIMEX3's; When is wider where a preposition makes it so ("since June" ends
// with the day of writing), and its words and span then take that in.
//
// Tables: data/lexicon/temporal/{words,holidays}.tsv; a user's own are read
// after ours.
//
// Limits: no date is given that text and metadata don't give: without a day of
// writing "Friday" keeps its words alone. Which side of the day of writing a
// date lies on follows from the nearest verb form, not from a parse. Seasons
// are of the northern half. Hijri dates are by the tabular calendar.
//
//	Gunmen   attacked   a   convoy   late   on   Sunday   .      written 2019-10-08 (a Tuesday)
//	                                 └──────┬──────┘
//	       DATE 2019-10-06   earliest 2019-10-06 latest 2019-10-06, "late on Sunday"
package temporal
