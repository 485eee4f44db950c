package rejoin

import (
	"sayso/internal/incidents"
	"sayso/internal/store"
)

// rulings are the decisions on which reports are one, in terms of the reports
// that there are: one that was coded again since has another id.
func rulings(tx store.Reader, there func(report string) bool) ([]store.Decision, error) {
	list, err := store.Rulings(tx)
	if err != nil {
		return nil, err
	}
	for i := range list {
		for _, ids := range [][]string{list[i].Reports, list[i].Stay} {
			for k := range ids {
				at := ids[k]
				for step := 0; step < store.AliasSteps && at != "" && !there(at); step++ {
					if at, err = tx.Alias(at); err != nil {
						return nil, err
					}
				}
				if at != "" && there(at) {
					ids[k] = at
				}
			}
		}
	}
	return list, nil
}

// ruled are decisions as the join takes them.
func ruled(list []store.Decision) []incidents.Ruling {
	var out []incidents.Ruling
	for _, d := range list {
		kind := incidents.RulingMerge
		if d.Action == store.ActSplit {
			kind = incidents.RulingSplit
		}
		out = append(out, incidents.Ruling{ID: d.ID, Kind: kind, Incidents: d.Reports, Stay: d.Stay, By: d.By, At: d.At, Reason: d.Reason})
	}
	return out
}
