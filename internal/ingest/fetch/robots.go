package fetch

import (
	"strconv"
	"strings"
	"time"
)

// rules are what a robots.txt says to one robot (RFC 9309).
type rules struct {
	allow, deny []string
	delay       time.Duration
}

// robots reads a robots.txt for a robot: the groups that name it, or those for
// all where none does.
func robots(text, robot string) rules {
	var own, all rules
	named := false
	var to []*rules
	inRules := true // a user-agent line after a rule starts a new group
	for line := range strings.Lines(text[:min(len(text), 500<<10)]) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if inRules {
				to, inRules = nil, false
			}
			switch agent := strings.ToLower(value); {
			case agent == "*":
				to = append(to, &all)
			case strings.HasPrefix(strings.ToLower(robot), agent) && agent != "":
				to, named = append(to, &own), true
			}
			continue
		}
		inRules = true
		for _, r := range to {
			r.rule(key, value)
		}
	}
	if named {
		return own
	}
	return all
}

func (r *rules) rule(key, value string) {
	switch {
	case key == "allow" && value != "":
		r.allow = append(r.allow, value)
	case key == "disallow" && value != "":
		r.deny = append(r.deny, value)
	case key == "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = time.Duration(min(s, 60) * float64(time.Second))
		}
	}
}

// allows reports whether a path, with its query, may be fetched: the longest
// rule that fits decides, and of two as long the one that allows.
func (r *rules) allows(path string) bool {
	longest := func(patterns []string) (n int) {
		for _, p := range patterns {
			if fits(p, path) {
				n = max(n, len(p))
			}
		}
		return n
	}
	deny := longest(r.deny)
	return deny == 0 || longest(r.allow) >= deny
}

// fits matches a path against a pattern with * and a closing $.
func fits(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	rest := path[len(parts[0]):]
	for i, p := range parts[1:] {
		if whole && i == len(parts)-2 {
			return strings.HasSuffix(rest, p)
		}
		at := strings.Index(rest, p)
		if at < 0 {
			return false
		}
		rest = rest[at+len(p):]
	}
	return !whole || rest == ""
}
