// Package event finds mentions of happenings, what kind each is, what fills its
// parts, and which mentions tell of the same happening.
//
// Method: a table of triggers (data/lexicon/events/triggers.tsv) in the manner
// of the verb dictionaries of TABARI and PETRARCH (Schrodt 2001; Norris,
// Schrodt and Beieler 2017), with conditions on dependency frames instead of
// word patterns; arguments by the shortest dependency path first and by
// sentence and paragraph after it; mentions are linked to the nearest earlier
// one that nothing speaks against (place, time, participants), outcomes
// ("killing five") to what caused them. How likely each tells of a happening at
// all is learnt (odds.go) and left to what reads them. What somebody armed says
// that they will do is a threat (vowed.go); whom a noun befell is read off verbs
// and nouns of undergoing (suffered.go). What the words themselves set apart is
// noted (apart.go), and explosions that are put down to an accident are left out
// (accident.go).
//
//	A bomb    killed   12 people in Kabul on Monday , police said .
//	weapon ←─ trigger ─→ target     place    time
//	          bombing, outcome; count:killed 12
//
// In: tokens, sentences, tags, trees, names, coref, times, quantities,
// toponyms, actors, relevance. Out: events. Limits: only words of the table
// trigger; a happening told without one ("292 Iraqis died here") depends on
// general words for dying. A mention inherits no argument over paragraphs.
package event
