// Package timeml reads TimeML documents: their text, day of writing and TIMEX3
// expressions.
package timeml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sayso"
)

// Timex is one TIMEX3 of a document: byte offsets into its text.
type Timex struct {
	Start, End  int
	Kind, Value string
}

// Doc is one TimeML document.
type Doc struct {
	Article sayso.Article
	Times   []Timex
}

// Read reads the TimeML files of a folder in the order of their names.
func Read(dir string) ([]Doc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.tml"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no .tml files", dir)
	}
	sort.Strings(files)
	var docs []Doc
	for _, f := range files {
		raw, err := os.Open(f)
		if err != nil {
			return nil, err
		}
		d, err := parse(raw)
		raw.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		d.Article.ID = strings.TrimSuffix(filepath.Base(f), ".tml")
		docs = append(docs, d)
	}
	return docs, nil
}

// reader collects the text between <TEXT> and </TEXT> and the expressions in it.
type reader struct {
	doc    Doc
	text   strings.Builder
	inText bool
	open   []int // indices of the TIMEX3 elements that are open
}

func parse(r io.Reader) (Doc, error) {
	x := xml.NewDecoder(r)
	x.Strict = false
	rd := &reader{}
	rd.doc.Article.Published = sayso.NoDay
	for {
		t, err := x.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return rd.doc, err
		}
		if err := rd.take(t); err != nil {
			return rd.doc, err
		}
	}
	rd.doc.Article.Text = rd.text.String()
	return rd.doc, nil
}

func (rd *reader) take(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		switch {
		case t.Name.Local == "TEXT":
			rd.inText = true
		case t.Name.Local == "TIMEX3" && rd.inText:
			rd.open = append(rd.open, len(rd.doc.Times))
			rd.doc.Times = append(rd.doc.Times, Timex{Start: rd.text.Len(), Kind: attr(t, "type"), Value: attr(t, "value")})
		case t.Name.Local == "TIMEX3" && attr(t, "functionInDocument") == "CREATION_TIME":
			day, err := sayso.ParseDay(attr(t, "value"))
			if err != nil {
				return err
			}
			rd.doc.Article.Published = day
		}
	case xml.EndElement:
		switch {
		case t.Name.Local == "TEXT":
			rd.inText = false
		case t.Name.Local == "TIMEX3" && rd.inText && len(rd.open) > 0:
			rd.doc.Times[rd.open[len(rd.open)-1]].End = rd.text.Len()
			rd.open = rd.open[:len(rd.open)-1]
		}
	case xml.CharData:
		if rd.inText {
			rd.text.Write(t)
		}
	}
	return nil
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
