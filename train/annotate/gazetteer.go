package main

import (
	"bufio"
	"compress/gzip"
	_ "embed" // lists of this folder
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/tokenize"
)

// gazetteer collects phrases.
type gazetteer struct{ lists map[uint32]uint16 }

func (g *gazetteer) add(name string, list uint16) {
	words := phraseWords(name)
	if len(words) == 0 || len(words) > ner.MaxPhrase || len(name) < 2 {
		return
	}
	keys := make([]uint32, len(words))
	for i, w := range words {
		keys[i] = ner.Hash(strings.ToLower(w))
	}
	g.lists[ner.PhraseKey(keys...)] |= list
}

// phraseWords splits a listed name as the tokeniser does.
func phraseWords(name string) []string {
	name = strings.ReplaceAll(name, "’", "'")
	var out []string
	for _, t := range tokenize.Append(nil, name) {
		out = append(out, name[t.Start:t.End])
	}
	return out
}

// peopleList are given names and surnames.
//
//go:embed people.txt
var peopleList string

// weaponList are weapons and military platforms, written by hand.
//
//go:embed weapons.txt
var weaponList string

func (g *gazetteer) people(string) error {
	g.section(peopleList, " ", map[string]uint16{"first": ner.ListFirst, "last": ner.ListLast})
	return nil
}

func (g *gazetteer) weapons(string) error {
	g.section(weaponList, ",", map[string]uint16{"weapon": ner.ListWeapon, "platform": ner.ListPlatform})
	return nil
}

// section adds the phrases of lines "list: phrase, phrase".
func (g *gazetteer) section(text, between string, lists map[string]uint16) {
	for line := range strings.Lines(text) {
		name, phrases, _ := strings.Cut(strings.TrimSpace(line), ":")
		if list := lists[name]; list != 0 {
			for _, p := range strings.Split(phrases, between) {
				g.add(strings.TrimSpace(p), list)
			}
		}
	}
}

// readGazetteer collects the names of all lists in the data folder.
func readGazetteer(dir string) (*gazetteer, error) {
	g := &gazetteer{lists: map[uint32]uint16{}}
	for _, read := range []func(string) error{g.cities, g.admin, g.earth, g.petrarch, g.people, g.weapons} {
		if err := read(dir); err != nil {
			return nil, err
		}
	}
	return g, nil
}

func eachLine(path string, do func(string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		do(sc.Text())
	}
	return sc.Err()
}

// latin reports whether a name is in Latin letters and begins with a capital.
func latin(s string) bool {
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	for _, r := range s {
		if r > 0x24F && r != '’' && r != 'ʼ' {
			return false
		}
	}
	return true
}

func (g *gazetteer) cities(dir string) error {
	return eachLine(filepath.Join(dir, "geonames-cities500/cities500.txt.gz"), func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 15 {
			return
		}
		pop, _ := strconv.Atoi(f[14])
		switch {
		case pop >= 100000 || strings.HasPrefix(f[7], "PPLC"):
			g.add(f[1], ner.ListCity)
			g.add(f[2], ner.ListCity)
			for _, alt := range strings.Split(f[3], ",") {
				if latin(alt) && len(alt) > 3 && alt != strings.ToUpper(alt) {
					g.add(alt, ner.ListTown)
				}
			}
		case pop >= 5000:
			g.add(f[1], ner.ListTown)
			g.add(f[2], ner.ListTown)
		}
	})
}

func (g *gazetteer) admin(dir string) error {
	return eachLine(filepath.Join(dir, "geonames-admin/admin1CodesASCII.txt"), func(line string) {
		if f := strings.Split(line, "\t"); len(f) > 2 {
			g.add(f[1], ner.ListRegion)
			g.add(f[2], ner.ListRegion)
		}
	})
}

func (g *gazetteer) earth(dir string) error {
	return eachLine(filepath.Join(dir, "natural-earth/ne_names_centroids.tsv"), func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 5 {
			return
		}
		list := uint16(ner.ListRegion)
		if strings.Contains(f[0], "countries") {
			list = ner.ListCountry
		}
		if strings.Contains(f[0], "populated") {
			list = ner.ListTown
		}
		for _, name := range append([]string{f[1], f[2]}, strings.Split(f[3], "|")...) {
			if latin(name) {
				g.add(name, list)
			}
		}
	})
}

func (g *gazetteer) petrarch(dir string) error {
	for file, list := range map[string]uint16{"International": ner.ListActor, "MilNonState": ner.ListGroup, "Countries": ner.ListPerson} {
		err := eachLine(filepath.Join(dir, "petrarch/dictionaries/Phoenix."+file+".actors.txt"), func(line string) {
			line, _, _ = strings.Cut(line, "#")
			line, _, _ = strings.Cut(line, "[")
			line = strings.TrimSpace(strings.Trim(strings.TrimSpace(line), "+_"))
			if line == "" || line[0] < 'A' || line[0] > 'Z' {
				return
			}
			l := list
			if list == ner.ListPerson && !strings.Contains(line, "_") {
				return
			}
			g.add(strings.Join(strings.Fields(strings.ReplaceAll(line, "_", " ")), " "), l)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
