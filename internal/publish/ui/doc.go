// Package ui holds the pages of the desk: incidents that can be filtered,
// questioned down to their words, and corrected. Every page is written by the
// server from the store and reads without JavaScript; scripts add the map, the
// brush of the timeline, hovering and keys. Nothing is loaded from elsewhere and
// nothing inline runs. How it looks and why is written in docs/looks.md.
//
//	GET /                   incidents, or the first page of an empty store
//	GET /incidents/{id}     one incident: fields, who vouches, who dissents
//	GET /articles/{id}      the text as published, with the claims beside it
//	POST /decisions         what a person decides; comes back to where it was decided
//
// [New] makes the handler and lists its routes, with the role that each takes,
// in the table of package people.
package ui
