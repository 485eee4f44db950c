package conllu

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/document"
)

const small = `# newdoc id = one
# sent_id = one-1
# newpar
# text = They don't go.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	gone	go	VERB	VBN	_	_	_	0:exroot	_
5	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = one-2
1	("	("	PUNCT	-LRB-	_	2	punct	_	SpaceAfter=No
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	0	root	_	_
3	not	not	PART	RB	_	2	advmod	_	_

# newdoc id = two
# newpar
1	End	end	NOUN	NN	Typo=Yes	0	root	_	_

`

func TestRead(t *testing.T) {
	docs, err := Read(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].ID != "one" || docs[1].ID != "two" || len(docs[0].Sentences) != 2 {
		t.Fatalf("got %+v", docs)
	}
	if want := `They don't go. ("can't`; docs[0].Text != want {
		t.Errorf("text is %q, want %q", docs[0].Text, want)
	}
	var words []string
	for _, s := range docs[0].Sentences {
		for _, w := range s.Words {
			if got := docs[0].Text[w.Start:w.End]; got != w.Form {
				t.Errorf("word %q covers %q", w.Form, got)
			}
			words = append(words, w.Form)
		}
	}
	if got := strings.Join(words, "|"); got != `They|do|n't|go|.|("|ca|n't` {
		t.Errorf("words are %s", got)
	}
	w := docs[0].Sentences[0].Words[1]
	if w.Head != 3 || w.Rel != document.Aux || w.UPOS != document.AUX || w.XPOS != document.VBP {
		t.Errorf("second word is %+v", w)
	}
	if !docs[1].Sentences[0].Words[0].Typo || !docs[0].Sentences[0].NewPar {
		t.Error("features or paragraphs are lost")
	}
}

func TestParagraphs(t *testing.T) {
	docs, err := Read(strings.NewReader("# newdoc id = a\n# newpar\n1\tA\ta\tX\tXX\t_\t0\troot\t_\t_\n\n# newpar\n1\tB\tb\tX\tXX\t_\t0\troot\t_\t_\n\n"))
	if err != nil || docs[0].Text != "A\n\nB" {
		t.Errorf("%v, %v", docs, err)
	}
}

func TestReadRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"columns": "1\tA\n", "head": "1\tA\ta\tX\tXX\t_\tx\troot\t_\t_\n", "range": "2-1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{"news_a", "news_b", "bio_c", "news_d"} {
		write("dep/GUM_"+f+".conllu", "")
	}
	write("splits.md", "## dev\n  * GUM_news_a\n  * GUM_bio_c\n## test\n  * GUM_news_d\n")
	for _, c := range []struct {
		set, split string
		want       int
	}{{"", "dev", 2}, {"news", "dev", 1}, {"", "train", 1}, {"", "all", 3}} {
		if got, err := Files(dir, c.set, c.split); err != nil || len(got) != c.want {
			t.Errorf("%+v: %v, %v", c, got, err)
		}
	}
	if _, err := Files(dir, "fiction", "dev"); err == nil {
		t.Error("an empty set was read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Fuzz(func(t *testing.T, text string) {
		docs, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, d := range docs {
			for _, s := range d.Sentences {
				for _, w := range s.Words {
					if w.Start < 0 || w.End < w.Start || w.End > len(d.Text) {
						t.Fatalf("word %+v is outside the text", w)
					}
				}
			}
		}
	})
}
