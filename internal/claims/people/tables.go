package people

import (
	"io/fs"
	"strings"

	"sayso/data"
	"sayso/internal/lexicon/table"
)

// class is what a word beside a name makes of its bearer.
type class string

// The classes of words.tsv.
const (
	high    class = "high"   // the highest offices and commands
	office  class = "office" //
	speaks  class = "speaks" // speaks for a body
	known   class = "known"  // a public life
	kin     class = "kin"
	witness class = "witness"
	minor   class = "minor"
	victim  class = "victim"
	private class = "private" // describes, and makes nobody public
)

// publicClass are the classes that make their bearer public.
var publicClass = map[class]bool{high: true, office: true, speaks: true, known: true}

// word is a line of words.tsv.
type word struct {
	words string // as a description says it
	class class
	sex   byte // 'm', 'f' or 0
}

type tables struct {
	words  map[string]word
	public map[string]string // folded name to why
	things map[string]bool   // last words of names that are nobody's
}

func load(more ...fs.FS) (*tables, error) {
	ours, err := fs.Sub(data.FS, "lexicon")
	if err != nil {
		return nil, err
	}
	layers := append([]fs.FS{ours}, more...)
	t := &tables{words: map[string]word{}, public: map[string]string{}, things: map[string]bool{}}
	rows, err := table.Read("people/things.tsv", 1, layers...)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		t.things[strings.ToLower(r.Cells[0])] = true
	}
	if rows, err = table.Read("people/words.tsv", 2, layers...); err != nil {
		return nil, err
	}
	for _, r := range rows {
		w := word{words: r.Cells[0], class: class(r.Cells[1])}
		if len(r.Cells) > 2 && r.Cells[2] != "" {
			w.sex = r.Cells[2][0]
		}
		switch w.class {
		case high, office, speaks, known, kin, witness, minor, victim, private:
		default:
			return nil, r.Errorf("%q is no class of words beside a name", r.Cells[1])
		}
		if len(r.Cells) > 3 && r.Cells[3] != "" {
			w.words = r.Cells[3]
		}
		t.words[r.Cells[0]] = w
	}
	if rows, err = table.Read("people/public.tsv", 3, layers...); err != nil {
		return nil, err
	}
	for _, r := range rows {
		for _, n := range append(strings.Split(r.Cells[1], "|"), r.Cells[0]) {
			if n != "" {
				t.public[strings.ToLower(n)] = r.Cells[2]
			}
		}
	}
	return t, nil
}
