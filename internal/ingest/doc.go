// Package ingest turns what a user names (files, folders, standard input,
// addresses) into articles, and whatever cannot be one into a failure that
// says which file, which place in it and why.
//
//	in    "news/", "a.txt", "b.html", "c.json", "d.jsonl", "-", "https://…"
//	out   Item{Article} | Item{Failure}, in the order in which they were named
//
// Readers by form:
//
//   - .txt: the first line that is not empty is the title when an empty line
//     follows it, the rest is the body.
//   - .html, .htm: the page's article by [sayso/internal/ingest/extract].
//   - .json: one article record, or a list of them.
//   - .jsonl, .ndjson: a record a line; a bad line is a failure, the next are read.
//   - .warc, .arc, also with .gz: the pages of a web archive, by
//     [sayso/internal/ingest/warc]; answers that are no pages are passed over.
//   - .pdf: by [sayso/internal/ingest/pdf], in a process of its own.
//   - anything else, standard input and addresses: by what the bytes look like.
//
// Bytes become text by [Decode]: UTF-8 where they are, otherwise what a mark,
// a header or the page declares, otherwise windows-1252. Limits: see [Limits].
// What is not English is a failure of kind not-english: kept, not coded.
package ingest
