package incidents

import "sayso"

// Join joins.
func Join(records []sayso.ArticleRecord) []sayso.Incident {
	var all []sayso.Incident
	for i := range records {
		for k := range records[i].Incidents {
			in := &records[i].Incidents[k]
			in.Joined = in.ID
			all = append(all, *in)
		}
	}
	return all
}
