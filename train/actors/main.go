// Command actors makes data/lexicon/actors.tsv of the actor dictionaries of
// PETRARCH: armed groups (Phoenix.MilNonState, from START's TOPS) and
// intergovernmental bodies (Phoenix.International).
//
//	go run ./train/actors --data ../shared/data/petrarch/dictionaries
//
// Left out: persons and offices, names of one word and acronyms (they mean too
// much else), and every actor of which the table made by hand
// (actors-additions.tsv) knows a name.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

func main() {
	data := flag.String("data", "../shared/data/petrarch/dictionaries", "folder of the dictionaries")
	out := flag.String("out", "data/lexicon/actors.tsv", "file to write")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "actors:", err)
		os.Exit(1)
	}
}

// row is an actor of the table to write.
type row struct {
	id, name string
	aliases  []string
	kind     sayso.ActorKind
	country  string
	file     string
	reason   string
}

func run(data, out string) error {
	lex, err := lexicon.Load()
	if err != nil {
		return err
	}
	t := table{lex: lex, ids: map[string]bool{}, names: map[string]bool{}}
	for i := range lex.Actors {
		a := &lex.Actors[i]
		if strings.HasPrefix(a.Source, source) {
			continue // what this command wrote the last time
		}
		t.ids[a.ID] = true
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			t.names[lexicon.Fold(n)] = true
		}
	}
	for _, f := range []struct{ file, reason string }{
		{"Phoenix.MilNonState.actors.txt", "armed group of START's TOPS"},
		{"Phoenix.International.actors.txt", "intergovernmental body"},
	} {
		raw, err := os.ReadFile(filepath.Join(data, f.file))
		if err != nil {
			return err
		}
		for _, e := range parse(string(raw)) {
			t.add(e, f.file, f.reason)
		}
	}
	fmt.Printf("%d actors, %d left out\n", len(t.rows), t.left)
	return os.WriteFile(out, t.bytes(), 0o644)
}

// source begins the cell "source" of the lines that this command writes.
const source = "petrarch: "

// table collects rows whose ids and names are new.
type table struct {
	lex   *lexicon.Lexicon
	ids   map[string]bool
	names map[string]bool
	rows  []row
	left  int
}

func (t *table) add(e entry, file, reason string) {
	r := row{kind: kindOf(e.codes), file: file, reason: reason, country: t.country(e.codes)}
	known := false
	var names []string
	for _, raw := range e.names {
		n := nameOf(raw)
		key := lexicon.Fold(n)
		if !usable(n) {
			continue
		}
		known = known || t.names[key]
		if c, _ := t.lex.CountryOf(n); c == nil && !slices.ContainsFunc(names, func(o string) bool { return lexicon.Fold(o) == key }) {
			names = append(names, n)
		}
	}
	if r.kind == "" || known || !slices.ContainsFunc(names, body) {
		t.left++
		return
	}
	r.name, r.aliases, r.id = names[0], names[1:], slug(names[0])
	if t.ids[r.id] {
		t.left++
		return
	}
	t.ids[r.id] = true
	for _, n := range names {
		t.names[lexicon.Fold(n)] = true
	}
	t.rows = append(t.rows, r)
}

func (t *table) bytes() []byte {
	slices.SortFunc(t.rows, func(a, b row) int { return strings.Compare(a.id, b.id) })
	var b bytes.Buffer
	b.WriteString("# made by go run ./train/actors; not to be edited\n")
	b.WriteString("id\tname\taliases\tkind\tcountry\tparent\tfrom\tto\tsource\treason\n")
	for _, r := range t.rows {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t\t\t\t%s%s\t%s\n", r.id, r.name, strings.Join(r.aliases, "|"), r.kind, r.country, source, r.file, r.reason)
	}
	return b.Bytes()
}

// country is that of a code which begins with one: "GRCREB".
func (t *table) country(codes []string) string {
	for _, c := range codes {
		for i := range t.lex.Countries {
			if k := &t.lex.Countries[i]; len(c) > 3 && c[:3] == k.ISO3 {
				return k.ISO2
			}
		}
	}
	return ""
}

// kindOf reads the role in an entry's only code; "" for what is left out:
// entries with several codes or years (persons in their offices), businesses
// and other civil bodies.
func kindOf(codes []string) sayso.ActorKind {
	if len(codes) != 1 || strings.ContainsAny(codes[0], " <>0123456789") {
		return ""
	}
	switch c := codes[0]; {
	case strings.HasPrefix(c, "IGO"):
		return sayso.KindInternational
	case strings.HasPrefix(c, "IMG"), strings.HasSuffix(c, "REB"), strings.HasSuffix(c, "SEP"), strings.HasSuffix(c, "INS"):
		return sayso.KindRebel
	}
	return ""
}
