// Package data embeds what the program knows: models, gazetteer, lexicons,
// crosswalks and the demo's articles. Each folder has a card that says where
// it comes from, under which licence, how it was made and how good it is.
package data

import "embed"

// FS holds the folders of this directory.
//
//go:embed all:models all:gazetteer all:lexicon all:crosswalks all:demo
var FS embed.FS
