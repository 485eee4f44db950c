// Package people says whom an article names and who of them is private: whose
// name is withheld where records leave the house. The rule is in
// docs/private.md, its words in data/lexicon/people.
//
// Method: names of persons, and capitalised words with an age behind them, are
// put together by entity and by shared words. What stands beside a name (title,
// apposition, copula, age), what its entity is called elsewhere, and the verb
// that it hangs from say who somebody is. Being harmed, a relative, a witness or a
// minor makes private; offices, commands and a public life make public; whoever
// is neither is private. A net under the names stage takes
// capitalised names that stand where persons do (unseen.go, listed.go) and persons
// that the names stage nearly saw (doubt.go). The rule of thumb is that of newsroom
// codes (SPJ Code of Ethics, "minimize harm"): an error should hide a name too
// many, not too few.
//
// In: tokens, sentences, tags, trees, names, coref, toponyms, actors. Out: People in
// the order of their first mention, with a description and all forms to hide.
//
// Limits: a person whom neither the names stage nor the net finds is not known
// here (sayso eval withheld counts them); of two people of one surname a bare
// surname goes to the one named last; in text without capitals single words of
// names are not found.
//
//	Mohammed Salem , a 20-year-old man from Rafah , was killed , said mayor Ali Nasr
//	└── private, victim: "a 20-year-old man from Rafah" ──┘              └ public ┘
package people
