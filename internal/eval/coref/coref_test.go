package coref

import (
	"strings"
	"testing"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/conllu"
	"sayso/internal/eval/gum"
	"sayso/internal/eval/reporttest"
)

// TestSample holds the figures of a part of GUM's news.
func TestSample(t *testing.T) {
	reporttest.Check(t, New(), eval.Options{Data: reporttest.Shared(t, "data/gum"), Sample: 3}, "coref-gum-news.sample")
}

const people = "# newdoc id = a\n# newpar\n" +
	"1\tAli\tAli\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-cf1-1-coref)\n" +
	"2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
	"3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\tEntity=(2-place-new-cf2-2-sgl\n" +
	"4\ttown\ttown\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)|SpaceAfter=No\n" +
	"5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n" +
	"1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)\n" +
	"2\tcried\tcry\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"

// TestScore counts a right link, then the same with a wrong one.
func TestScore(t *testing.T) {
	docs, err := conllu.Read(strings.NewReader(people))
	if err != nil {
		t.Fatal(err)
	}
	d, gold := gum.Document(&docs[0])
	mention := func(i int) document.Mention {
		return document.Mention{Range: document.Range{First: i, End: i + 1}, Head: i}
	}
	for _, c := range []struct {
		antecedent int
		right      int
	}{{0, 1}, {3, 0}} {
		d.Entities = []document.Entity{{Mentions: []document.Mention{mention(c.antecedent), mention(5)}}}
		var total [classCount]links
		score(d, gold, &total)
		if l := total[classPronoun]; l.made != 1 || l.gold != 1 || l.right != c.right || l.found != c.right {
			t.Errorf("link to token %d: %+v", c.antecedent, l)
		}
	}
	if (links{}).f1() != 0 {
		t.Error("no links have a figure")
	}
}
