package document

import (
	"strings"

	"sayso"
)

// Entries says how a text of unrelated items is cut into them: a chronicle or bulletin,
// a digest under the names of countries and districts, a list of numbered cases.
type Entries struct {
	Dates  []int // by block: the time that heads its entry, an index into Times, or -1
	Places []int // by block: the innermost place that heads its entry, an index into Toponyms, or -1
	items  []int // by block: which item it is part of, or -1
	from   []int // by block: the token at which its part under a place begins, or -1
}

// Entries cuts a text into its items. An entry under a date is one that the date heads,
// with or without a place: "Oct. 5, 2017 - Gunmen attack", "11 March, Rutshuru: Rebels
// clashed", or a line with the date alone and paragraphs below it. An entry ends where
// the next begins or at a heading. Where fewer than two days, places or numbers head
// something, they cut nothing.
func (d *Document) Entries() *Entries {
	e := &Entries{Dates: make([]int, len(d.Blocks)), Places: make([]int, len(d.Blocks)), items: make([]int, len(d.Blocks)), from: make([]int, len(d.Blocks))}
	d.dateEntries(e.Dates)
	d.placeEntries(e.Places, e.from)
	d.numberEntries(e)
	d.listEntries(e)
	return e
}

// dateEntries finds under which date of a chronicle each block stands.
func (d *Document) dateEntries(of []int) {
	headed, with, next := -1, map[int]bool{}, 0
	for b := range d.Blocks {
		block := d.Blocks[b]
		for next < len(d.Times) && d.Times[next].First < block.First {
			next++
		}
		switch t, row := d.headOf(block, next), d.rowDate(b); {
		case row >= 0:
			headed, with[row] = row, true
		case t >= 0:
			headed = t
		case (block.Kind == BlockHeading || block.Kind == BlockTitle) && d.Label(b) == "":
			headed = -1
		}
		of[b] = headed
		if headed >= 0 && block.Kind != BlockDateline && block.End-d.Times[headed].End > 3 {
			with[headed] = true
		}
	}
	if !d.severalDays(with) {
		none(of)
	}
}

// placeEntries finds under which place of a digest each block stands: a heading that is
// the name of a country, region or town and no more, "North Kivu", or has it before a
// colon, "Haiti: Gang leaders block terminal". A heading that ends in the word for a
// region that nothing more is known of, "North West Region", begins a part of the last.
func (d *Document) placeEntries(of, from []int) {
	headed, begun, next, seen := -1, -1, 0, map[string]bool{}
	for b := range d.Blocks {
		block := d.Blocks[b]
		for next < len(d.Toponyms) && d.Toponyms[next].First < block.First {
			next++
		}
		if block.Kind == BlockHeading && d.Label(b) == "" {
			begun = block.First
			switch {
			case next < len(d.Toponyms) && d.headsItem(block, &d.Toponyms[next]):
				headed = next
				seen[d.Toponyms[next].Place.Name] = true
			case headed < 0 || !units[strings.ToLower(d.Word(block.End-1))]:
				headed, begun = -1, -1
			}
		}
		of[b], from[b] = headed, begun
	}
	if len(seen) < 2 {
		none(of)
		none(from)
	}
}

// units are the words for a part of a country that end the heading of a digest.
var units = map[string]bool{"region": true, "province": true, "state": true, "district": true, "county": true, "governorate": true,
	"department": true, "oblast": true, "division": true, "zone": true, "territory": true, "prefecture": true, "municipality": true}

func (d *Document) headsItem(block Block, t *Toponym) bool {
	if t.Demonym || t.First != block.First {
		return false
	}
	return t.End == block.End || d.Word(t.End) == ":"
}

// numberEntries tells the items apart: each date, each place of a heading and each
// number that heads a block, "Case 3.", "INCIDENT 2", "4.", begins one.
func (d *Document) numberEntries(e *Entries) {
	last, numbers, many := 0, make([]int, len(d.Blocks)), false
	final := -1 // the last block of a list with numbers; paragraphs behind it are none of it
	for b := range d.Blocks {
		switch n := d.numberOf(b); {
		case n == last+1:
			many, last, final = many || n > 1, n, -1
			if d.Blocks[b].Kind == BlockListItem {
				final = b
			}
		case n == 1:
			last = 1
		case d.Blocks[b].Kind == BlockHeading && d.Label(b) == "" && d.headed(e, b) < 0:
			last = 0
		}
		numbers[b] = last
	}
	for b := range d.Blocks {
		e.items[b] = d.headed(e, b)
		if many && numbers[b] > 0 && (final < 0 || b <= final) {
			e.items[b] = (numbers[b]+1)*(len(d.Tokens)+1) + e.items[b]
		}
	}
}

