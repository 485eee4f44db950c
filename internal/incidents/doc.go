// Package incidents joins what single articles tell into incidents across
// articles, and keeps the dissent.
//
//	in    article records, each with the incidents coded from it; which articles
//	      copy which; what people decided
//	out   incidents across articles; Joined is set in the records' incidents
//
//	A i1 bombing, Jolo, 27 Jan, killed 20 (police)   ┐
//	B i1 bombing, Jolo cathedral, Sunday, killed 27  ├─► one incident: deaths 20 / 27 / 27,
//	C i2 attack, Jolo, 27 Jan, own words of A        ┘   two origins among three articles
//	A i2 threat, Manila                              ──► stays alone
//
// Method, in the order of the folders: block finds the reports that share a key
// of family, days and place, name or rare word, and two articles that such a pair
// connects are compared whole; link gives each pair a calibrated probability with
// its reasons; reports connected by likely pairs are
// put into groups by their best links, larger groups for better ones, which keeps
// contradictions apart ([Set]);
// fuse chooses the value of each field and keeps the others; origin finds on
// whose word they rest. After the entity resolution of Fellegi and Sunter (1969)
// and topic detection and tracking (Allan 2002).
//
// A [Set] takes articles in one at a time, or out again, and says what changed.
// What it holds does not depend on the order. An incident is known by the id of
// the report in the article that was published first; the ids of its other
// reports are its former ids. So an id that was given once leads to one incident
// for ever. People's rulings ([Ruling]) are handed to every run and outrank what
// the machine finds.
//
// Limits: an article's incidents were told apart by reading it and are never
// joined, except by hand; a chain of likely pairs through one place and week is
// grouped as a whole, in time that grows with the square of its length.
package incidents
