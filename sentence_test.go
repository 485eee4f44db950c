package sayso

import "testing"

func intp(n int) *int { return &n }

func actors(role Role, names ...string) (out []Actor) {
	for _, n := range names {
		out = append(out, Actor{Role: role, Name: n})
	}
	return out
}

func day(y, d int) *When { return &When{Earliest: DayOf(y, 1, d), Latest: DayOf(y, 1, d)} }

func TestSentence(t *testing.T) {
	for _, c := range []struct {
		want string
		in   Incident
	}{
		{"On 2 January 2019 a bomb struck a market in Jolo; at least 20 killed.", Incident{Type: "bombing", When: day(2019, 2),
			Where: &Place{Name: "Jolo", Level: LevelTown}, Actors: actors(RoleTarget, "market"), Counts: []Count{{What: "killed", Min: intp(20)}}}},
		{"Police and soldiers used force against teenage protesters at Victoria Park.", Incident{Type: "crackdown",
			Where: &Place{Name: "Victoria Park", Level: LevelSite}, Actors: append(actors(RoleAgent, "police", "soldiers"), actors(RoleTarget, "teenage protesters")...)}},
		{"A police officer and a technician were attacked; 2 killed, 1 injured.", Incident{Type: "attack",
			Actors: actors(RoleTarget, "police officer", "technician"), Counts: []Count{{What: "killed", Min: intp(2), Max: intp(2)}, {What: "injured", Min: intp(1), Max: intp(1)}}}},
		{"Gunmen attacked a convoy.", Incident{Type: "attack", Actors: append(actors(RoleAgent, "gunmen"), actors(RoleTarget, "convoy")...)}},
		{"Sixty people were injured; 60 injured.", Incident{Type: "attack", Mention: "Sixty people were injured yesterday, officials said",
			Actors: actors(RoleTarget, "sixty people"), Counts: []Count{{What: "injured", Min: intp(60), Max: intp(60)}}}},
		{"Villagers were attacked; 2 injured.", Incident{Type: "attack", Mention: "gunmen injured two villagers in the raid",
			Actors: actors(RoleTarget, "villagers"), Counts: []Count{{What: "injured", Min: intp(2), Max: intp(2)}}}},
		{"Omar Said ordered or prepared attacks on bases.", Incident{Type: "armed-clash", Mention: "Said had orchestrated attacks on bases",
			Actors: append(actors(RoleAgent, "Omar Said"), actors(RoleTarget, "bases")...)}},
		{"Members of the group were arrested.", Incident{Type: "arrest", Actors: actors(RoleTarget, "members of the group")}},
		{"Mullah Omar was released.", Incident{Type: "release", Actors: actors(RoleTarget, "Mullah Omar", "Omar")}},
		{"ISIS shelled Eilat, from the Sinai Peninsula; 7 to 10 weapons launched (attempted).", Incident{Type: "shelling", Status: StatusAttempted,
			From: &Place{Name: "Sinai Peninsula", Level: LevelRegion}, Where: &Place{Name: "Eilat"}, Actors: append(actors(RoleAgent, "ISIS"), actors(RoleTarget, "Eilat")...),
			Counts: []Count{{What: "weapons-launched", Min: intp(7), Max: intp(10)}}}},
		{"North Korea and South Korea fought; 3 to 1,200 killed.", Incident{Type: "armed-clash", Actors: actors(RoleParty, "North Korea", "South Korea"),
			Counts: []Count{{What: "killed", Min: intp(3), Max: intp(3)}, {What: "killed", Max: intp(1200)}}}},
		{"Property was damaged or looted; 1 killed.", Incident{Type: "property-attack", Actors: []Actor{{Role: RoleTarget, Name: "Rosa Quispe", Kind: KindPerson}},
			Counts: []Count{{What: "killed", Min: intp(1), Max: intp(1)}}}},
		{"India and Pakistan fought; 2 killed.", Incident{Type: "armed-clash", Actors: append(actors(RoleParty, "India", "Pakistan"), actors(RoleTarget, "soldiers")...),
			Counts: []Count{{What: "killed", Min: intp(2), Max: intp(2)}}}},
		{"Herders and farmers fought.", Incident{Type: "attack", Actors: append(actors(RoleParty, "herders", "farmers"), actors(RoleTarget, "camp")...)}},
		{"In January 2020 the government imposed measures on A, B and others in the United States.", Incident{Type: "sanction",
			When: &When{Earliest: DayOf(2020, 1, 1), Latest: DayOf(2020, 1, 31)}, Where: &Place{Name: "United States", Level: LevelCountry},
			Actors: append(actors(RoleAgent, "government"), actors(RoleTarget, "A", "B", "C", "D")...)}},
		{"“Wednesday” (day not known): people protested.", Incident{Type: "protest", When: &When{Earliest: NoDay, Latest: NoDay, Words: "Wednesday"}}},
		{"Between 1 January 2019 and 3 January 2019 drone overflight against X.", Incident{Type: "drone-overflight",
			When: &When{Earliest: DayOf(2019, 1, 1), Latest: DayOf(2019, 1, 3)}, Actors: actors(RoleTarget, "X")}},
		{"A bomb went off; 11 to 19 killed, at least 3 injured.", Incident{Type: "bombing", Counts: []Count{{What: "killed", Min: intp(14)},
			{What: "killed", Min: intp(11), Max: intp(11)}, {What: "killed", Min: intp(19), Max: intp(19)}, {What: "injured", Min: intp(3)}, {What: "injured", Min: intp(3), Max: intp(3)}}}},
		{"The Front bombed people; 2 killed.", Incident{Type: "bombing", Actors: append(actors(RoleAgent, "The Front", "The Falcons"), actors(RoleTarget, "people")...), // rivals
			Counts: []Count{{What: "killed", Min: intp(2), Max: intp(2)}}, Fields: []Field{{Name: AboutAgent, Value: "The Front", For: []int{1}, Against: []int{2}}},
			Claims: []Claim{{N: 1, About: AboutAgent, Value: "The Front"}, {N: 2, About: AboutAgent, Value: "The Falcons"}}}},
		{"The Front and The Falcons set off a bomb.", Incident{Type: "bombing", Actors: actors(RoleAgent, "The Front", "The Falcons"), // together
			Fields: []Field{{Name: AboutAgent, Value: "The Front", For: []int{1, 2}}}, Claims: []Claim{{N: 1, Value: "The Front"}, {N: 2, Value: "The Falcons"}}}},
		{"Iran issued arrest warrants for people; 36 wanted.", Incident{Type: "arrest", Mention: "Iran issues arrest warrants for 36 people",
			Actors: append(actors(RoleAgent, "Iran"), actors(RoleTarget, "people")...), Counts: []Count{{What: "arrested", Min: intp(36), Max: intp(36)}}}},
		{"Police arrested a man.", Incident{Type: "arrest", Mention: "Police arrested a man on a warrant", Actors: append(actors(RoleAgent, "police"), actors(RoleTarget, "man")...)}},
		{"Rebels overthrew or drove out Ali Saleh.", Incident{Type: "takeover",
			Actors: append(actors(RoleAgent, "rebels"), Actor{Role: RoleTarget, Name: "Ali Saleh", Kind: KindPerson})}},
		{"Measures against Mali were lifted or eased.", Incident{Type: "sanction", Mention: "That ban was lifted in 2022", Actors: actors(RoleTarget, "Mali")}},
		{"Soldiers took control.", Incident{Type: "takeover", Actors: actors(RoleAgent, "soldiers")}},
		{"Rebels took Aleppo.", Incident{Type: "takeover", Actors: append(actors(RoleAgent, "rebels"), Actor{Role: RoleTarget, Name: "Aleppo"})}},
		{"People were abducted.", Incident{Type: "abduction"}},
	} {
		if got := c.in.Sentence(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1700000: "1,700,000", -1000: "-1,000"} {
		if got := grouped(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
