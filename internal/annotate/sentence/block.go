package sentence

import (
	"strings"

	"sayso/internal/document"
)

// Bounds that no text written by people reaches: what is longer is cut, so that
// no stage has to hold more at a time.
const (
	maxBlock    = 4096 // tokens of a block
	maxSentence = 400  // tokens of a sentence
)

// Blocks cuts the tokens at line ends, or at blank lines where the lines are
// wrapped, and says what each stretch is.
func Blocks(d *document.Document) []document.Block { return blocks(d, maxBlock) }

// WholeBlocks is [Blocks] without a bound on their length: a document of a
// treebank whose breaks are taken out is one block, however long, to learn from.
func WholeBlocks(d *document.Document) []document.Block { return blocks(d, len(d.Tokens)) }

// blocks is [Blocks] with at most longest tokens in a block.
func blocks(d *document.Document, longest int) []document.Block {
	var out []document.Block
	n := len(d.Tokens)
	body := d.Article.BodyStart()
	wrapped := isWrapped(d.Text[min(body, len(d.Text)):])
	for first := 0; first < n; {
		end := first + 1
		for end < n && end-first < longest && !breaks(d, end, body, wrapped) {
			end++
		}
		r := document.Range{First: first, End: end}
		out = appendKind(out, d, r, int(d.Tokens[first].Start) < body)
		first = end
	}
	return out
}

// breaks reports whether a block ends between token i-1 and token i.
func breaks(d *document.Document, i, body int, wrapped bool) bool {
	from, to := int(d.Tokens[i-1].End), int(d.Tokens[i].Start)
	if from == to {
		return false
	}
	if from < body && to >= body {
		return true
	}
	if from < body {
		return false // a title of several lines is one block
	}
	lines := strings.Count(d.Text[from:to], "\n")
	return lines > 1 || lines == 1 && (!wrapped || listMark(d, i))
}

// isWrapped reports whether the lines of text were broken at a fixed width:
// there are blank lines between paragraphs, and of the other line ends most
// stand near that width and not after a full stop.
func isWrapped(text string) bool {
	widest, single, full := 0, 0, 0
	for line := range strings.Lines(text) {
		widest = max(widest, len(strings.TrimRight(line, "\r\n ")))
	}
	if widest > 110 || widest < 40 {
		return false
	}
	before := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if before != "" && line != "" {
			single++
			if len(before)*10 >= widest*7 {
				full++
			}
		}
		before = line
	}
	return single >= 2 && full*10 >= single*7
}

// appendKind appends the block r, with a dateline before its text cut off.
func appendKind(out []document.Block, d *document.Document, r document.Range, title bool) []document.Block {
	if title {
		return append(out, document.Block{Range: r, Kind: document.BlockTitle})
	}
	if text := rowText(d, r); !text.Empty() {
		return appendRow(out, r, text)
	}
	cut := datelineEnd(d, r)
	headed := cut > r.First
	if headed {
		out = append(out, document.Block{Range: document.Range{First: r.First, End: cut}, Kind: document.BlockDateline})
		if cut == r.End {
			return out
		}
		r.First = cut
	}
	kind := document.BlockParagraph
	switch {
	case listMark(d, r.First):
		kind = document.BlockListItem
	case isQuote(d, r, out):
		kind = document.BlockQuote
	case isHeading(d, r) && !headed:
		kind = document.BlockHeading
	}
	return append(out, document.Block{Range: r, Kind: kind})
}

// appendRow appends a table's row: its text, and before and behind it the other cells.
func appendRow(out []document.Block, r, text document.Range) []document.Block {
	for _, b := range []document.Block{
		{Range: document.Range{First: r.First, End: text.First}, Kind: document.BlockDateline},
		{Range: text, Kind: document.BlockParagraph},
		{Range: document.Range{First: text.End, End: r.End}, Kind: document.BlockDateline},
	} {
		if !b.Empty() {
			out = append(out, b)
		}
	}
	return out
}

// listMark reports whether token i opens an item of a list: a bullet, or a
// number or letter with a bracket or full stop, at the start of a line.
func listMark(d *document.Document, i int) bool {
	if from := int(d.Tokens[i].Start); from > 0 && !strings.Contains(d.Text[spaceBefore(d, i):from], "\n") {
		return false
	}
	w := d.Word(i)
	if w == "*" || w == "•" || w == "·" || w == "-" || w == "–" || w == "●" || w == "▪" || w == "‣" {
		return i+1 < len(d.Tokens) && d.Tokens[i].End < d.Tokens[i+1].Start
	}
	if len(w) > 2 || i+2 >= len(d.Tokens) || d.Tokens[i].End != d.Tokens[i+1].Start || d.Tokens[i+1].End == d.Tokens[i+2].Start {
		return false
	}
	mark := d.Word(i + 1)
	return mark == ")" || mark == "." && w[0] >= '0' && w[0] <= '9'
}

// spaceBefore returns where the space before token i begins.
func spaceBefore(d *document.Document, i int) int {
	if i == 0 {
		return 0
	}
	return int(d.Tokens[i-1].End)
}

// isQuote reports whether the block is set apart as a quotation: marked with
// ">", or a paragraph in quotation marks or not, after a paragraph that ends in
// a colon or in a verb of reporting without a full stop.
func isQuote(d *document.Document, r document.Range, before []document.Block) bool {
	if w := d.Word(r.First); w == ">" || w == "|" {
		return true
	}
	if len(before) == 0 || before[len(before)-1].Kind == document.BlockTitle {
		return false
	}
	last := d.Word(before[len(before)-1].End - 1)
	return r.Len() > 8 && (last == ":" || reports[last])
}

// reports are the verbs after which a passage quoted from elsewhere follows.
var reports = map[string]bool{"reports": true, "reported": true, "writes": true, "wrote": true, "said": true, "says": true,
	"continues": true, "adds": true, "added": true}

// isHeading reports whether the block is a short line without closing
// punctuation in it.
func isHeading(d *document.Document, r document.Range) bool {
	for i := r.First; r.Len() <= 12 && i < r.End; i++ {
		if w := d.Word(i); w == "." || w == "!" || w == "?" {
			return false
		}
	}
	last := d.Word(r.End - 1)
	return r.Len() <= 12 && !closes(last) && last != ":" && last != "," && last != ";" && last != "\"" && last != "”"
}
