package main

import "sayso/internal/publish/export/format"

// dictionaryOf is the data dictionary of a format.
func dictionaryOf(name string) (string, bool) {
	switch name {
	case "jsonl":
		return archiveDictionary, true
	case "bundle":
		return bundleDictionary, true
	}
	f, ok := format.Find(name)
	return f.Dictionary(), ok
}

// The dictionaries of what holds everything; docs/formats has them too.
const (
	archiveDictionary = "# jsonl: everything as JSON Lines\n\nOne JSON value a line, UTF-8; `sayso import` puts it into an empty store, and the next export gives the same bytes. The records follow `sayso.schema.json`.\n\n" +
		"| line | what stands in it |\n| --- | --- |\n" +
		"| first | `schema` (\"sayso-archive/1\"), `version` of the program, `names` of private persons: withheld or given |\n" +
		"| `article` | an article with its text, `quotes` (places of the block quotes in what is read), `captions` of its pictures apart, `raws` (what is known of the bytes it came as), `record` (what it tells: incidents with claims, quotes and spans), `cursors` (steps that were done); by id |\n" +
		"| `incident` | an incident across articles with everything, `found` (as the machine found it, where a person changed it), `formers` (ids that lead to it), `decisions` of people |\n\n" +
		"## What it cannot hold\n\n- the bytes of raw pages (they are in the bundle)\n- the audit: an import writes an audit of its own\n- feeds, failures, accounts and the queue\n- with filters: decisions on articles; articles that tell nothing that was asked for\n" +
		"- with names withheld: articles that were never coded, or that tell of no conflict and were not read for persons; letters of names in texts are crossed out, so that spans hold, and quotes hold descriptions, so that they no longer match the text; captions, as nobody has read whom they name\n"
	bundleDictionary = "# bundle: records, evidence and raw pages, signed\n\nA zip archive that can be checked without its author: `sayso verify BUNDLE`. `sayso import` puts it into an empty store, and the next export with the same key gives the same bytes.\n\n" +
		"| file | what stands in it |\n| --- | --- |\n| `records.jsonl` | everything, as in the format jsonl |\n| `raw/DIGEST` | the bytes of a page, named by their SHA-256 digest |\n" +
		"| `manifest.json` | schema, version, whether names are withheld, public key, and size and SHA-256 digest of each file |\n| `manifest.sig` | Ed25519 signature of the bytes of manifest.json, base64 |\n\n" +
		"## What it cannot hold\n\n- with names withheld: the pages that name private persons, and those with captions, as nobody has read whom these name (marked `withheld` in records.jsonl)\n- the audit, feeds, failures, accounts and the queue\n- who owns the key: hand the public key on by another way\n"
)
