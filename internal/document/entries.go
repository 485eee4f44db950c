package document

// Entries says, by block, under which date of a chronicle the block stands: an index
// into Times, or -1. A chronicle is a text of entries that a date heads, with or
// without a place, as timelines and bulletins of incidents are: "Oct. 5, 2017 -
// Gunmen attack", "11 March, Rutshuru: Rebels clashed", or a line with the date
// alone and paragraphs below it. An entry ends where the next begins or at a
// heading. A text with fewer than two such dates is none.
func (d *Document) Entries() []int {
	of := make([]int, len(d.Blocks))
	headed, with, next := -1, map[int]bool{}, 0
	for b := range d.Blocks {
		block := d.Blocks[b]
		for next < len(d.Times) && d.Times[next].First < block.First {
			next++
		}
		switch t := d.headOf(block, next); {
		case t >= 0:
			headed = t
		case block.Kind == BlockHeading || block.Kind == BlockTitle:
			headed = -1
		}
		of[b] = headed
		if headed >= 0 && block.Kind != BlockDateline && block.End-d.Times[headed].End > 3 {
			with[headed] = true
		}
	}
	if !d.severalDays(with) {
		for b := range of {
			of[b] = -1
		}
	}
	return of
}

// EntriesPart reports whether tokens x and y stand in different entries of a chronicle.
func (d *Document) EntriesPart(entries []int, x, y int) bool {
	a, b := d.entryOf(entries, x), d.entryOf(entries, y)
	return a >= 0 && b >= 0 && a != b
}

func (d *Document) entryOf(entries []int, token int) int {
	if s := d.SentenceOf(token); s >= 0 && d.Sentences[s].Block >= 0 {
		return entries[d.Sentences[s].Block]
	}
	return -1
}

// maxHeadWords is how many words of a place may stand between the date that heads an
// entry and the mark behind it.
const maxHeadWords = 6

// headOf is the time that heads a block as the date of an entry, where t is the first
// that may stand in it; -1 for none.
func (d *Document) headOf(block Block, t int) int {
	if t >= len(d.Times) || !block.Covers(d.Times[t].Range) || d.Times[t].Kind != "DATE" || !d.Times[t].When.Earliest.Known() {
		return -1
	}
	first := block.First
	for first < d.Times[t].First && first < block.First+2 && !letters(d.Word(first)) {
		first++ // the mark of a list
	}
	if d.Times[t].First != first {
		return -1
	}
	for i := d.Times[t].End; ; i++ {
		if i == block.End {
			if block.Kind == BlockDateline || block.Kind == BlockHeading {
				return t
			}
			return -1
		}
		switch w := d.Word(i); {
		case w == ":" || w == "-" || w == "--" || w == "–" || w == "—" || w == "|":
			return t
		case i-d.Times[t].End >= maxHeadWords || w != "," && w != "(" && w != ")" && !capital(w):
			return -1
		}
	}
}

// severalDays reports whether the times are not all of one day.
func (d *Document) severalDays(times map[int]bool) bool {
	first := -1
	for t := range times {
		if first >= 0 && d.Times[t].When.Earliest != d.Times[first].When.Earliest {
			return true
		}
		first = t
	}
	return false
}

func letters(w string) bool {
	return w[0] >= 'a' && w[0] <= 'z' || w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80 && w != "–" && w != "—" && w != "•" && w != "●"
}

func capital(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80 }
