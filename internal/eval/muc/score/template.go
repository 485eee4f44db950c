package score

import (
	"fmt"
	"io"
	"strings"
)

// Template is one incident as the key or a response has it.
type Template struct {
	Message  string
	Number   int
	Optional bool
	Fills    [SlotCount][]Fill
}

// Fill is one filler of a slot: the alternatives listed for its value, and for
// the filler of another slot that it refers to.
type Fill struct {
	Optional bool
	Values   []string
	Refs     []string // nil: no cross-reference; "-": to nothing
}

// One makes a fill of one value; the reference "" is none.
func One(value, ref string) Fill {
	f := Fill{Values: []string{value}}
	if ref != "" {
		f.Refs = []string{ref}
	}
	return f
}

// Add adds a fill of one value to a slot.
func (t *Template) Add(slot int, value, ref string) {
	t.Fills[slot] = append(t.Fills[slot], One(value, ref))
}

// Set is the messages that were read and the templates of each.
type Set struct {
	Messages  []string // in the order of the file
	Templates map[string][]*Template
}

// Merge adds the messages of another set.
func (s *Set) Merge(o *Set) {
	if s.Templates == nil {
		s.Templates = map[string][]*Template{}
	}
	for _, m := range o.Messages {
		if _, ok := s.Templates[m]; !ok {
			s.Messages = append(s.Messages, m)
		}
		s.Templates[m] = append(s.Templates[m], o.Templates[m]...)
	}
}

// AddMessage lists a message that may have no template.
func (s *Set) AddMessage(id string) {
	if s.Templates == nil {
		s.Templates = map[string][]*Template{}
	}
	if _, ok := s.Templates[id]; !ok {
		s.Messages, s.Templates[id] = append(s.Messages, id), nil
	}
}

// quoted reports whether the fills of a slot, or its references, are strings.
func quoted(slot int) bool { return slots[slot].kind == kindString }

// WriteTo writes a template in the official format.
func (t *Template) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	for s := range SlotCount {
		head := fmt.Sprintf("%-4s%-32s", fmt.Sprintf("%d.", s), slots[s].label)
		switch lines := t.lines(s); len(lines) {
		case 0:
			fmt.Fprintf(&b, "%s-\n", head)
		default:
			for i, l := range lines {
				if i > 0 {
					head = strings.Repeat(" ", 36)
				}
				fmt.Fprintf(&b, "%s%s\n", head, l)
			}
		}
	}
	b.WriteByte('\n')
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

func (t *Template) lines(s int) []string {
	switch s {
	case MessageID:
		return []string{t.Message}
	case TemplateNumber:
		n := fmt.Sprint(t.Number)
		if t.Optional {
			n += " (OPTIONAL)"
		}
		return []string{n}
	}
	var out []string
	for _, f := range t.Fills[s] {
		out = append(out, f.text(s))
	}
	return out
}

func (f *Fill) text(s int) string {
	mark := func(in []string, q bool) string {
		parts := make([]string, len(in))
		for i, v := range in {
			parts[i] = v
			if q && v != "-" {
				parts[i] = `"` + strings.ReplaceAll(v, `"`, `\"`) + `"`
			}
		}
		return strings.Join(parts, " / ")
	}
	line := mark(f.Values, quoted(s))
	if f.Refs != nil {
		line += ": " + mark(f.Refs, true)
	}
	if f.Optional {
		line = "? " + line
	}
	return line
}
