package feed

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The samples say what they expect in Python. This reads the part of Python
// that they use: names, strings, numbers, None, tuples, subscripts and members,
// len(…), ==, !=, is, in, not, and, or.

// python evaluates expressions over the names of env.
type python struct {
	tokens []string
	env    map[string]any
}

// errScope is returned for what is asked about a thing that is not in env.
var errScope = errors.New("asks for what is not read")

func evaluate(expr string, env map[string]any) (v any, err error) {
	p := &python{tokens: tokens(expr), env: env}
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(error)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	v = p.or()
	if len(p.tokens) > 0 {
		return nil, fmt.Errorf("%w: left over %q", errScope, p.tokens)
	}
	return v, nil
}

func tokens(s string) (out []string) {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		n := 1
		switch c := s[0]; {
		case c == '\'' || c == '"' || len(s) > 1 && (c == 'u' || c == 'r') && (s[1] == '\'' || s[1] == '"'):
			if c == 'u' || c == 'r' {
				s = s[1:]
			}
			for n = 1; n < len(s) && s[n] != s[0]; n++ {
				if s[n] == '\\' {
					n++
				}
			}
			n = min(n+1, len(s))
		case word(c):
			for n < len(s) && word(s[n]) {
				n++
			}
		case strings.HasPrefix(s, "==") || strings.HasPrefix(s, "!="):
			n = 2
		}
		out, s = append(out, s[:n]), s[n:]
	}
	return out
}

func word(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

func (p *python) peek() string {
	if len(p.tokens) == 0 {
		return ""
	}
	return p.tokens[0]
}

func (p *python) next() string {
	t := p.peek()
	if t != "" {
		p.tokens = p.tokens[1:]
	}
	return t
}

func (p *python) accept(t string) bool {
	if p.peek() != t {
		return false
	}
	p.next()
	return true
}

func (p *python) or() any {
	v := p.and()
	for p.accept("or") {
		w := p.and()
		v = truth(v) || truth(w)
	}
	return v
}

func (p *python) and() any {
	v := p.not()
	for p.accept("and") {
		w := p.not()
		v = truth(v) && truth(w)
	}
	return v
}

func (p *python) not() any {
	if p.accept("not") {
		return !truth(p.not())
	}
	return p.compare()
}

func (p *python) compare() any {
	v := p.value()
	var all any
	for {
		var ok bool
		w := v
		switch {
		case p.accept("=="):
			w = p.value()
			ok = reflect.DeepEqual(v, w)
		case p.accept("!="):
			w = p.value()
			ok = !reflect.DeepEqual(v, w)
		case p.accept("is"):
			w = p.value()
			ok = reflect.DeepEqual(v, w)
		default:
			if all == nil {
				return v
			}
			return all
		}
		all, v = (all == nil || truth(all)) && ok, w
	}
}

func (p *python) value() any {
	v := p.atom()
	for {
		switch {
		case p.accept("["):
			v = member(v, p.or())
			p.accept("]")
		case p.accept("."):
			name := p.next()
			if p.peek() == "(" {
				panic(fmt.Errorf("%w: calls %s", errScope, name))
			}
			v = member(v, name)
		default:
			return v
		}
	}
}

func member(v, key any) any {
	switch v := v.(type) {
	case map[string]any:
		if w, ok := v[fmt.Sprint(key)]; ok {
			return w
		}
		panic(fmt.Errorf("%w: %v", errScope, key))
	case []any:
		if i, ok := key.(float64); ok && int(i) < len(v) {
			return v[int(i)]
		}
		return nil // there is no such item
	}
	if v == nil {
		return nil
	}
	panic(fmt.Errorf("%w: %v of %v", errScope, key, v))
}

func (p *python) atom() any {
	t := p.next()
	switch {
	case t == "(":
		v := p.or()
		if p.peek() != "," {
			p.accept(")")
			return v
		}
		list := []any{v}
		for p.accept(",") {
			if p.peek() != ")" {
				list = append(list, p.or())
			}
		}
		p.accept(")")
		return list
	case t == "None":
		return nil
	case t == "True" || t == "False":
		return t == "True"
	case t == "len":
		v, ok := p.atom().([]any)
		if !ok {
			panic(fmt.Errorf("%w: a length", errScope))
		}
		return float64(len(v))
	case t != "" && (t[0] == '\'' || t[0] == '"'):
		return unquote(t)
	}
	if n, err := strconv.ParseFloat(t, 64); err == nil {
		return n
	}
	if v, ok := p.env[t]; ok {
		return v
	}
	panic(fmt.Errorf("%w: %s", errScope, t))
}

// unquote reads a Python string.
func unquote(t string) string {
	t = t[1:max(1, len(t)-1)]
	var b strings.Builder
	for i := 0; i < len(t); i++ {
		if t[i] != '\\' || i+1 == len(t) {
			b.WriteByte(t[i])
			continue
		}
		i++
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[t[i]]
		if n, err := strconv.ParseUint(t[min(i+1, len(t)):min(i+1+digits, len(t))], 16, 32); digits > 0 && err == nil {
			b.Write(utf8.AppendRune(nil, rune(n)))
			i += digits
			continue
		}
		b.WriteString(map[byte]string{'n': "\n", 't': "\t", 'r': "\r"}[t[i]])
		if t[i] != 'n' && t[i] != 't' && t[i] != 'r' {
			b.WriteByte(t[i])
		}
	}
	return b.String()
}

func truth(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case string:
		return v != ""
	case float64:
		return v != 0
	case []any:
		return len(v) > 0
	}
	return true
}
