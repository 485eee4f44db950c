package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"sayso"
)

// Message is one text of the corpus.
type Message struct {
	ID     string    // "DEV-MUC3-0001"
	Place  string    // of the dateline: "SAN SALVADOR"
	Date   sayso.Day // of the dateline; NoDay for NO DATE
	Source string    // "CANAL DOCE TELEVISION"; may be empty
	Body   string    // paragraphs, a blank line between them
}

// Article is the message as an article: dateline and body, as news pages have it.
func (m *Message) Article() *sayso.Article {
	a := &sayso.Article{ID: m.ID, Outlet: m.Source, Published: m.Date, Language: "en", Text: m.Body}
	if m.Place != "" && m.Date.Known() {
		a.Text = m.Place + ", " + Dated(m.Date) + source(m.Source) + " -- " + m.Body
	}
	return a
}

func source(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// Read reads the messages of a split, "dev", or of several: "tst1+tst2". Dir is
// the folder that holds TASK.
func Read(dir, splits string) ([]Message, error) {
	files, err := FilesOf(dir, splits, "*-muc[34]*")
	if err != nil {
		return nil, err
	}
	var out []Message
	for _, f := range files {
		if strings.HasSuffix(f, ".mixed-case") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		part, err := Parse(string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		out = append(out, part...)
	}
	return out, nil
}

// FilesOf lists the files of several splits.
func FilesOf(dir, splits, pattern string) ([]string, error) {
	var out []string
	for s := range strings.SplitSeq(splits, "+") {
		files, err := Files(dir, s, pattern)
		if err != nil {
			return nil, err
		}
		out = append(out, files...)
	}
	return out, nil
}

// Files lists the files of a split that fit a pattern, in order; it fails where
// there are none.
func Files(dir, split, pattern string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "TASK", "CORPORA", split, pattern))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no TASK/CORPORA/%s/%s there", dir, split, pattern)
	}
	return files, nil
}

var idLine = regexp.MustCompile(`(?m)^([A-Z]+[0-9]*-MUC[34]-[0-9]{4})\b.*$`)

// Parse reads the messages of one file.
func Parse(text string) ([]Message, error) {
	text = strings.ReplaceAll(text, "\r", "")
	heads := idLine.FindAllStringSubmatchIndex(text, -1)
	if heads == nil {
		return nil, fmt.Errorf("no message starts with its number")
	}
	out := make([]Message, 0, len(heads))
	for i, h := range heads {
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		out = append(out, parseMessage(text[h[2]:h[3]], text[h[1]:end]))
	}
	return out, nil
}

func parseMessage(id, text string) Message {
	m := Message{ID: id, Date: sayso.NoDay}
	var paragraphs []string
	for _, p := range regexp.MustCompile(`\n[ \t]*\n`).Split(text, -1) {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	if len(paragraphs) > 0 {
		paragraphs[0] = m.header(paragraphs[0])
	}
	m.Body = strings.Join(paragraphs, "\n\n")
	return m
}

var (
	dateline = regexp.MustCompile(`^(.{0,60}?), (NO DATE|[0-9]{1,2} [A-Z]{3,9}(?: [0-9]{2})?)\s*(?:[(\[]([^)\]]*)[)\]]\s*)?--\s*`)
	opening  = regexp.MustCompile(`^\[(?:TEXT|SUMMARY|EXCERPTS?|CONTINUED)\]\s*`)
	bracket  = regexp.MustCompile(`^\[[^\]]*\]\s*`)
)

// maxBackground is the number of bracketed remarks before [TEXT].
const maxBackground = 6

// header reads the dateline and drops the background remarks up to [TEXT].
func (m *Message) header(p string) string {
	if d := dateline.FindStringSubmatch(p); d != nil {
		m.Place, m.Source, m.Date = d[1], d[3], Day(d[2])
		p = p[len(d[0]):]
	}
	rest := p
	for range maxBackground {
		if o := opening.FindString(rest); o != "" {
			rest = rest[len(o):]
			if c := opening.FindString(rest); c != "" {
				rest = rest[len(c):]
			}
			return rest
		}
		b := bracket.FindString(rest)
		if b == "" {
			return p
		}
		rest = rest[len(b):]
	}
	return p
}

// Day reads "30 DEC 89"; anything else is NoDay.
func Day(s string) sayso.Day {
	f := strings.Fields(s)
	if len(f) != 3 || len(f[1]) < 3 {
		return sayso.NoDay
	}
	t, err := time.Parse("2 Jan 06", f[0]+" "+f[1][:1]+strings.ToLower(f[1][1:3])+" "+f[2])
	if err != nil {
		return sayso.NoDay
	}
	y, mo, d := t.Date()
	return sayso.DayOf(y, mo, d)
}

// Dated writes a day as MUC does: "30 DEC 89".
func Dated(d sayso.Day) string { return strings.ToUpper(d.Time().Format("02 Jan 06")) }
