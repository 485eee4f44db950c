package lexicon

import (
	"io/fs"
	"slices"
	"strings"
)

// Type is a kind of incident.
type Type struct {
	ID         string   // as in the coding guide: "armed-clash"
	Family     string   // force, street, custody, sides or words: types of a family are taken for one another
	Label      string   // in plain words: "armed clash"
	Definition string   // what belongs to it
	Was        string   // the program's id, where a user renamed the type
	Triggers   []string // lemmas that name such a happening, on top of what the program knows
}

// Mapping says what a type is called in another code book.
type Mapping struct {
	Type string // id of the type
	Code string // code, event type or root; "-" where the code book has nothing for it
	Name string // name, sub-event type or mode
	Fit  string // exact, broader (theirs holds more), close, none
	Note string // when this line holds and what else to look for
}

// Crosswalk maps every type to another code book. A type's first line is its
// default.
type Crosswalk struct {
	Scheme   string // acled, plover, cameo, ucdp, muc4 or a user's
	Mappings []Mapping
}

// Of returns the mappings of a type, the default first.
func (c *Crosswalk) Of(typ string) []Mapping {
	var out []Mapping
	for _, m := range c.Mappings {
		if m.Type == typ {
			out = append(out, m)
		}
	}
	return out
}

var (
	families = []string{"force", "street", "custody", "sides", "words"}
	fits     = []string{"exact", "broader", "close", "none"}
)

// Type returns the type with that id; the program's id of a type that a user
// renamed is found as well.
func (l *Lexicon) Type(id string) (Type, bool) {
	for _, t := range l.Types {
		if t.ID == id || t.Was == id {
			return t, true
		}
	}
	return Type{}, false
}

// TypeID returns the id under which a type is published: the user's name for
// it where there is one, id itself otherwise.
func (l *Lexicon) TypeID(id string) string {
	if t, ok := l.Type(id); ok {
		return t.ID
	}
	return id
}

// Crosswalk returns the crosswalk to a code book, or nil.
func (l *Lexicon) Crosswalk(scheme string) *Crosswalk {
	for i := range l.Crosswalks {
		if l.Crosswalks[i].Scheme == scheme {
			return &l.Crosswalks[i]
		}
	}
	return nil
}

func (l *Lexicon) readTypes(fsys fs.FS, path string) error {
	rows, err := open(fsys, path, []string{"id"}, []string{"family", "label", "definition", "was", "triggers"})
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, r := range rows {
		if seen[r.get("id")] {
			return r.errorf("type %q twice", r.get("id"))
		}
		seen[r.get("id")] = true
		if err := l.addType(r); err != nil {
			return err
		}
	}
	return nil
}

func (l *Lexicon) addType(r row) error {
	id, was := r.get("id"), r.get("was")
	if !isID(id) {
		return r.errorf("%q is no id: lower-case letters, digits and hyphens", id)
	}
	old := id
	if was != "" {
		old = was
		if _, taken := l.Type(id); taken && id != was {
			return r.errorf("type %q exists and cannot be the new name of %q", id, was)
		}
	}
	at := slices.IndexFunc(l.Types, func(t Type) bool { return t.ID == old })
	if was != "" && at < 0 {
		return r.errorf("no type %q to rename", was)
	}
	if at < 0 {
		l.Types = append(l.Types, Type{Label: strings.ReplaceAll(id, "-", " ")})
		at = len(l.Types) - 1
	}
	t := &l.Types[at]
	l.rename(t.ID, id)
	t.ID, t.Was = id, was
	t.Family = or(r.get("family"), t.Family)
	t.Label = or(r.get("label"), t.Label)
	t.Definition = or(r.get("definition"), t.Definition)
	t.Triggers = append(t.Triggers, r.list("triggers")...)
	if !slices.Contains(families, t.Family) {
		return r.errorf("family %q of type %q is none of %s", t.Family, id, strings.Join(families, ", "))
	}
	return nil
}

func (l *Lexicon) rename(from, to string) {
	for c := range l.Crosswalks {
		for m := range l.Crosswalks[c].Mappings {
			if l.Crosswalks[c].Mappings[m].Type == from {
				l.Crosswalks[c].Mappings[m].Type = to
			}
		}
	}
}

func (l *Lexicon) readCrosswalk(fsys fs.FS, path, scheme string) error {
	rows, err := open(fsys, path, []string{"type", "code", "name", "fit"}, []string{"note"})
	if err != nil {
		return err
	}
	c := l.Crosswalk(scheme)
	if c == nil {
		l.Crosswalks = append(l.Crosswalks, Crosswalk{Scheme: scheme})
		c = &l.Crosswalks[len(l.Crosswalks)-1]
	}
	fresh := map[string]bool{}
	for _, r := range rows {
		m := Mapping{l.TypeID(r.get("type")), r.get("code"), r.get("name"), r.get("fit"), r.get("note")}
		if _, ok := l.Type(m.Type); !ok {
			return r.errorf("no type %q", m.Type)
		}
		if m.Code == "" || !slices.Contains(fits, m.Fit) {
			return r.errorf("needs a code (or \"-\") and a fit of %s", strings.Join(fits, ", "))
		}
		if !fresh[m.Type] {
			fresh[m.Type] = true
			c.Mappings = slices.DeleteFunc(c.Mappings, func(o Mapping) bool { return o.Type == m.Type })
		}
		c.Mappings = append(c.Mappings, m)
	}
	return nil
}

func isID(s string) bool {
	for _, b := range []byte(s) {
		if (b < 'a' || b > 'z') && (b < '0' || b > '9') && b != '-' {
			return false
		}
	}
	return s != "" && s[0] != '-'
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
