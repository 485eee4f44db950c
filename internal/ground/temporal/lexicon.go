package temporal

import (
	"io/fs"
	"strconv"
	"strings"

	"sayso/data"
	"sayso/internal/lexicon/numeral"
	"sayso/internal/lexicon/table"
)

// Lexicon holds the words of time expressions and the holidays. It is never
// changed after it was loaded.
type Lexicon struct {
	words    map[string]*word
	heads    map[string]bool // first words of holidays
	holidays map[string][]holiday
}

// Tables are read from "lexicon/temporal" of the embedded data, and after that
// from "temporal" of each folder of a user's own tables.
const (
	wordsTable    = "words.tsv"
	holidaysTable = "holidays.tsv"
)

// Load reads the tables; lines of own win over ours.
func Load(own ...fs.FS) (*Lexicon, error) {
	layers, err := folders(own)
	if err != nil {
		return nil, err
	}
	lx := &Lexicon{words: map[string]*word{}, heads: map[string]bool{}, holidays: map[string][]holiday{}}
	rows, err := table.Read(wordsTable, 3, layers...)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if err := lx.add(r); err != nil {
			return nil, err
		}
	}
	lx.addNumbers()
	for text, lit := range literals {
		w := lx.at(text)
		w.lit, w.is = lit, w.is|isLiteral
	}
	if rows, err = table.Read(holidaysTable, 3, layers...); err != nil {
		return nil, err
	}
	for _, r := range rows {
		if err := lx.addHoliday(r); err != nil {
			return nil, err
		}
	}
	return lx, nil
}

func folders(own []fs.FS) ([]fs.FS, error) {
	ours, err := fs.Sub(data.FS, "lexicon/temporal")
	if err != nil {
		return nil, err
	}
	layers := []fs.FS{ours}
	for _, f := range own {
		sub, err := fs.Sub(f, "temporal")
		if err != nil {
			return nil, err
		}
		layers = append(layers, sub)
	}
	return layers, nil
}

// at returns the entry of a word, made where there is none.
func (lx *Lexicon) at(text string) *word {
	w := lx.words[text]
	if w == nil {
		w = &word{}
		lx.words[text] = w
	}
	return w
}

// addNumbers adds the number words that [numeral] knows.
func (lx *Lexicon) addNumbers() {
	for _, text := range []string{"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
		"eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million",
		"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth",
		"seventeenth eighteenth nineteenth twentieth thirtieth"} {
		for _, name := range strings.Fields(text) {
			w, t := lx.at(name), numeral.Look(name)
			w.n = int32(t.Value)
			if t.Kind == numeral.Ordinal {
				w.is |= isOrdinal
			} else {
				w.is |= isNumber
			}
		}
	}
}

var classes = map[string]class{"month": isMonth, "weekday": isWeekday, "weekdays": isWeekdays, "unit": isUnit, "units": isUnits,
	"night": isNight, "season": isSeason, "part": isPart, "clock": isClock, "day": isDay, "tonight": isTonight, "overnight": isOvernight,
	"ref": isRef, "adjref": isAdjRef, "noun-ref": isNounRef, "softref": isSoftRef, "rel": isRel, "prev": isPrev, "dir": isDir,
	"mod": isMod, "softmod": isSoftMod, "bound": isBound, "boundnoun": isBoundNoun, "vague": isVague, "each": isEach, "freq": isFreq,
	"adjfreq": isAdjFreq, "zone": isZone, "ampm": isAmPm, "decade": isDecade, "near": isNear}

// add takes one line of the words table.
func (lx *Lexicon) add(r table.Row) error {
	name, value := r.Cells[1], ""
	if len(r.Cells) > 2 {
		value = r.Cells[2]
	}
	c, ok := classes[name]
	if !ok {
		return r.Errorf("no class %q", name)
	}
	w := lx.at(strings.ToLower(r.Cells[0]))
	w.is |= c
	return w.set(c, value, r)
}

// set fills the field that a class needs from its cell.
func (w *word) set(c class, value string, r table.Row) error {
	number := func() (int, error) {
		n, err := strconv.Atoi(value)
		if err != nil {
			return 0, r.Errorf("%q is not a number", value)
		}
		return n, nil
	}
	var n int
	var err error
	switch c {
	case isMonth, isWeekday, isWeekdays, isDay, isTonight, isOvernight, isRel, isPrev, isVague, isAmPm, isDecade, isEach:
		n, err = number()
	}
	if err != nil {
		return err
	}
	switch c {
	case isMonth:
		w.month = int8(n)
	case isWeekday, isWeekdays:
		w.weekday = int8(n)
	case isRel, isPrev:
		w.rel = int8(n)
	case isUnit, isUnits, isFreq, isAdjFreq:
		if w.unit, err = unitOf(value, r); err != nil {
			return err
		}
	case isClock:
		clock, _ := clockOf(value, ':')
		w.y, w.m = int16(clock/60), int16(clock%60)
	case isMod, isSoftMod:
		w.mod = value[0]
	case isBound, isBoundNoun:
		w.bound = value[0]
	case isDay, isTonight, isOvernight, isVague, isAmPm, isDecade, isEach:
		w.n = int32(n)
	default:
		w.code = value
	}
	return nil
}

func unitOf(code string, r table.Row) (unit, error) {
	u, ok := unitCodes[code]
	if !ok {
		return noUnit, r.Errorf("no unit %q", code)
	}
	return u, nil
}
