package text

import (
	"fmt"
	"strings"

	"sayso"
)

// voice is what claims share when one line tells them all: the same words on
// the same word.
type voice struct {
	numbers []int
	about   []string
	claim   *sayso.Claim
}

func (p *page) claims(in *sayso.Incident) {
	if len(in.Claims) == 0 {
		return
	}
	p.blank()
	p.wrap(indent, indent, p.style(dim, "on whose word"))
	for _, v := range voices(in) {
		mark := numbers(v.numbers)[1:]
		head := p.style(bold, Vouchers(v.claim))
		if s := v.claim.Stance; s != sayso.StanceAsserted && s != "" {
			head += ", " + p.style(alert, string(s))
		}
		head += p.style(dim, ": "+strings.Join(v.about, ", "))
		if p.several && len(in.Articles) > 1 {
			head += p.style(dim, " · "+p.outletOf(v.claim.Article))
		}
		p.wrap(indent+mark+" ", indent+"    ", strings.Replace(head, " :", ":", 1))
		p.wrap(indent+"    ", indent+"    ", p.style(quoted, "“"+shorten(v.claim.Quote, maxQuote)+"”"))
	}
}

func (p *page) outletOf(id string) string {
	if r := p.titles[id]; r != nil && r.Outlet != "" {
		return r.Outlet
	}
	return id
}

func voices(in *sayso.Incident) []*voice {
	var out []*voice
	at := map[string]*voice{}
	for i := range in.Claims {
		c := &in.Claims[i]
		key := strings.Join([]string{c.Article, string(c.Stance), Vouchers(c), c.Quote}, "\x00")
		v := at[key]
		if v == nil {
			v = &voice{claim: c}
			at[key] = v
			out = append(out, v)
		}
		v.numbers = append(v.numbers, c.N)
		v.about = append(v.about, about(c))
	}
	return out
}

// Vouchers says in words who vouches for a claim: "the article itself",
// "police", "Reuters, citing police".
func Vouchers(c *sayso.Claim) string {
	if len(c.Chain) == 0 {
		return "the article itself"
	}
	var names []string
	for _, v := range c.Chain {
		names = append(names, plainLine(v.Name))
	}
	return strings.Join(names, ", citing ")
}

var aboutNames = map[string]string{sayso.AboutIncident: "that it happened", sayso.AboutAgent: "who did it",
	sayso.AboutPlace: "where", sayso.AboutTime: "when", sayso.AboutStatus: "whether it came about"}

func about(c *sayso.Claim) string {
	if name := aboutNames[c.About]; name != "" {
		return name
	}
	if what, ok := strings.CutPrefix(c.About, sayso.AboutCount); ok {
		return "how many " + strings.ReplaceAll(what, "-", " ")
	}
	return c.About
}

func (p *page) reasons(why *sayso.Reasons) {
	p.blank()
	for _, e := range []struct {
		name string
		tree *sayso.Explanation
	}{{"why this is an incident", why.Event}, {"why these reports are one", why.Join}} {
		if e.tree != nil {
			p.wrap(indent, indent, p.style(dim, e.name))
			p.tree(e.tree, 2)
		}
	}
}

func (p *page) tree(e *sayso.Explanation, depth int) {
	pad := strings.Repeat(indent, depth)
	words := plainLine(e.Message)
	if e.Value != "" {
		words = fmt.Sprintf("%s: %s", words, shorten(e.Value, maxQuote))
	}
	p.wrap(pad, pad+indent, words)
	for _, c := range e.Children {
		p.tree(c, depth+1)
	}
}
