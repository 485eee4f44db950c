package document

import (
	"reflect"
	"strings"
	"testing"

	"sayso"
)

// paged is a document of blocks, each of words between spaces; days are the blocks'
// dates, by block: how many words at its start are one.
func paged(blocks []string, kinds []BlockKind, days []int) *Document {
	d := New(&sayso.Article{ID: "a", Text: strings.Join(blocks, "\n")})
	at := int32(0)
	for b, text := range blocks {
		first := len(d.Tokens)
		for w := range strings.FieldsSeq(text) {
			d.Tokens = append(d.Tokens, Token{at, at + int32(len(w))})
			at += int32(len(w)) + 1
		}
		r := Range{first, len(d.Tokens)}
		d.Blocks = append(d.Blocks, Block{Range: r, Kind: kinds[b]})
		d.Sentences = append(d.Sentences, Sentence{Range: r, Block: b})
		if days[b] > 0 {
			day := sayso.Day(18000 + b)
			d.Times = append(d.Times, Time{Range: Range{first, first + days[b]}, Kind: "DATE", When: sayso.When{Earliest: day, Latest: day}})
		}
	}
	return d
}

func TestEntries(t *testing.T) {
	p, h, l := BlockParagraph, BlockHeading, BlockDateline
	for _, c := range []struct {
		name   string
		blocks []string
		kinds  []BlockKind
		days   []int
		want   []int
	}{
		{"dashes", []string{"5 May -", "Gunmen attack a post .", "6 May -", "Rebels seize a town ."}, []BlockKind{l, p, l, p}, []int{2, 0, 2, 0}, []int{0, 0, 1, 1}},
		{"colons and places", []string{"5 May , Goma : gunmen attack a post", "6 May : rebels seize a town"}, []BlockKind{p, p}, []int{2, 2}, []int{0, 1}},
		{"a heading ends an entry", []string{"5 May : gunmen attack a post", "Ituri", "Rebels seize towns .", "6 May : rebels seize a town"}, []BlockKind{p, h, p, p}, []int{2, 0, 0, 2}, []int{0, -1, -1, 1}},
		{"one dateline", []string{"5 May -", "Gunmen attack a post ."}, []BlockKind{l, p}, []int{2, 0}, []int{-1, -1}},
		{"published and updated", []string{"5 May", "6 May", "Gunmen attack a post ."}, []BlockKind{l, l, p}, []int{2, 2, 0}, []int{-1, -1, -1}},
		{"plain sentences", []string{"5 May saw gunmen attack a post", "6 May saw rebels seize a town"}, []BlockKind{p, p}, []int{2, 2}, []int{-1, -1}},
	} {
		d := paged(c.blocks, c.kinds, c.days)
		if got := d.Entries().Dates; !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	d := paged([]string{"5 May : gunmen attack a post", "6 May : rebels seize a town"}, []BlockKind{p, p}, []int{2, 2})
	if e := d.Entries(); !d.EntriesPart(e, 3, 10) || d.EntriesPart(e, 3, 4) {
		t.Error("entries do not part")
	}
}

func TestEntriesByPlaceNumberAndList(t *testing.T) {
	p, h, l := BlockParagraph, BlockHeading, BlockListItem
	for _, c := range []struct {
		name   string
		blocks []string
		kinds  []BlockKind
		days   []int
		places []int // blocks that a toponym of one word opens
		part   [][2]int
		join   [][2]int
	}{
		{"countries and a region", []string{"Mali", "Gunmen came .", "Niger", "Lake Province", "Rebels came .", "More came ."}, []BlockKind{h, p, h, h, p, p}, make([]int, 6), []int{0, 2}, [][2]int{{1, 4}}, [][2]int{{4, 5}}},
		{"one country", []string{"Mali", "Gunmen came .", "Background", "Rebels came ."}, []BlockKind{h, p, h, p}, make([]int, 4), []int{0}, nil, nil},
		{"cases", []string{"Case 1 . Gunmen came", "They left .", "Case 2 . Rebels came"}, []BlockKind{p, p, p}, make([]int, 3), nil, [][2]int{{0, 2}, {1, 2}}, [][2]int{{0, 1}}},
		{"highlights", []string{"5 May gunmen came", "6 May rebels came", "A clinic shut", "The day 's news ."}, []BlockKind{l, l, l, p}, []int{2, 2, 0, 0}, nil, [][2]int{{0, 1}, {1, 2}}, nil},
	} {
		d := paged(c.blocks, c.kinds, c.days)
		for _, b := range c.places {
			d.Toponyms = append(d.Toponyms, Toponym{Range: Range{d.Blocks[b].First, d.Blocks[b].First + 1}, Place: sayso.Place{Name: c.blocks[b]}})
		}
		e := d.Entries()
		for _, x := range c.part {
			if !d.EntriesPart(e, d.Blocks[x[0]].First, d.Blocks[x[1]].First) {
				t.Errorf("%s: blocks %v are not apart", c.name, x)
			}
		}
		for _, x := range c.join {
			if !d.EntriesJoin(e, d.Blocks[x[0]].First, d.Blocks[x[1]].First) {
				t.Errorf("%s: blocks %v are not of one entry", c.name, x)
			}
		}
		if c.part == nil && d.EntriesPart(e, d.Blocks[1].First, d.Blocks[3].First) {
			t.Errorf("%s: cut", c.name)
		}
	}
}
