package export

import "sayso"

// Tidy prepares an incident for writing: lists that are nil become empty, so
// that every record has the same members, and explanations are taken out
// unless they were asked for.
func Tidy(in *sayso.Incident, explain bool) {
	in.Actors, in.Counts, in.Weapons = list(in.Actors), list(in.Counts), list(in.Weapons)
	in.Claims, in.Fields, in.Articles, in.Origins = list(in.Claims), list(in.Fields), list(in.Articles), list(in.Origins)
	for i := range in.Claims {
		in.Claims[i].Chain, in.Claims[i].Evidence = list(in.Claims[i].Chain), list(in.Claims[i].Evidence)
	}
	for i := range in.Fields {
		in.Fields[i].For, in.Fields[i].Against = list(in.Fields[i].For), list(in.Fields[i].Against)
	}
	for i := range in.Origins {
		in.Origins[i].Claims = list(in.Origins[i].Claims)
	}
	if d := in.Deaths; d != nil {
		d.LowClaims, d.BestClaims, d.HighClaims = list(d.LowClaims), list(d.BestClaims), list(d.HighClaims)
	}
	if !explain {
		unexplain(in)
	}
}

func unexplain(in *sayso.Incident) {
	in.Why = nil
	for i := range in.Claims {
		in.Claims[i].Why = nil
	}
	for i := range in.Actors {
		in.Actors[i].Why = nil
	}
	for i := range in.Fields {
		in.Fields[i].Why = nil
	}
	for _, p := range []*sayso.Place{in.Where, in.From} {
		if p != nil {
			p.Why = nil
		}
	}
}
