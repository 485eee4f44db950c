// Package web holds what the desk shows: templates, styles, scripts, fonts and
// the map. What is under dist is made of src and css by the command bundle and
// committed, so that the program builds with Go alone.
package web

import "embed"

//go:generate go run ./bundle

// FS holds templates (one a page), dist (styles and scripts, bundled), fonts,
// map (the world) and vendor (MapLibre GL, as published, packed by "gzip -9 -n": a megabyte less to
// carry).
//
//go:embed templates dist fonts/*.woff2 map/*.json vendor/maplibre-gl/*.mjs.gz
var FS embed.FS
