// Package warc reads web archives: WARC (ISO 28500) and ARC files, plain, as
// one gzip member a record (Common Crawl, browsers' archivers), as one member
// for all, or mixed.
//
//	in    an archive, as something that can be sought in
//	out   records in their order, each with its offset in the file and the
//	      SHA-256 of its block; and a [Fault] for each place that holds none
//
// A record is handed out when it is whole. What is cut off, lies about its
// length or cannot be decompressed is a fault that names its offset, and
// reading goes on at the next record:
//
//	Content-Length: 5        ─►  fault at 120: the length is not 5 …
//	hello, this is longer
//	WARC/1.0                 ─►  the record at 311
//
// A length that lies is told from the record's end: after a block there stand
// two line ends and then a record, or nothing. One that happens to end at
// another record's end is seen only if the record gives a digest; see
// [Record.Mismatch].
//
// Limits: records over [Options.Block] are faults; no zstd; brotli inside a
// response is a fault of [Record.Page].
package warc
