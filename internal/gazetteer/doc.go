// Package gazetteer holds the places of the world that news names: countries,
// first and second-level units, 200,000 towns, regions, seas, islands and the
// places that conflict news names and lists lack, with their names in Latin
// script.
//
// It is one flat file (data/gazetteer/places.bin.zst): columns for the places,
// sorted by country and unit so that they pack well, and an open-addressing
// table that maps the hash of every word-prefix of every name to the places of
// that name. Names themselves are not kept, but for the one to print: a key is
// a slot (20 bits) and a fingerprint (32 bits), so that a word that is no name
// is taken for one about once in four thousand million look-ups. Keys are
// spelled without spaces, hyphens, apostrophes or diacritics ([Fold]), so that
// a tokeniser may cut "Port-au-Prince" as it likes.
//
// In: the file, or one of the same form that a user names. Out: [Posting]s for
// words, [Entry] for a posting. Made by train/gazetteer. Limits: Latin script
// only; names as of the dump of the source.
package gazetteer
