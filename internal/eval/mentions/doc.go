// Package mentions scores whether what coded articles name is found at all,
// before anything is made of it: the place of each incident as a toponym, with
// the coded country and level, and each actor as an actor mention.
//
// A name is found when some toponym (actor mention) of the article has it,
// written the same but for case, articles, punctuation and the count before it
// ("26 Somali pirates"); the looser rule of the ruler, that one holds the
// other, is printed beside it. A demonym counts
// as a toponym where the coded name is one. Names are counted once an article.
package mentions
