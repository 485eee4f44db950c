package score

import (
	"fmt"
	"math"
	"strings"
)

// Table is the official table, one line an item, with fallout for set fills.
func (x *Result) Table() []string {
	rule := strings.Repeat("-", 78)
	out := []string{"SLOT                 POS  ACT|  COR  PAR  INC|  SPU  MIS  NON| REC PRE OVG FAL", rule}
	for s := TemplateNumber; s < SlotCount; s++ {
		out = append(out, row(slots[s].row, x.Slot(s), s != TemplateNumber && slots[s].kind == kindSet))
	}
	out = append(out, rule)
	for _, g := range []string{"inc", "perp", "phys-tgt", "hum-tgt"} {
		out = append(out, row(g+"-total", x.over(func(s int) bool { return slots[s].group == g }), false))
	}
	set := func(s int) bool { return slots[s].kind == kindSet }
	str := func(s int) bool { return slots[s].kind == kindString }
	out = append(out, rule,
		row("MATCHED/MISSING", x.MatchedMissing(), false),
		row("MATCHED/SPURIOUS", x.MatchedSpurious(), false),
		row("MATCHED ONLY", x.MatchedOnly(), false),
		row("ALL TEMPLATES", x.AllTemplates(), false),
		row("SET FILLS ONLY", x.over(set), true),
		row("STRING FILLS ONLY", x.over(str), false),
		row("TEXT FILTERING", x.Messages, false), rule)
	c := x.AllTemplates()
	return append(out, fmt.Sprintf("F-MEASURES (ALL TEMPLATES)   P&R %.2f   2P&R %.2f   P&2R %.2f", c.F(1), c.F(0.5), c.F(2)))
}

func row(name string, c Counts, fallout bool) string {
	line := fmt.Sprintf("%-19s%5d%5d|%5d%5d%5d|%5d%5d%5d|%4s%4s%4s", name, c.Possible(), c.Actual(), c.Cor, c.Par, c.Inc, c.Spu, c.Mis, c.Non,
		whole(c.Recall(), c.Possible()), whole(c.Precision(), c.Actual()), whole(c.Overgeneration(), c.Actual()))
	if fallout {
		line += fmt.Sprintf("%4s", whole(c.Fallout(), c.Room))
	}
	return line
}

// whole rounds a share; one of nothing is a star, as in the official reports.
func whole(v float64, of int) string {
	if of == 0 {
		return "*"
	}
	return fmt.Sprint(int(math.Floor(v + 0.5)))
}
