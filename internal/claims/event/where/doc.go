// Package where says at which of the places that a sentence names a happening
// took place, or that it names none.
//
// Method: a softmax over the candidates of the sentence and "none of them", by
// a linear model over hashed features of each: distance in words and in the
// tree, the path between, the preposition, what lies between, the kind of the
// place, its place in a chain like "Daquq, northern Iraq" (Halterman,
// "Geolocating Political Events in Text", NLP+CSS 2019, sets the task and made
// the data that train/where learns from).
//
// In: tokens, sentences, tags, trees, names, toponyms, and the token that
// reports the happening. Out: [Choice]s, likeliest first, and how likely it is
// that none of them is the place.
//
//	The clashes , said a man who fled Mosul for Erbil , killed ten in Tal Afar .
//	                                  .02       .01     trigger       .94
//
// Limits: one sentence; a place that is only implied ("at the scene") is none.
package where
