package main

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/annotate/sentence"
	"sayso/internal/annotate/tokenize"
	"sayso/internal/document"
	"sayso/internal/eval/conllu"
	"sayso/internal/kern"
	"sayso/internal/model/wordclass"
)

// sentenceEpochs is the number of passes, sentenceScale what weights are
// multiplied by.
const sentenceEpochs, sentenceScale = 12, 64

// page is a document with the ends of its sentences.
type page struct {
	number int
	doc    *document.Document
	ends   map[int32]bool
}

// readPages reads the documents to learn from, each with its paragraph breaks
// and without, and some in capitals or small letters.
func readPages(data string) ([]page, error) {
	ewt, err := conllu.Files(filepath.Join(data, "ud-english-ewt"), "", "train")
	if err != nil {
		return nil, err
	}
	gum, err := conllu.Files(filepath.Join(data, "gum"), "", "train")
	if err != nil {
		return nil, err
	}
	gum = slices.DeleteFunc(gum, func(f string) bool { return !slices.Contains(genres, conllu.Genre(f)) })
	var out []page
	n := 0
	for _, f := range append(ewt, gum...) {
		docs, err := conllu.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for i := range docs {
			n++
			out = append(out, pageOf(n, &docs[i], docs[i].Text), pageOf(n, &docs[i], strings.ReplaceAll(docs[i].Text, "\n\n", "  ")))
			switch n % 8 {
			case 1:
				out = append(out, pageOf(n, &docs[i], upperASCII(docs[i].Text)))
			case 2:
				out = append(out, pageOf(n, &docs[i], lowerASCII(docs[i].Text)))
			}
		}
	}
	return out, nil
}

// upperASCII and lowerASCII change letters without moving any byte.
func upperASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, s)
}

func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'a'
		}
		return r
	}, s)
}

func pageOf(number int, doc *conllu.Doc, text string) page {
	d := document.New(&sayso.Article{Text: text})
	d.Tokens = tokenize.Append(nil, text)
	d.Blocks = sentence.WholeBlocks(d)
	p := page{number, d, map[int32]bool{}}
	for _, s := range doc.Sentences {
		p.ends[int32(s.Words[len(s.Words)-1].End)] = true
	}
	return p
}

// walk shows the gaps of a page that a sentence may end in: their features and
// whether one does. What see returns is where the next sentence begins.
func (p *page) walk(words *wordclass.Table, see func(keys []uint64, end bool) bool) {
	var gaps sentence.Gaps
	var buf []uint64
	for _, b := range p.doc.Blocks {
		gaps.Reset(words, p.doc, b.Range)
		for i := b.First; i+1 < b.End; i++ {
			if !gaps.Candidate(i) {
				continue
			}
			buf = gaps.Features(buf[:0], i)
			if see(buf, p.ends[p.doc.Tokens[i].End]) {
				gaps.Open(i + 1)
			}
		}
	}
}

// trainSentences returns the payload of a model of sentence ends.
func trainSentences(pages []page, words *wordclass.Table) []byte {
	c := newCensus()
	for i := range pages {
		pages[i].walk(words, func(keys []uint64, end bool) bool {
			c.add(pages[i].number, keys)
			return end
		})
	}
	p := newPerceptron(2, c)
	rng := rand.New(rand.NewPCG(1, 61))
	scores := make([]float32, 2)
	var rows []int32
	for range sentenceEpochs {
		for _, i := range rng.Perm(len(pages)) {
			pages[i].walk(words, func(keys []uint64, end bool) bool {
				rows = p.find(rows[:0], keys)
				p.score(scores, rows)
				right, guess := sentence.Inside, sentence.Inside
				if end {
					right = sentence.End
				}
				if scores[sentence.End] > scores[sentence.Inside] {
					guess = sentence.End
				}
				p.update(rows, right, guess)
				return guess == sentence.End
			})
		}
	}
	return sentence.Append(nil, oneSided(p.average(sentenceScale)))
}

// oneSided keeps for each feature the difference of its two weights alone.
func oneSided(rows []kern.Row) []kern.Row {
	out := rows[:0]
	for _, r := range rows {
		sum := 0
		for k, c := range r.Classes {
			if c == sentence.End {
				sum += int(r.Weights[k])
			} else {
				sum -= int(r.Weights[k])
			}
		}
		if sum = max(-32767, min(32767, sum)); sum != 0 {
			out = append(out, kern.Row{Key: r.Key, Classes: []uint8{sentence.End}, Weights: []int16{int16(sum)}})
		}
	}
	return out
}
