package ui

import "sayso"

// interval is the days of an incident with ends closed; ok is false where none
// is known.
func interval(in *sayso.Incident) (earliest, latest sayso.Day, ok bool) {
	if in.When == nil {
		return sayso.NoDay, sayso.NoDay, false
	}
	earliest, latest = in.When.Earliest, in.When.Latest
	if !earliest.Known() {
		earliest = latest
	}
	if !latest.Known() {
		latest = earliest
	}
	return earliest, latest, earliest.Known()
}
