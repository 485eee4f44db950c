// Package lexicon loads the program's tables: incident types and how they map
// to other code books, actors, and generic words for people. They are embedded
// in the binary; a user's folder can add to each and change each line without
// rebuilding.
//
// A table is a text file of tab-separated columns. The first line names the
// columns, so that a file may leave out those it does not need; empty lines
// and lines that begin with # are skipped.
//
//	types.tsv            id family label definition [was] [triggers]
//	crosswalks/*.tsv     type code name fit [note]      one file a code book
//	actors.tsv           id name aliases kind country parent from to source reason
//	actors-additions.tsv the same columns; its lines come after, and over, those of actors.tsv
//	agents.tsv           word kind [flags]              generic nouns; flags plural, official, thing
//	countries.tsv        iso2 iso3 name adjectives aliases capital
//	regions.tsv          iso2 acled_region gw
//	bodies.tsv           suffix name kind parent words bare
//	orgwords.tsv         word kind                      head words of organisations' names
//
// Items of a list in a cell are separated by |.
//
// In a user's folder every file is optional. A line whose id the program knows
// replaces the program's line; a new id adds one. In types.tsv the column was
// names the type that a line renames: its mappings move along. In a crosswalk
// a user's lines for a type replace all lines for it.
//
// The loaders check what they read: ids are unique, kinds and families known,
// parents exist, every type maps in every crosswalk. Errors name file and line.
package lexicon
