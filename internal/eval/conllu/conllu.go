// Package conllu reads treebanks in the CoNLL-U format, rebuilds the text they
// annotate, and places every word in it.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"sayso/internal/document"
)

// Word is a syntactic word. Start and End are byte offsets into the text of its
// document; Head is an index into the words of its sentence, -1 for the root.
type Word struct {
	Form, Lemma string
	Start, End  int
	UPOS        document.UPOS
	XPOS        document.XPOS
	Head        int
	Rel         document.Rel
	Misc        string
	Typo        bool // Typo=Yes among the features
}

// Sentence is an annotated sentence; NewPar says that a paragraph begins here.
type Sentence struct {
	ID     string
	Words  []Word
	NewPar bool
}

// Doc is a document of a treebank with its text: paragraphs are separated by a
// blank line, sentences by a space.
type Doc struct {
	ID        string
	Text      string
	Sentences []Sentence
}

// ReadFile reads the documents of a file.
func ReadFile(path string) ([]Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

// Read reads documents. Empty nodes and enhanced dependencies are left out.
func Read(r io.Reader) ([]Doc, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<22)
	var b builder
	for n := 1; sc.Scan(); n++ {
		if err := b.line(sc.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	b.endSentence()
	b.endDoc()
	return b.docs, sc.Err()
}

// builder gathers lines into documents.
type builder struct {
	docs  []Doc
	doc   Doc
	text  strings.Builder
	sent  Sentence
	space bool // a space is due before the next word
	multi int  // words left of the multiword token that was read
	at    int  // where its next word begins
	upto  int  // where it ends
}

func (b *builder) line(l string) error {
	switch {
	case l == "":
		b.endSentence()
	case strings.HasPrefix(l, "# newdoc"):
		b.endSentence()
		b.endDoc()
		if _, id, ok := strings.Cut(l, "id = "); ok {
			b.doc.ID = id
		}
	case strings.HasPrefix(l, "# newpar"):
		b.sent.NewPar = true
	case strings.HasPrefix(l, "# sent_id = "):
		b.sent.ID = l[len("# sent_id = "):]
	case l[0] == '#':
	default:
		return b.word(strings.Split(l, "\t"))
	}
	return nil
}

func (b *builder) word(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	if from, to, ok := strings.Cut(f[0], "-"); ok {
		a, err1 := strconv.Atoi(from)
		z, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || z < a {
			return fmt.Errorf("bad range %q", f[0])
		}
		b.before()
		b.at = b.text.Len()
		b.text.WriteString(f[1])
		b.multi, b.upto = z-a+1, b.text.Len()
		b.space = !strings.Contains(f[9], "SpaceAfter=No")
		return nil
	}
	head, err := strconv.Atoi(f[6])
	if err != nil || head < 0 {
		return fmt.Errorf("bad head %q", f[6])
	}
	w := Word{Form: f[1], Lemma: f[2], UPOS: document.ParseUPOS(f[3]), XPOS: document.ParseXPOS(f[4]), Head: head - 1,
		Rel: document.ParseRel(f[7]), Misc: f[9], Typo: strings.Contains(f[5], "Typo=Yes")}
	b.place(&w)
	b.sent.Words = append(b.sent.Words, w)
	return nil
}

// place gives w its offsets: its own text, or its part of a multiword token.
func (b *builder) place(w *Word) {
	if b.multi == 0 {
		b.before()
		w.Start = b.text.Len()
		b.text.WriteString(w.Form)
		w.End = b.text.Len()
		b.space = !strings.Contains(w.Misc, "SpaceAfter=No")
		return
	}
	text := b.text.String()
	w.Start = b.at
	w.End = min(w.Start+len(w.Form), b.upto)
	for w.End < b.upto && text[w.End]&0xc0 == 0x80 {
		w.End++
	}
	if b.multi--; b.multi == 0 {
		w.End = b.upto
	}
	b.at = w.End
	if w.Start < w.End {
		w.Form = text[w.Start:w.End]
	}
}

// before writes what separates the next word from the text so far.
func (b *builder) before() {
	if len(b.sent.Words) == 0 && b.sent.NewPar && b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	} else if b.space && b.text.Len() > 0 {
		b.text.WriteByte(' ')
	}
	b.space = false
}

func (b *builder) endSentence() {
	if len(b.sent.Words) > 0 {
		b.doc.Sentences = append(b.doc.Sentences, b.sent)
	}
	b.sent = Sentence{}
	b.multi = 0
}

func (b *builder) endDoc() {
	b.doc.Text = b.text.String()
	if len(b.doc.Sentences) > 0 {
		b.docs = append(b.docs, b.doc)
	}
	b.doc, b.space = Doc{}, false
	b.text.Reset()
}
