package places

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso"
)

// Gold is one place name of a corpus.
type Gold struct {
	Span     sayso.Span // in bytes
	ID       string     // "geonames:…", "" where the corpus has none
	Lat, Lon float64
	Located  bool   // has coordinates
	Kind     string // GeoNames feature code
}

// Text is one article of a corpus.
type Text struct {
	Article *sayso.Article
	Gold    []Gold
}

type xmlArticle struct {
	ID       string        `xml:"docid,attr"`
	Number   string        `xml:"number,attr"`
	Domain   string        `xml:"domain"`
	Text     string        `xml:"text"`
	Toponyms []xmlToponym  `xml:"toponyms>toponym"`
	Places   []xmlLocation `xml:"locations>location"`
}

type xmlToponym struct {
	Start  int     `xml:"start"`
	End    int     `xml:"end"`
	Phrase string  `xml:"phrase"`
	Tag    *xmlTag `xml:"gaztag"`
	Lat    string  `xml:"latitude"`
	Lon    string  `xml:"longitude"`
}

type xmlTag struct {
	ID   string `xml:"geonameid,attr"`
	Code string `xml:"fcode"`
	Lat  string `xml:"lat"`
	Lon  string `xml:"lon"`
}

type xmlLocation struct {
	Start int    `xml:"start"`
	End   int    `xml:"end"`
	Name  string `xml:"name"`
	Lat   string `xml:"lat"`
	Lon   string `xml:"lon"`
}

// sets names the files of the sets that the corpora folder holds.
var sets = map[string]string{"LGL": "lgl.xml", "TR-News": "TR-News.xml"}

// readSet reads a set of the geoparsing corpora ("LGL", "TR-News", or the name of
// another file of the same form without ".xml") below data.
func readSet(data, set string) ([]Text, error) {
	name, ok := sets[set]
	if !ok {
		name = set + ".xml"
	}
	raw, err := os.ReadFile(filepath.Join(data, "Corpora", name))
	if os.IsNotExist(err) {
		raw, err = os.ReadFile(filepath.Join(data, name))
	}
	if err != nil {
		return nil, err
	}
	var all struct {
		Articles []xmlArticle `xml:"article"`
	}
	if err := xml.Unmarshal(raw, &all); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := make([]Text, 0, len(all.Articles))
	for i := range all.Articles {
		out = append(out, all.Articles[i].text())
	}
	return out, nil
}

func (x *xmlArticle) text() Text {
	t := Text{Article: &sayso.Article{ID: x.ID + x.Number, Text: x.Text, Outlet: strings.TrimSpace(x.Domain), Published: sayso.NoDay}}
	offsets := make([]int, 0, len(x.Text)+1)
	for i := range x.Text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(x.Text))
	for _, p := range x.Toponyms {
		g := Gold{Span: aligned(x.Text, spanOf(offsets, p.Start, p.End), p.Phrase)}
		if p.Tag != nil {
			g.ID, g.Kind = "geonames:"+p.Tag.ID, p.Tag.Code
			g.locate(p.Tag.Lat, p.Tag.Lon)
		} else {
			g.locate(p.Lat, p.Lon)
		}
		t.Gold = append(t.Gold, g)
	}
	for _, p := range x.Places {
		g := Gold{Span: aligned(x.Text, spanOf(offsets, p.Start, p.End), p.Name)}
		g.locate(p.Lat, p.Lon)
		t.Gold = append(t.Gold, g)
	}
	return t
}

// spanOf turns rune offsets into bytes.
func spanOf(offsets []int, start, end int) sayso.Span {
	if start < 0 || end < start || end >= len(offsets) {
		return sayso.Span{}
	}
	return sayso.Span{Start: offsets[start], End: offsets[end]}
}

// aligned returns the span, or where it does not hold the phrase (the offsets of
// some articles have slipped) the nearest place in the text that does.
func aligned(text string, s sayso.Span, phrase string) sayso.Span {
	if phrase == "" || s.In(text) == phrase {
		return s
	}
	best, cost := s, len(text)+1
	for at := 0; ; {
		i := strings.Index(text[at:], phrase)
		if i < 0 {
			return best
		}
		i += at
		if d := max(i-s.Start, s.Start-i); d < cost {
			best, cost = sayso.Span{Start: i, End: i + len(phrase)}, d
		}
		at = i + 1
	}
}

func (g *Gold) locate(lat, lon string) {
	y, err1 := strconv.ParseFloat(strings.TrimSpace(lat), 64)
	x, err2 := strconv.ParseFloat(strings.TrimSpace(lon), 64)
	g.Lat, g.Lon, g.Located = y, x, err1 == nil && err2 == nil
}
