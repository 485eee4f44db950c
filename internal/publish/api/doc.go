// Package api serves the desk as REST under /api/v1: JSON in and out, described
// by an OpenAPI 3.1 document that is made from the Go types below, committed as
// docs/api/openapi.json and held against them by a test.
//
// Lists come in pages: "next" is a cursor to hand back as it is. Answers to GET
// bear an ETag and are not sent again to who has them (If-None-Match). Errors
// are problems (RFC 9457). Long work reports as server-sent events. Who may
// call what stands beside each operation and in the table of [people].
//
// The package knows the store and nothing of how articles are read: coding and
// adding are functions that the command hands in ([Options]).
package api
