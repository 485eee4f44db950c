// Command link learns the decision whether two reports are of one happening
// from articles coded by hand and by the chain, from other articles of ECB+ and
// from the articles that the project coded, both as the chain codes them. Which
// incidents of the last are of one happening says keys.tsv.
//
//	go run ./train/link -data ../shared/gold/joined -out data/models/link/en-2026-11-30
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sayso/internal/eval/joined"
	"sayso/internal/lexicon"
	"sayso/internal/model"
	"sayso/internal/pipeline"
)

func main() {
	data := flag.String("data", "../shared/gold/joined", "folder of coded articles")
	out := flag.String("out", "", "folder of the model, <lang>-<date>")
	flag.Parse()
	if err := train(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "link:", err)
		os.Exit(1)
	}
}

func train(data, out string) error {
	c, err := joined.Read(data)
	if err != nil {
		return err
	}
	l, err := lexicon.Load()
	if err != nil {
		return err
	}
	chain, err := pipeline.Standard(pipeline.Options{})
	if err != nil {
		return err
	}
	coded, err := joined.Coded(context.Background(), chain, data)
	if err != nil {
		return err
	}
	others, err := joined.Aside(context.Background(), chain, filepath.Join(data, joined.Others))
	if err != nil {
		return err
	}
	own, err := joined.Own(context.Background(), chain, filepath.Join(data, joined.Corpora), joined.Standard)
	if err != nil {
		return err
	}
	m, err := joined.Fit(l, "", c, coded, others, own)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	fmt.Print(b.String())
	return model.Save(out, "link", b.Bytes())
}