// listEntries takes the items of a list that tell of different days for entries of their
// own: the highlights of an update. What a text says below may be of any of them.
func (d *Document) listEntries(e *Entries) {
	for b := 0; b < len(d.Blocks); b++ {
		first, days := b, map[sayso.Day]bool{}
		for b < len(d.Blocks) && d.Blocks[b].Kind == BlockListItem && e.items[b] < 0 {
			if day := d.dayIn(d.Blocks[b].Range); day.Known() {
				days[day] = true
			}
			b++
		}
		for i := first; i < b && len(days) > 1; i++ {
			e.items[i] = d.Blocks[i].First
		}
	}
}

// dayIn is the first day that words name.
func (d *Document) dayIn(at Range) sayso.Day {
	for i := range d.Times {
		if t := &d.Times[i]; at.Covers(t.Range) && t.When.Earliest.Known() && t.When.Earliest == t.When.Latest {
			return t.When.Earliest
		}
	}
	return sayso.NoDay
}

// headed is where the date or place begins that heads a block's entry, the later; -1 for none.
func (d *Document) headed(e *Entries, b int) int {
	at := -1
	if t := e.Dates[b]; t >= 0 {
		at = d.Times[t].First
	}
	return max(at, e.from[b])
}

// numberOf is the number that heads a block, alone or behind one word: 0 for none.
func (d *Document) numberOf(b int) int {
	block := d.Blocks[b]
	i := block.First
	if letters(d.Word(i)) && capital(d.Word(i)) && i+1 < block.End {
		i++
	}
	n := 0
	for _, c := range d.Word(i) {
		if c < '0' || c > '9' || n > 99 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	if i+1 == block.End && i > block.First || i+1 < block.End && strings.Contains(".):", d.Word(i+1)) && (i > block.First || d.Tokens[i].End == d.Tokens[i+1].Start) {
		return n
	}
	return 0
}

// labels are the words that name a field of a bulletin: "Date: 28 May".
var labels = map[string]string{"date": "date", "day": "date", "when": "date", "time": "date", "place": "place", "location": "place",
	"where": "place", "area": "place", "district": "place", "province": "place", "country": "place", "type": "type", "event": "type",
	"source": "source", "sources": "source"}

// Label is the field of a bulletin that a block fills by its first word and a colon; "" for none.
func (d *Document) Label(b int) string {
	block := d.Blocks[b]
	if block.Len() < 3 || d.Word(block.First+1) != ":" {
		return ""
	}
	return labels[strings.ToLower(d.Word(block.First))]
}

// EntriesPart reports whether tokens x and y stand in different entries.
func (d *Document) EntriesPart(entries *Entries, x, y int) bool {
	a, b := d.entryOf(entries, x), d.entryOf(entries, y)
	return a >= 0 && b >= 0 && a != b
}

// EntriesJoin reports whether tokens x and y stand in one entry.
func (d *Document) EntriesJoin(entries *Entries, x, y int) bool {
	a := d.entryOf(entries, x)
	return a >= 0 && a == d.entryOf(entries, y)
}

// EntryLen is how many sentences the entry of a token has, its headings left out; 0
// where it stands in none.
func (d *Document) EntryLen(entries *Entries, token int) (n int) {
	item := d.entryOf(entries, token)
	if item < 0 {
		return 0
	}
	for i := range d.Sentences {
		b := d.Sentences[i].Block
		if b >= 0 && entries.items[b] == item && d.Blocks[b].Kind != BlockHeading && d.Blocks[b].Kind != BlockDateline {
			n++
		}
	}
	return n
}

func (d *Document) entryOf(entries *Entries, token int) int {
	if s := d.SentenceOf(token); s >= 0 && d.Sentences[s].Block >= 0 {
		return entries.items[d.Sentences[s].Block]
	}
	return -1
}
