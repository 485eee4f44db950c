package stream

import (
	"slices"
	"strings"

	"sayso"
)

func sortStrings(s []string) { slices.Sort(s) }

// name makes a name out of a number, the same one always.
func name(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	n += 1000
	for n > 0 {
		b.WriteByte(consonants[n%len(consonants)])
		n /= len(consonants)
		b.WriteByte(vowels[n%len(vowels)])
		n /= len(vowels)
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:] + "h"
}

// country gives each place one of sixty countries.
func country(place int) sayso.Code {
	k := place % 60
	return sayso.Code([]byte{byte('A' + k/10), byte('K' + k%10)})
}

// ordinary are words of reports, the most usual first.
var ordinary = strings.Fields(`killed police people attack forces wounded soldiers army fire security officials military men city town
group car bomb government armed injured village civilians troops militants gunmen district province area explosion killing shot
arrested protesters protest opened market house vehicle road checkpoint base camp patrol convoy station hospital school mosque
church building bridge border northern southern eastern western central rebel fighters insurgents suspects officers commander
spokesman witnesses residents local leaders blast suicide bomber roadside mortar rocket shells artillery aircraft strike drone
helicopter rifle grenade ambush clash clashes raid operation kidnapped hostage released detained jailed charged accused court
trial demonstration march crowd stones tear gas rubber bullets water cannon curfew emergency ceasefire talks agreement truce
withdrawal advance seized captured retaken control stronghold outpost weapons ammunition explosives cache children women
students workers farmers traders drivers passengers bus truck train airport port ship boat oil pipeline plant factory bank
offices headquarters embassy consulate prison university hotel restaurant stadium square street night morning evening dawn`)
