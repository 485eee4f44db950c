package sayso

import "strings"

// reworded gives other words where those of the type would say more than the
// text: whom a warrant is out for is not seized yet, persons are no ground that is
// taken, a ban that is lifted is not imposed, who is ambushed has not fought, and
// who fell between two sides, which fight, is not whom they fought.
func (in *Incident) reworded(w wording) wording {
	switch {
	case in.wanted():
		return wording{"%a issued arrest warrants for %t", "%a issued arrest warrants", "arrest warrants were issued for %t", "arrest warrants were issued"}
	case in.Type == "riot" && in.sides() > 0:
		return wording{"%a clashed with %t", "%a clashed", "people clashed with %t", w.none}
	case (in.Type == "armed-clash" || in.Type == "attack") && in.sides() > 1:
		w = wordings["armed-clash"]
		return wording{w.agent, w.agent, w.target, w.none}
	case in.Type == "attack" && in.onlyHurt():
		return wording{w.both, w.agent, "%t {was} injured", w.none}
	case hostile[in.Type] && in.ordered():
		return wording{"%a ordered or prepared attacks on %t", "%a ordered or prepared attacks", w.target, w.none}
	case in.Type == "armed-clash" && in.oneSided():
		return wordings["attack"]
	case in.Type == "takeover" && in.overSomebody():
		return wording{"%a overthrew or drove out %t", w.agent, "%t {was} overthrown or driven out", w.none}
	case in.Type == "sanction" && in.lifted():
		return wording{"%a lifted or eased measures against %t", "%a lifted or eased measures", "measures against %t were lifted or eased", "measures were lifted or eased"}
	}
	return w
}

// sides is the number of parties.
func (in *Incident) sides() int {
	n := 0
	for i := range in.Actors {
		if in.Actors[i].Role == RoleParty {
			n++
		}
	}
	return n
}

// onlyHurt reports whether the words tell of people who were hurt and of nothing that
// was done to them: "sixty people were injured".
func (in *Incident) onlyHurt() bool {
	hurt := false
	for i := range in.Counts {
		if in.Counts[i].What == "killed" {
			return false
		}
	}
	for f := range strings.FieldsSeq(strings.ToLower(in.Mention)) {
		switch f = strings.Trim(f, ".,;:\"'“”"); f {
		case "injured", "wounded", "hurt":
			hurt = true
		case "killed", "dead", "died", "shot", "stabbed", "beaten", "attacked", "attack", "attacks", "attackers", "shooting", "killing", "gunmen", "gunfire", "raid", "ambush", "assault", "stabbing":
			return false
		}
	}
	return hurt
}

// hostile are the types of one side's attacks.
var hostile = map[string]bool{"attack": true, "armed-clash": true, "bombing": true, "shelling": true}

// ordered reports whether somebody is told to have had attacks made, and not to have
// taken part: "had orchestrated attacks on bases".
func (in *Incident) ordered() bool {
	words := strings.Fields(strings.ToLower(in.Mention))
	for i, f := range words {
		switch f {
		case "orchestrated", "masterminded", "orchestrating", "masterminding":
			return i < 4
		}
	}
	return false
}

// oneSided reports whether the words of a clash have one side attack the other.
func (in *Incident) oneSided() bool {
	for f := range strings.FieldsSeq(strings.ToLower(in.Mention)) {
		for _, w := range [...]string{"clash", "fought", "fight", "battle", "exchange", "firefight"} {
			if strings.HasPrefix(f, w) {
				return false
			}
		}
	}
	for f := range strings.FieldsSeq(strings.ToLower(in.Mention)) {
		for _, w := range [...]string{"attack", "ambush", "raid", "assault", "storm", "hacked"} {
			if strings.HasPrefix(f, w) {
				return !strings.HasPrefix(f, "attacker")
			}
		}
	}
	return false
}

// lifted reports whether measures end by what is told.
func (in *Incident) lifted() bool {
	for f := range strings.FieldsSeq(strings.ToLower(in.Mention)) {
		switch strings.Trim(f, ".,;:\"'") {
		case "lift", "lifts", "lifted", "lifting", "ease", "eases", "eased", "easing", "repealed", "revoked":
			return true
		}
	}
	return false
}

// wanted reports whether an arrest is no more than a warrant.
func (in *Incident) wanted() bool {
	m := strings.ToLower(in.Mention)
	return in.Type == "arrest" && strings.Contains(m, "warrant") && !strings.Contains(m, "arrested") && !strings.Contains(m, "detained")
}

// overSomebody reports whether all targets are persons.
func (in *Incident) overSomebody() bool {
	n := 0
	for i := range in.Actors {
		if a := &in.Actors[i]; a.Role == RoleTarget {
			if a.Kind != KindPerson {
				return false
			}
			n++
		}
	}
	return n > 0
}

// onlyPresent reports whether an actor is somebody who suffered where property was
// damaged, and is no property.
func (in *Incident) onlyPresent(a *Actor) bool {
	return in.Type == "property-attack" && a.Role == RoleTarget && (a.Kind == KindPerson || a.Kind == KindCivilians)
}
