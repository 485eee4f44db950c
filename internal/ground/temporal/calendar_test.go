package temporal

import (
	"testing"

	"sayso"
)

func on(s string) sayso.Day {
	d, err := sayso.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// TestHolidays checks the calendars against published dates.
func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		what     string
		got      sayso.Day
		want     string
		tolerant sayso.Day
	}{
		{"Easter 2019", easter(2019), "2019-04-21", 0},
		{"Easter 2000", easter(2000), "2000-04-23", 0},
		{"Easter 2038", easter(2038), "2038-04-25", 0},
		{"Thanksgiving 2019", nthWeekday(2019, 11, 4, 4), "2019-11-28", 0},
		{"Memorial Day 2019", nthWeekday(2019, 5, 1, -1), "2019-05-27", 0},
		{"Ramadan 1440", hijri(1440, 9, 1), "2019-05-06", 1},
		{"Eid al-Adha 1436", hijri(1436, 12, 10), "2015-09-24", 1},
		{"Ashura 1425", hijri(1425, 1, 10), "2004-03-02", 1},
		{"Rosh Hashanah 5780", hebrew(5780, 7, 1), "2019-09-30", 0},
		{"Yom Kippur 5734", hebrew(5734, 7, 10), "1973-10-06", 0},
		{"Passover 5762", hebrew(5762, 1, 15), "2002-03-28", 0},
		{"Purim 5779", hebrew(5779, 12, 14), "2019-03-21", 0},
		{"Hanukkah 5780", hebrew(5780, 9, 25), "2019-12-23", 0},
		{"Hanukkah 5771", hebrew(5771, 9, 25), "2010-12-02", 0},
	} {
		if diff := c.got - on(c.want); diff > c.tolerant || -diff > c.tolerant {
			t.Errorf("%s is %v, not %s", c.what, c.got, c.want)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{{"2019-01-31", 1, "2019-02-28"}, {"2020-03-31", -1, "2020-02-29"}, {"2019-01-15", -1, "2018-12-15"}, {"2019-01-15", -13, "2017-12-15"}, {"2019-12-31", 24, "2021-12-31"}} {
		if got := addMonths(on(c.from), c.n); got != on(c.want) {
			t.Errorf("%s %+d months is %v", c.from, c.n, got)
		}
	}
}
