package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"sayso"
	"sayso/data"
)

// Lexicon holds the tables. It is not changed after it was loaded.
type Lexicon struct {
	Types      []Type      // in the order of the table, a user's own last
	Crosswalks []Crosswalk // by name of the scheme
	Actors     []Actor     // actors known by name, a user's own last
	Nouns      []Noun      // common nouns for people, groups and things that suffer
	Countries  []Country
	Bodies     []Body // organs that states have

	actorByID            map[string]int
	actorNames           map[string][]ActorName
	actorFirst           map[string]uint8
	countryWords         map[string]countryWord
	bodyWords, bareWords map[string]int
	nounWords            map[string]int
	orgWords             map[string]sayso.ActorKind
	reliability          map[string]string
}

// Load reads the tables that are embedded in the program.
func Load() (*Lexicon, error) { return LoadWith("") }

// LoadWith reads the embedded tables and, over them, those of the folder dir;
// the empty dir adds nothing. Errors name file and line.
func LoadWith(dir string) (*Lexicon, error) {
	l := &Lexicon{}
	if err := l.read(data.FS, "lexicon", "crosswalks"); err != nil {
		return nil, err
	}
	if dir != "" {
		fsys, err := userFS(dir)
		if err != nil {
			return nil, err
		}
		if err := l.read(fsys, ".", "crosswalks"); err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
	}
	return l, l.check()
}

func userFS(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("lexicon folder: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("lexicon folder: %s is not a folder", dir)
	}
	return os.DirFS(dir), nil
}

func (l *Lexicon) read(fsys fs.FS, tables, crosswalks string) error {
	if err := l.readTypes(fsys, path.Join(tables, "types.tsv")); err != nil {
		return err
	}
	names, err := fs.Glob(fsys, path.Join(crosswalks, "*.tsv"))
	if err != nil {
		return err
	}
	slices.Sort(names)
	for _, name := range names {
		scheme := strings.TrimSuffix(path.Base(name), ".tsv")
		if err := l.readCrosswalk(fsys, name, scheme); err != nil {
			return err
		}
	}
	return l.readWho(fsys, tables)
}

// readWho reads the tables of actors and of words for them.
func (l *Lexicon) readWho(fsys fs.FS, tables string) error {
	for _, t := range []struct {
		file string
		read func(fs.FS, string) error
	}{
		{"actors.tsv", l.readActors},
		{"actors-additions.tsv", l.readActors},
		{"agents.tsv", l.readNouns},
		{"countries.tsv", l.readCountries},
		{"regions.tsv", l.readRegions},
		{"bodies.tsv", l.readBodies},
		{"orgwords.tsv", l.readOrgWords},
		{"reliability.tsv", l.readReliability},
	} {
		if err := t.read(fsys, path.Join(tables, t.file)); err != nil {
			return err
		}
	}
	return nil
}

// check reports the first type that does not map in a crosswalk.
func (l *Lexicon) check() error {
	for i := range l.Crosswalks {
		c := &l.Crosswalks[i]
		for _, t := range l.Types {
			if len(c.Of(t.ID)) == 0 {
				return fmt.Errorf("type %q has no line in crosswalks/%s.tsv", t.ID, c.Scheme)
			}
		}
	}
	return nil
}

// open reads a table; one that does not exist has no rows.
func open(fsys fs.FS, name string, need, known []string) ([]row, error) {
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readTable(f, name, need, known)
}
