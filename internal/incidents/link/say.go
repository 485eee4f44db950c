package link

import "fmt"

// say words the reason that measure i gives.
func (d *Decider) say(i int, a, b *Report) string {
	x, y := a.In, b.In
	switch i {
	case sameType:
		return "both are " + x.Type
	case otherForce, march, otherType:
		return fmt.Sprintf("one is told as %s, the other as %s", x.Type, y.Type)
	case sameDay:
		return fmt.Sprintf("both on %s", a.Days.First)
	case nextDay:
		return "a day apart"
	case nearDay, farDay:
		return fmt.Sprintf("%d days apart", a.Days.Gap(b.Days))
	case samePlace, sameRegion:
		return "both in " + x.Where.Name
	case sameCountry:
		return "both in one country"
	case nearPlace:
		return fmt.Sprintf("%s is near %s", x.Where.Name, y.Where.Name)
	case otherCountry, farPlace, otherPlace:
		return fmt.Sprintf("%s is not %s", x.Where.Name, y.Where.Name) + map[int]string{otherCountry: " but in another country", farPlace: " but far from it"}[i]
	case names, namesAgain, rareName:
		return fixed[i] + d.common(a, b, true)
	case plain, plainAgain:
		return fixed[i] + d.common(a, b, false)
	case otherStatus:
		return fmt.Sprintf("one %s, the other %s", x.Status, y.Status)
	}
	return fixed[i]
}

// fixed are the reasons that need no names.
var fixed = [count]string{
	sameDays: "their days overlap", mayDays: "their days can be the same", noDays: "no day is known of one",
	sameWeekday: "both say the same day of the week", otherWeekday: "they say different days of the week",
	sameWording: "their times are told in the same words", otherWording: "their times are told in other words",
	sameDate: "both say the same day of a month", otherDate: "they say different days of a month",
	noPlace: "no place is known of one", sameCount: "a number in both", otherCount: "numbers differ", farCount: "numbers differ three times and more",
	sameFigure: "a number stands in the sentences of both", otherFigure: "other numbers stand in their sentences",
	sameAgent: "one agent", otherAgent: "agents under different names", sameTarget: "one target", otherTarget: "other targets", rareTarget: "a rare word for both targets",
	names: "both name ", namesAgain: "most names are in both: ", rareName: "a rare name in both: ", noNames: "one names nobody and nothing",
	plain: "both speak of ", plainAgain: "many words are in both: ", plainSum: "they use many of the same words", mentions: "they are reported in the same words", told: "their articles name the same",
	toldNames: "their articles name the same, and they use the same words", otherSalience: "one main, the other background",
	story: "their articles share rare words", storyWords: "their articles share rare words, and they use the same words",
	storyAlone: "each is the only one of its type, and their articles share rare words", noStory: "the words of one article are not known",
	aloneBoth: "each is the only one of its type in its article", aloneTold: "each is the only one of its type, and their articles name the same",
}
