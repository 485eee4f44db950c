// Package actor finds who can act or suffer and says who that is: names of
// persons, groups, forces, governments and outlets, and generic descriptions
// of people ("gunmen", "a 20-year-old man").
//
// Method: names are looked up in the actor table by the longest match over
// folded words; a name with several meanings goes to the one whose full name,
// country or years fit the text. What a state has everywhere (army, police,
// ministries) is composed of a country and a body, in the manner of PETRARCH's
// actors and agents (Norris, Schrodt and Beieler, JOSS 2017); a body without a
// country ("the military") takes the country of an earlier mention or of the
// text. Descriptions keep their words and are never promoted to an
// organisation. Mentions of one entity share what is known of it.
//
// In: tokens, sentences, tags, trees, names, coref. Out: Actors by position,
// one a head token; Actor.Name without article and title, for names in the
// fullest form of the text. Kind is empty for things that suffer but do not
// act (a vessel, a bank), which are read outside the subject only.
//
// Limits: English; persons have no canonical id; a bare "police" in a text
// about two countries may go to the wrong one; new groups need a line in the
// table.
//
//	The IDF         said    two gunmen          fired at Egyptian soldiers . The army    returned fire
//	    └il-military┘       └generic, unknown┘           └generic, EG─────┘      └il-military (from the IDF)
package actor
