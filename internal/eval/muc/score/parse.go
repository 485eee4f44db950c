package score

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

var slotLine = regexp.MustCompile(`^\s*([0-9]{1,2})\.\s+((?:MESSAGE|INCIDENT|PERP|PHYS TGT|HUM TGT)\s*:\s*[A-Z ]*?[A-Z])(?:\s{2,}|\t+|\s*$)(.*)$`)

// Read reads templates in the official format, keys or responses. A message
// whose only template is empty (*) has none.
func Read(r io.Reader) (*Set, error) {
	p := &parser{set: &Set{}, slot: -1}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if err := p.line(strings.TrimRight(in.Text(), " \t\r")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	p.end()
	return p.set, in.Err()
}

type parser struct {
	set  *Set
	t    *Template
	slot int
	none bool // the template is that of an irrelevant message
}

func (p *parser) line(s string) error {
	if s == "" || strings.HasPrefix(s, ";") {
		return nil
	}
	if m := slotLine.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[1])
		if err != nil || n >= SlotCount {
			return fmt.Errorf("there is no slot %q", m[1])
		}
		return p.start(n, strings.TrimSpace(m[3]))
	}
	if p.slot < Date || p.t == nil || s[0] != ' ' && s[0] != '\t' {
		return nil // remarks between templates
	}
	return p.fill(strings.TrimSpace(s))
}

func (p *parser) start(slot int, value string) error {
	p.slot = slot
	switch slot {
	case MessageID:
		p.end()
		id, _, _ := strings.Cut(value, " ")
		if id == "" {
			return fmt.Errorf("a template without a message id")
		}
		p.t, p.none = &Template{Message: id}, false
		return nil
	case TemplateNumber:
		return p.number(value)
	}
	if p.t == nil {
		return fmt.Errorf("slot %d comes before any message id", slot)
	}
	return p.fill(value)
}

func (p *parser) number(value string) error {
	if p.t == nil {
		return fmt.Errorf("a template number before any message id")
	}
	if value == "" || value[0] == '*' || value[0] == '-' {
		p.none = true
		return nil
	}
	p.t.Optional = strings.Contains(value, "OPTIONAL")
	n, err := strconv.Atoi(strings.TrimSuffix(strings.Fields(value)[0], "."))
	p.t.Number = n
	return err
}

func (p *parser) end() {
	if p.t == nil {
		return
	}
	p.set.AddMessage(p.t.Message)
	if !p.none {
		p.set.Templates[p.t.Message] = append(p.set.Templates[p.t.Message], p.t)
	}
	p.t = nil
}

func (p *parser) fill(s string) error {
	f, ok := parseFill(p.slot, s)
	if ok {
		p.t.Fills[p.slot] = append(p.t.Fills[p.slot], f)
	}
	return nil
}

// parseFill reads one line of a slot; not ok is null or inapplicable.
func parseFill(slot int, s string) (Fill, bool) {
	var f Fill
	if rest, ok := strings.CutPrefix(s, "?"); ok {
		f.Optional, s = true, strings.TrimSpace(rest)
	}
	if s == "" || s == "-" || s == "*" {
		return f, false
	}
	if k := slots[slot].kind; k == kindPlace || k == kindDate {
		for _, part := range cut(s, '/') {
			f.Values = append(f.Values, strings.TrimSpace(unwrap(part)))
		}
		return f, true
	}
	for _, part := range cut(s, '/') {
		f.alternative(slot, part)
	}
	return f, len(f.Values) > 0
}

// alternative adds what stands between two slashes: a value, a value with a
// reference, or, after a reference, another name for it.
func (f *Fill) alternative(slot int, part string) {
	pair := cut(part, ':')
	value := clean(pair[0])
	if len(slots[slot].refs) == 0 {
		f.Values = append(f.Values, clean(part))
		return
	}
	isString := strings.HasPrefix(strings.TrimSpace(pair[0]), `"`)
	if len(pair) == 1 {
		if f.Refs != nil && (isString || value == "-") {
			f.Refs = append(f.Refs, value)
		} else {
			f.Values = append(f.Values, value)
		}
		return
	}
	f.Values = append(f.Values, value)
	f.Refs = append(f.Refs, clean(strings.Join(pair[1:], ":")))
}

// cut splits a line at a mark that stands outside quotes and brackets. A quote
// ends only where a mark or the end of the line follows it, so that quotes
// inside quotes need no backslash.
func cut(s string, mark byte) []string {
	var out []string
	quote, depth, from := false, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' && !quote:
			quote = true
		case c == '"' && (i == 0 || s[i-1] != '\\') && closes(s[i+1:]):
			quote = false
		case quote:
		case c == '(':
			depth++
		case c == ')':
			depth = max(0, depth-1)
		case c == mark && depth == 0:
			out, from = append(out, s[from:i]), i+1
		}
	}
	return append(out, s[from:])
}

func closes(rest string) bool {
	rest = strings.TrimLeft(rest, " \t")
	return rest == "" || rest[0] == '/' || rest[0] == ':' || rest[0] == ')'
}

// clean takes off the quotes around a string and the backslashes in it.
func clean(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		s = s[1 : len(s)-1]
	}
	return strings.TrimSpace(strings.ReplaceAll(s, `\"`, `"`))
}

// unwrap takes off brackets around a whole alternative.
func unwrap(s string) string {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "(") || !strings.HasSuffix(s, ")") {
		return s
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 && i < len(s)-1 {
				return s
			}
		}
	}
	return s[1 : len(s)-1]
}
