package document

import "strings"

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
	if first+2 == d.Times[t].First && d.Word(first+1) == ":" && labels[strings.ToLower(d.Word(first))] == "date" {
		return t
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

// rowDate is the date that a cell of a table's row holds, before or behind the block
// that is its text; -1 for none.
func (d *Document) rowDate(b int) int {
	for _, c := range d.RowCells(b) {
		for t := range d.Times {
			if x := &d.Times[t]; x.Kind == "DATE" && x.When.Earliest.Known() && d.Blocks[c].Covers(x.Range) {
				return t
			}
		}
	}
	return -1
}

// RowCells are the blocks of the other cells on the line of a table's row whose text a
// block is; none where it is no row.
func (d *Document) RowCells(b int) (cells []int) {
	if d.Blocks[b].Kind == BlockDateline {
		return nil
	}
	row := false
	for _, c := range []int{b - 1, b + 1} {
		if c >= 0 && c < len(d.Blocks) && d.Blocks[c].Kind == BlockDateline && !d.Blocks[c].Empty() && d.oneLine(min(b, c), max(b, c)) {
			cells = append(cells, c)
			last := d.Tokens[d.Blocks[min(b, c)].End-1].End
			row = row || c > b || d.Word(d.Blocks[c].End-1) == "|" || strings.Contains(d.Text[last:d.Tokens[d.Blocks[b].First].Start], "\t")
		}
	}
	if !row {
		return nil
	}
	return cells
}

// oneLine reports whether no line ends between two blocks.
func (d *Document) oneLine(a, b int) bool {
	return !strings.Contains(d.Text[d.Tokens[d.Blocks[a].End-1].End:d.Tokens[d.Blocks[b].First].Start], "\n")
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

func none(of []int) {
	for b := range of {
		of[b] = -1
	}
}
