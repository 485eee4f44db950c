package event

import "sayso/internal/document"

// launched reports whether the object of a verb is a weapon sent off: drones that
// are launched are nobody's target.
func (a *arguments) launched(i int) bool {
	switch a.v.lemmas[a.t.token] {
	case "launch", "fire", "lob", "hurl", "unleash", "send":
	default:
		return false
	}
	switch a.v.lemmas[i] {
	case "teargas", "canister":
		return true
	}
	b := a.v.lex.bit
	k := a.v.inName[i]
	return a.v.classes[i].touches(maskOf(b("rocket"), b("aircraft"), b("explosive"))) && (k == 0 || k == document.NameWeapon || k == document.NamePlatform)
}
