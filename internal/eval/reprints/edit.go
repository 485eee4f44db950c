package reprints

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"sayso"
)

// story is an article to be reprinted: a headline and sentences, with the
// paragraph that each is in.
type story struct {
	article    sayso.Article
	group      string // of articles that may tell the same event
	sentences  []string
	paragraphs []int
}

// editor reprints stories as desks do. The same seed gives the same reprints.
type editor struct {
	rnd     *rand.Rand
	stories []story
}

// draft is a reprint in the making.
type draft struct {
	story
	edited int   // words left out, put in or changed
	from   []int // stories that it holds text of
}

// operations are what a desk does to a story.
var operations = []func(*editor, *draft, int){(*editor).cut, (*editor).lead, (*editor).merge, (*editor).numbers, (*editor).trim}

// reprint edits story i until the hundredths given of its words are edited.
func (e *editor) reprint(i, percent int) draft {
	src := e.stories[i]
	d := draft{story: src, from: []int{i}}
	d.sentences, d.paragraphs = append([]string{}, src.sentences...), append([]int{}, src.paragraphs...)
	total := words(src.sentences)
	budget := total * percent / 100
	for range 40 {
		if d.edited >= budget {
			break
		}
		operations[e.rnd.IntN(len(operations))](e, &d, budget-d.edited)
	}
	if e.rnd.IntN(2) == 0 {
		d.article.Title = e.stories[e.rnd.IntN(len(e.stories))].article.Title
	}
	d.article.ID = src.article.ID + "~" + strconv.Itoa(percent)
	d.article.Outlet, d.article.URL = "reprint", ""
	if d.article.Published.Known() {
		d.article.Published += sayso.Day(e.rnd.IntN(3))
	}
	d.article.Text = d.text()
	return d
}

func words(sentences []string) int {
	n := 0
	for _, s := range sentences {
		n += len(strings.Fields(s))
	}
	return n
}

// text puts the sentences into paragraphs.
func (d *draft) text() string {
	var b strings.Builder
	for i, s := range d.sentences {
		switch {
		case i == 0:
		case d.paragraphs[i] != d.paragraphs[i-1]:
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// cut leaves out a paragraph, or the last sentence of one that is too long.
func (e *editor) cut(d *draft, left int) {
	if len(d.sentences) < 4 {
		return
	}
	first := 1 + e.rnd.IntN(len(d.sentences)-1)
	end := first + 1
	for end < len(d.sentences) && d.paragraphs[end] == d.paragraphs[first] && words(d.sentences[first:end+1]) <= left {
		end++
	}
	if n := words(d.sentences[first:end]); n <= left+10 && end-first < len(d.sentences)-2 {
		d.edited += n
		d.sentences = append(d.sentences[:first:first], d.sentences[end:]...)
		d.paragraphs = append(d.paragraphs[:first:first], d.paragraphs[end:]...)
	}
}

// lead puts the lead of another story of the group in place of the first
// sentence.
func (e *editor) lead(d *draft, left int) {
	k := e.rnd.IntN(len(e.stories))
	for range 200 {
		if e.stories[k].group == d.group && e.stories[k].article.ID != d.article.ID {
			break
		}
		k = e.rnd.IntN(len(e.stories))
	}
	now := e.stories[k].sentences[0]
	if n := words([]string{now, d.sentences[0]}); n <= left+10 {
		d.edited += n
		d.sentences[0] = now
	}
}

// merge adds sentences of a story of another group at the end.
func (e *editor) merge(d *draft, left int) {
	k := e.rnd.IntN(len(e.stories))
	if e.stories[k].group == d.group || len(d.from) > 1 {
		return
	}
	end := 0
	for end < len(e.stories[k].sentences) && words(e.stories[k].sentences[:end+1]) <= left {
		end++
	}
	if end == 0 {
		return
	}
	more := e.stories[k].sentences[:end]
	d.edited += words(more)
	last := d.paragraphs[len(d.paragraphs)-1] + 1
	for _, s := range more {
		d.sentences, d.paragraphs = append(d.sentences, s), append(d.paragraphs, last)
	}
	d.from = append(d.from, k)
}

var figures = []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds"}

// numbers changes every number of some sentences.
func (e *editor) numbers(d *draft, left int) {
	i := e.rnd.IntN(len(d.sentences))
	fields := strings.Fields(d.sentences[i])
	changed := 0
	for k, f := range fields {
		bare := strings.TrimRight(f, ".,;:")
		if n, err := strconv.Atoi(bare); err == nil && n < 1900 {
			fields[k] = strconv.Itoa(n+1+e.rnd.IntN(9)) + f[len(bare):]
			changed++
			continue
		}
		for _, w := range figures {
			if strings.EqualFold(bare, w) {
				fields[k] = figures[e.rnd.IntN(len(figures))] + f[len(bare):]
				changed++
				break
			}
		}
	}
	if changed > 0 && changed <= left+10 {
		d.edited += changed
		d.sentences[i] = strings.Join(fields, " ")
	}
}

// trim cuts the tail of a sentence after its last comma.
func (e *editor) trim(d *draft, left int) {
	i := e.rnd.IntN(len(d.sentences))
	at := strings.LastIndex(d.sentences[i], ", ")
	if at < 20 {
		return
	}
	if n := words([]string{d.sentences[i][at:]}); n <= left+10 {
		d.edited += n
		d.sentences[i] = d.sentences[i][:at] + "."
	}
}
