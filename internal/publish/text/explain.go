package text

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sayso"
)

// Explain writes the tree of reasons of an incident: [Reasons] as branches.
func Explain(w io.Writer, n int, in *sayso.Incident, o Options) error {
	if o.Width == 0 {
		o.Width = 80
	}
	buf := bufio.NewWriter(w)
	p := &page{out: buf, width: max(o.Width, 40), color: o.Color}
	p.wrap("", indent, p.style(heading, strconv.Itoa(n)+" "+strings.ToUpper(in.Type))+" "+p.style(bold, in.Summary))
	p.wrap("", "", p.style(dim, in.ID))
	top := Reasons(in)
	for i, c := range top.Children {
		p.branch(c, "", i == len(top.Children)-1)
	}
	p.blank()
	return buf.Flush()
}

// branch writes a node and what is below it, with lines that lead to it.
func (p *page) branch(e *sayso.Explanation, lead string, last bool) {
	fork, below := "├─ ", "│  "
	if last {
		fork, below = "└─ ", "   "
	}
	words := plainLine(e.Message)
	if e.Value != "" {
		words = p.style(bold, plainLine(e.Message)) + ": " + shorten(e.Value, maxQuote)
		if e.Message == "" {
			words = shorten(e.Value, maxQuote)
		}
	}
	more := "   "
	if len(e.Children) > 0 {
		more = "│  "
	}
	p.wrap(lead+fork, lead+below+more, words)
	for i, c := range e.Children {
		p.branch(c, lead+below, i == len(e.Children)-1)
	}
}

// Reasons is the tree of reasons behind an incident: why it is one, then each
// field with the rule that chose it and the claims for and against it, down
// to their words, then why reports were joined.
func Reasons(in *sayso.Incident) *sayso.Explanation {
	top := sayso.Because(in.ID, in.Summary)
	if in.Why != nil && in.Why.Event != nil {
		top.Children = append(top.Children, sayso.Because("", "why this is an incident of type "+in.Type, in.Why.Event))
	}
	for i := range in.Fields {
		top.Children = append(top.Children, fieldReasons(in, &in.Fields[i]))
	}
	for i := range in.Claims {
		if c := &in.Claims[i]; !cited(in, c.N) {
			top.Children = append(top.Children, claimReasons(c))
		}
	}
	if in.Why != nil && in.Why.Join != nil {
		top.Children = append(top.Children, sayso.Because("", "why these reports are one", in.Why.Join))
	}
	return top
}

// cited reports whether a field names claim n.
func cited(in *sayso.Incident, n int) bool {
	for i := range in.Fields {
		for _, list := range [][]int{in.Fields[i].For, in.Fields[i].Against} {
			for _, m := range list {
				if m == n {
					return true
				}
			}
		}
	}
	return false
}

func fieldReasons(in *sayso.Incident, f *sayso.Field) *sayso.Explanation {
	node := sayso.Because(f.Value, f.Name, sayso.Because(f.Rule, "rule"))
	if f.Why != nil {
		node.Children = append(node.Children, f.Why)
	}
	node.Children = append(node.Children, valueReasons(in, f)...)
	for _, side := range []struct {
		name    string
		numbers []int
	}{{"for", f.For}, {"against", f.Against}} {
		for _, n := range side.numbers {
			if c := claimOf(in, n); c != nil {
				e := claimReasons(c)
				e.Message = side.name + " it, " + e.Message
				node.Children = append(node.Children, e)
			}
		}
	}
	return node
}

// valueReasons are the reasons that the value itself carries: how a place was
// chosen among those of its name, how an actor was told.
func valueReasons(in *sayso.Incident, f *sayso.Field) []*sayso.Explanation {
	var out []*sayso.Explanation
	switch f.Name {
	case "where":
		out = placeReasons(in.Where)
	case "from":
		out = placeReasons(in.From)
	case "when":
		if in.When != nil && in.When.Words != "" {
			out = append(out, sayso.Because("“"+in.When.Words+"”", "words"))
		}
	default:
		for i := range in.Actors {
			if a := &in.Actors[i]; a.Why != nil && f.Name == string(a.Role) && f.Value == a.Name {
				out = append(out, sayso.Because(a.Name, "actor", a.Why))
			}
		}
	}
	return out
}

func placeReasons(p *sayso.Place) []*sayso.Explanation {
	var out []*sayso.Explanation
	if p == nil {
		return nil
	}
	if p.Why != nil {
		return append(out, p.Why)
	}
	if p.Chosen != "" {
		out = append(out, sayso.Because(p.Chosen, "the gazetteer entry "+p.ID+" was chosen"))
	}
	return out
}

func claimOf(in *sayso.Incident, n int) *sayso.Claim {
	for i := range in.Claims {
		if in.Claims[i].N == n {
			return &in.Claims[i]
		}
	}
	return nil
}

// claimReasons tells a claim: who, how, in which words.
func claimReasons(c *sayso.Claim) *sayso.Explanation {
	message := fmt.Sprintf("claim %d: %s on the word of %s, %s", c.N, about(c), Vouchers(c), c.Stance)
	node := sayso.Because("", message, sayso.Because("“"+plainLine(c.Quote)+"”", "words"))
	if c.Why != nil {
		node.Children = append(node.Children, c.Why)
	}
	return node
}
