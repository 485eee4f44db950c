package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sayso/internal/annotate/ner"
	"sayso/internal/annotate/sentence"
	"sayso/internal/eval/names/corpus"
	"sayso/internal/eval/names/learn"
	"sayso/internal/model/wordvec"
)

// names makes the model of names: lists, three linear taggers and a network.
func (m *maker) names() error {
	dir := filepath.Join(m.out, "ner", "en-"+m.date)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	phrases, err := makeLexicon(m.data)
	if err != nil {
		return err
	}
	b, err := ner.EncodeLexicon(phrases)
	if err := write(dir, ner.FileLexicon, b, err); err != nil {
		return err
	}
	lex := ner.NewLexicon(m.words, phrases)
	if err := m.taggers(lex, dir); err != nil {
		return err
	}
	if err := m.nameNetwork(lex, dir); err != nil {
		return err
	}
	return writeManifest(dir, m.date)
}

// taggers fits and writes the three linear taggers.
func (m *maker) taggers(lex *ner.Lexicon, dir string) error {
	all, err := corpus.ReadTraining(m.data, sentence.Alone())
	if err != nil {
		return err
	}
	for _, t := range []struct {
		file     string
		train    []corpus.Sentence
		settings learn.Settings
	}{
		{ner.FileNames, all.Named(nil, false), learn.Names},
		{ner.FileCaseless, all.Named(nil, true), learn.Caseless},
		{ner.FileExtents, all.Extents(nil), learn.Extents},
	} {
		fitted := learn.Fit(lex, t.train, t.settings)
		b, err := ner.EncodeTagger(fitted.Kinds, fitted.Rows, fitted.Pairs)
		if err := write(dir, t.file, b, err); err != nil {
			return err
		}
		fmt.Printf("%s: %d sentences, %d rows, %d bytes, %v\n", t.file, len(t.train), len(fitted.Rows), len(b), time.Since(m.start).Round(time.Second))
	}
	return nil
}

// nameNetwork learns and writes the network.
func (m *maker) nameNetwork(lex *ner.Lexicon, dir string) error {
	vectors, err := wordvec.Load()
	if err != nil {
		return err
	}
	sents, err := m.nameSentences()
	if err != nil {
		return err
	}
	b, err := ner.EncodeNetwork(trainNames(withCases(sents), vectors, lex, shippedNames))
	if err := write(dir, ner.FileNetwork, b, err); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes, %v\n", ner.FileNetwork, len(b), time.Since(m.start).Round(time.Second))
	return nil
}

func write(dir, name string, b []byte, err error) error {
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), b, 0o644)
}

func writeManifest(dir, date string) error {
	m := ner.Manifest{Format: ner.Format, Task: "names", Language: "en", Date: date, Files: map[string]string{}}
	for _, name := range []string{ner.FileLexicon, ner.FileNames, ner.FileCaseless, ner.FileExtents, ner.FileNetwork} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(b)
		m.Files[name] = hex.EncodeToString(sum[:])
	}
	b, err := json.MarshalIndent(m, "", "  ")
	return write(dir, ner.FileManifest, append(b, '\n'), err)
}
