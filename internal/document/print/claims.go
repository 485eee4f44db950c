package print

import (
	"bytes"
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/document"
)

func relevance(b *bytes.Buffer, d *document.Document) {
	r := d.Relevance
	fmt.Fprintf(b, "relevant:%v score:%.3f\n", r.Relevant, r.Score)
	Tree(b, r.Why, 1)
}

func events(b *bytes.Buffer, d *document.Document) {
	for i, e := range d.Events {
		fmt.Fprintf(b, "%d %s %q same:%d in %q\n", i, e.Type, word(d, e.Trigger), e.Same, words(d, e.Extent))
		for _, a := range e.Args {
			fmt.Fprintf(b, "    %-7s %s\n", a.Role, words(d, a.Range))
		}
	}
}

func attributions(b *bytes.Buffer, d *document.Document) {
	for i, a := range d.Attributions {
		fmt.Fprintf(b, "%d %s %q%s\n", i, a.Stance, a.Name, flags(string(a.Kind), flag(a.Named, "named"), a.ActorID,
			flag(a.Direct, "direct"), flag(a.Parent >= 0, fmt.Sprintf("in:%d", a.Parent))))
		fmt.Fprintf(b, "    source  %s\n    cue     %s\n    content %s\n", all(d, a.Source), all(d, a.Cue), all(d, a.Content))
	}
}

func factuality(b *bytes.Buffer, d *document.Document) {
	for _, f := range d.Factuality {
		trigger := "_"
		if f.Event >= 0 && f.Event < len(d.Events) {
			trigger = word(d, d.Events[f.Event].Trigger)
		}
		fmt.Fprintf(b, "%d %q %+.1f %s%s\n", f.Event, trigger, f.Certainty, f.Status,
			flags(flag(f.Opinion, "opinion"), flag(f.Generic, "generic"), flag(f.Barred, "barred")))
	}
}

func opinions(b *bytes.Buffer, d *document.Document) {
	for _, o := range d.Opinions {
		why := ""
		if o.Why != nil {
			why = "; " + o.Why.Message
		}
		fmt.Fprintf(b, "%s %q%s\n", o.Kind, words(d, o.Range), why)
	}
}

func incidents(b *bytes.Buffer, d *document.Document) {
	for i := range d.Incidents {
		Incident(b, &d.Incidents[i])
	}
}

// Incident writes one incident with its claims.
func Incident(b *bytes.Buffer, in *sayso.Incident) {
	fmt.Fprintf(b, "%s %s %s %s\n    mention %s\n", in.ID, in.Type, in.Salience, in.Status, oneLine(in.Mention))
	if in.When != nil {
		fmt.Fprintf(b, "    when    %s %q\n", interval(*in.When), in.When.Words)
	}
	for _, p := range []struct {
		name  string
		place *sayso.Place
	}{{"where", in.Where}, {"from", in.From}} {
		if p.place != nil {
			fmt.Fprintf(b, "    %-7s %s %s\n", p.name, p.place.Name, place(p.place))
		}
	}
	for _, a := range in.Actors {
		fmt.Fprintf(b, "    %-7s %s\n", a.Role, a.Name)
	}
	for _, c := range in.Counts {
		fmt.Fprintf(b, "    count   %s %s %q claim:%d\n", c.What, number(c.Min, c.Max), c.Words, c.Claim)
	}
	if len(in.Weapons) > 0 {
		fmt.Fprintf(b, "    weapons %s\n", strings.Join(in.Weapons, " | "))
	}
	for _, c := range in.Claims {
		fmt.Fprintf(b, "    claim %d %s %s %s %q\n", c.N, c.About, c.Stance, Chain(c.Chain), oneLine(c.Quote))
	}
}

// Chain writes who vouches, outermost first.
func Chain(chain []sayso.Voucher) string {
	if len(chain) == 0 {
		return "[own voice]"
	}
	var out []string
	for _, v := range chain {
		out = append(out, fmt.Sprintf("%s:%s", v.Kind, v.Name))
	}
	return "[" + strings.Join(out, " > ") + "]"
}

// Tree writes an explanation, a node a line, children indented.
func Tree(b *bytes.Buffer, e *sayso.Explanation, depth int) {
	if e == nil {
		return
	}
	b.WriteString(strings.Repeat("  ", depth))
	b.WriteString(e.Message)
	if e.Value != "" {
		fmt.Fprintf(b, ": %s", oneLine(e.Value))
	}
	b.WriteByte('\n')
	for _, c := range e.Children {
		Tree(b, c, depth+1)
	}
}

func people(b *bytes.Buffer, d *document.Document) {
	for _, p := range d.People {
		who := "public"
		if p.Private {
			who = "private"
		}
		fmt.Fprintf(b, "%s %q (%s) %q %q\n", who, p.Name, p.Reason, p.Description, p.Forms)
	}
}
