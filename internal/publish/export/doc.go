// Package export writes incidents in the formats of other programs: JSON,
// JSON Lines, CSV and GeoJSON. What it writes is documented, member by member
// and column by column, in docs/formats, and the JSON Schema there is made
// from the same types ([Schema]).
//
//	json      one object: [Report], or [ArticleReport] with one record an article
//	jsonl     a line an incident, or a line an article
//	csv       a row an incident: [Columns]
//	geojson   a FeatureCollection, a feature an incident
//
// The same input gives the same bytes: nothing depends on the clock, on the
// order in which articles were coded or on the machine.
package export
