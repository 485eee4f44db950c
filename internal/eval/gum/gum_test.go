package gum

import (
	"strings"
	"testing"

	"sayso/internal/eval/conllu"
)

const people = "# newdoc id = a\n# newpar\n" +
	"1\tAli\tAli\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-cf1-1-coref)\n" +
	"2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
	"3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\tEntity=(2-place-new-cf2-2-sgl\n" +
	"4\ttown\ttown\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)|SpaceAfter=No\n" +
	"5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n" +
	"1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)\n" +
	"2\tcried\tcry\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n" +
	"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"

func TestDocument(t *testing.T) {
	docs, err := conllu.Read(strings.NewReader(people))
	if err != nil {
		t.Fatal(err)
	}
	d, mentions := Document(&docs[0])
	if len(mentions) != 3 || d.Words(mentions[1].Range) != "the town" || mentions[0].Entity != mentions[2].Entity || mentions[1].Type != "place" {
		t.Fatalf("%+v", mentions)
	}
	if h := Head(d, mentions[1].Range); d.Word(h) != "town" {
		t.Errorf("head is %s", d.Word(h))
	}
}
