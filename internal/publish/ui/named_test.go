package ui

import (
	"fmt"
	"testing"

	"sayso"
)

// What is claimed of one agent is not told of its rival, nor is the rival told
// as somebody it acted with; whom it befell is.
func TestRelationsAreThoseOfTheActor(t *testing.T) {
	claim := func(value, by string, s sayso.Stance) sayso.Claim {
		return sayso.Claim{About: sayso.AboutAgent, Value: value, Stance: s, Chain: []sayso.Voucher{{Name: by}}}
	}
	in := &sayso.Incident{ID: "i",
		Actors: []sayso.Actor{{Role: sayso.RoleAgent, Name: "the Front", ID: "front"}, {Role: sayso.RoleAgent, Name: "the Falcons"}, {Role: sayso.RoleTarget, Name: "the villagers"}},
		Claims: []sayso.Claim{claim("the Front", "the ministry", sayso.StanceAlleged), claim("the Falcons", "a radio", sayso.StanceClaimed), claim("the Front", "the Front", sayso.StanceDenied),
			{About: sayso.AboutIncident, Stance: sayso.StanceAsserted}}}
	for key, want := range map[string]string{
		"front":         "[agent of [the villagers]: alleged by the ministry] [agent of [the villagers]: denied by the Front]",
		"the Falcons":   "[agent of [the villagers]: claimed by a radio]",
		"the villagers": "[target of [the Front, the Falcons]: alleged by the ministry] [target of [the Front, the Falcons]: claimed by a radio] [target of [the Front, the Falcons]: denied by the Front]",
		"nobody":        "",
	} {
		got := ""
		for i, r := range relations(in, key) {
			if i > 0 {
				got += " "
			}
			got += fmt.Sprintf("[%s of [%s]: %s by %s]", r.Role, r.Other, r.Stance, r.By)
		}
		if got != want {
			t.Errorf("%s:\n%s, want\n%s", key, got, want)
		}
	}
}
