package export

import (
	"encoding/json"
	"io"

	"sayso"
)

// FeatureCollection is the GeoJSON of a run (RFC 7946).
type FeatureCollection struct {
	Type     string    `json:"type"` // "FeatureCollection"
	Features []Feature `json:"features"`
}

// Feature is an incident on the map; one whose place is not known to the
// gazetteer has no geometry.
type Feature struct {
	Type       string     `json:"type"` // "Feature"
	ID         string     `json:"id"`   // of the incident
	Geometry   *Geometry  `json:"geometry"`
	Properties Properties `json:"properties"`
}

// Geometry is a point, longitude first.
type Geometry struct {
	Type        string     `json:"type"` // "Point"
	Coordinates [2]float64 `json:"coordinates"`
}

// Properties are what a map shows of an incident, with how far the point can
// be trusted.
type Properties struct {
	Type       string         `json:"type"`
	Status     sayso.Status   `json:"status"`
	Salience   sayso.Salience `json:"salience"`
	Summary    string         `json:"summary"`
	Earliest   sayso.Day      `json:"earliest"`
	Latest     sayso.Day      `json:"latest"`
	Place      string         `json:"place"`                 // as written
	Level      sayso.Level    `json:"level"`                 // what the point stands for: a site, or the middle of a region
	Country    sayso.Code     `json:"country"`               // null where unknown or disputed
	DisputedBy []string       `json:"disputed_by,omitempty"` //
	PlaceID    string         `json:"place_id,omitempty"`
	Confidence float64        `json:"place_confidence,omitempty"` // share of such choices that are right
	Chosen     string         `json:"place_chosen,omitempty"`     // how the gazetteer entry was chosen
	Agents     string         `json:"agents"`
	Targets    string         `json:"targets"`
	Parties    string         `json:"parties"`
	Deaths     *sayso.Deaths  `json:"deaths,omitempty"`
	OnWordOf   string         `json:"on_word_of"` // as in the CSV
	Stances    string         `json:"stances"`
	Mention    string         `json:"mention"`
	Articles   []string       `json:"articles"`
}

// GeoJSON writes a feature an incident.
func GeoJSON(w io.Writer, incidents []sayso.Incident) error {
	all := FeatureCollection{Type: "FeatureCollection", Features: []Feature{}}
	for i := range incidents {
		all.Features = append(all.Features, FeatureOf(&incidents[i]))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

// FeatureOf is the feature of an incident.
func FeatureOf(in *sayso.Incident) Feature {
	at := place(in.Where)
	f := Feature{Type: "Feature", ID: in.ID, Properties: Properties{
		Type: in.Type, Status: in.Status, Salience: in.Salience, Summary: in.Summary,
		Earliest: when(in).Earliest, Latest: when(in).Latest,
		Place: at.Name, Level: at.Level, Country: at.Country, DisputedBy: at.DisputedBy, PlaceID: at.ID,
		Confidence: at.Confidence, Chosen: at.Chosen,
		Agents: actors(in, sayso.RoleAgent), Targets: actors(in, sayso.RoleTarget), Parties: actors(in, sayso.RoleParty),
		Deaths: in.Deaths, OnWordOf: vouchers(in), Stances: stances(in), Mention: line(in.Mention), Articles: list(in.Articles),
	}}
	if at.Lat != nil && at.Lon != nil {
		f.Geometry = &Geometry{"Point", [2]float64{*at.Lon, *at.Lat}}
	}
	return f
}
