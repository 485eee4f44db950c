package dates

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"sayso/internal/document"
	"sayso/internal/eval"
	"sayso/internal/eval/dates/timeml"
)

// Task is `sayso eval dates --data ../shared/data/tempeval3 [--set TimeBank]`
// or `--data ../shared/gold --set dev|more|joined`.
var Task = eval.Task{Name: "dates", Doc: "time expressions: spans and values on TimeML, intervals on coded articles", Run: run}

// unread is the part of the corpus whose errors are not listed.
const unread = "AQUAINT"

func run(ctx context.Context, o eval.Options) (*eval.Report, error) {
	if o.Chain == nil {
		return nil, errors.New("dates: no chain to run")
	}
	if dir := filepath.Join(o.Data, o.Set); isDir(filepath.Join(dir, "coded")) {
		return runCoded(ctx, o, dir)
	}
	if o.Set == "" {
		o.Set = unread
	}
	if o.Set == unread {
		o.Misses = nil
	}
	return runTimeML(ctx, o)
}

func runTimeML(ctx context.Context, o eval.Options) (*eval.Report, error) {
	docs, err := timeml.Read(folder(o.Data, o.Set))
	if err != nil {
		return nil, err
	}
	var c counts
	n := 0
	for i := range docs {
		if !o.Takes(docs[i].Article.ID) {
			continue
		}
		n++
		d, err := o.Chain.Run(ctx, &docs[i].Article, document.LayerTimes)
		if err != nil {
			return nil, err
		}
		for _, m := range Match(docs[i].Times, Found(d)) {
			c.add(m)
			m.miss(o, d)
		}
	}
	r := &eval.Report{Task: "dates", Set: o.Set, Notes: []string{"strict: same first and last byte; value and type over overlapping spans; the day of writing is given"}}
	r.AddCount("documents", n)
	r.AddCount("expressions", c.gold)
	r.AddCount("found", c.found)
	r.Add("strict span F1", c.f1(c.strict))
	r.Add("span F1", c.f1(c.overlap))
	r.Add("value F1", c.f1(c.value))
	r.Add("type F1", c.f1(c.kind))
	return r, nil
}

func isDir(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.IsDir()
}

// folder finds the part of the corpus below its root, or takes data as it is.
func folder(data, set string) string {
	for _, dir := range []string{filepath.Join(data, "TBAQ-cleaned", set), filepath.Join(data, set)} {
		if isDir(dir) {
			return dir
		}
	}
	return data
}
