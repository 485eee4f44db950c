// Package quantity finds numbers that count something, gives each the range
// that it stands for, and says what is counted (killed, arrested, strikes, …)
// and of whom.
//
// Method: numbers and vague words are read from left to right with the words
// that bound them ("at least", "up to", "7 to 10"); dates, ages, money,
// measures and names with numbers are left out. What is counted is decided by
// cue words: those right beside the number first ("3 were killed"), then along
// the dependency tree from what is counted to the verb, noun or adjective that
// says what happened to it, then the verb before, a relative clause, and the
// counted noun itself. Lists that suffer the same are added up: "a policeman
// and two soldiers" are three killed, with the two as parts. Ranges of vague
// words are those of the coding guide, in one table.
//
// In: tokens, sentences, tags, trees, times. Out: Document.Quantities, in text
// order; a sum stands before its parts, and "no casualties" gives two. Range
// covers the number, its bounds and the counted noun.
//
// Tables: data/lexicon/quantity/{vague,cues,units}.tsv; a user's own are read
// after ours. Words for people are those of data/lexicon/agents.tsv.
//
// Limits: one thing a number: of "23 pirates who attacked a ship were arrested"
// the arrest is kept. "60 killed and wounded" bounds neither and keeps its
// number alone, marked as mixed. People named one by one are not counted. Shares ("half of
// them", "3 percent") and how often ("several times") are no counts.
//
//	At least 12 soldiers died   in   the   blast   ,   raising   the   toll   to   31   .
//	└────────┬─────────┘                                              └─────┬──────┘
//	  12 or more killed, of soldiers                          31 killed, a running total
package quantity
