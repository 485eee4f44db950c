package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"sayso"
	"sayso/internal/gazetteer"
	"sayso/internal/lexicon"
	"sayso/internal/publish/export/format"
	"sayso/internal/store"
)

// exportFlags are the flags of `sayso export`.
type exportFlags struct {
	storeFlags
	filterFlags
	format, out, reason, key, newKey, lexicon string
	excel, dictionary                         bool
}

func newExport(s streams) *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use: "export --format FORMAT", Short: "Write the incidents of a store in a format of the field",
		Long: `Streams the incidents of a store, all or those that the filters choose, in one of the formats
  ` + strings.Join(exportFormats(), ", ") + `.
With --out FILE the format's data dictionary, which lists what it cannot hold, is written beside it as
FILE.dictionary.md; --dictionary prints it and exits.

Names of private persons are replaced by their description (docs/private.md). --names REASON gives them out,
and notes the reason in the audit. Incidents that somebody rejected are left out unless --review asks for them;
jsonl and bundle without filters hold everything and can be imported again.`,
		Example: "  sayso export --format acled-csv --country SY --from 2017-01-01 --out syria.csv\n  sayso export --new-key desk.pem\n  sayso export --format bundle --key desk.pem --out 2017.sayso",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return f.run(c.Context(), s) },
	}
	f.storeFlags.add(c, true)
	f.filterFlags.add(c)
	fs := c.Flags()
	fs.StringVar(&f.format, "format", "jsonl", "format to write: "+strings.Join(exportFormats(), ", "))
	fs.StringVar(&f.out, "out", "", "file to write; standard output otherwise")
	fs.StringVar(&f.reason, "names", "", "give out private persons' names, for this reason (kept in the audit)")
	fs.BoolVar(&f.excel, "excel", false, "start tables with a byte order mark, by which Excel knows UTF-8")
	fs.BoolVar(&f.dictionary, "dictionary", false, "print the format's data dictionary and exit")
	fs.StringVar(&f.key, "key", "", "file with the Ed25519 key that signs a bundle (PKCS #8, PEM)")
	fs.StringVar(&f.newKey, "new-key", "", "make such a key in this file and exit")
	fs.StringVar(&f.lexicon, "lexicon", "", "folder with tables of your own (incident types, crosswalks)")
	return c
}

func exportFormats() []string {
	out := []string{"bundle", "jsonl"}
	for _, f := range format.All() {
		out = append(out, f.Name)
	}
	return out
}

func (f *exportFlags) run(ctx context.Context, s streams) error {
	if f.newKey != "" {
		return makeKey(s, f.newKey)
	}
	dictionary, ok := dictionaryOf(f.format)
	if !ok {
		return fail(exitUsage, fmt.Errorf("there is no format %q; the formats are %s", f.format, strings.Join(exportFormats(), ", ")))
	}
	if f.dictionary {
		_, err := io.WriteString(s.out, dictionary)
		return fail(exitFailure, err)
	}
	q, filtered, err := f.query()
	if err != nil {
		return fail(exitUsage, err)
	}
	return f.with(ctx, f.reason == "", func(st keeper) error {
		if err := f.given(ctx, st, s.now()); err != nil {
			return err
		}
		return f.to(s, dictionary, func(w io.Writer) error {
			return st.View(ctx, func(tx store.Reader) error {
				x := &exporter{ctx: ctx, tx: tx, q: q, filtered: filtered, names: f.reason != "", s: s}
				return x.write(w, f)
			})
		})
	})
}

// given notes that names are given out, and why.
func (f *exportFlags) given(ctx context.Context, st store.Store, at time.Time) error {
	if f.reason == "" {
		return nil
	}
	return fail(exitStore, st.Update(ctx, func(tx store.Writer) error {
		return store.Note(tx, f.act(at), "names given out: "+f.reason, "export "+f.format, sayso.DigestOf([]byte(f.reason)))
	}))
}

// to runs write on standard output or the file, whole or not at all, with the
// dictionary beside it.
func (f *exportFlags) to(s streams, dictionary string, write func(io.Writer) error) error {
	if f.out == "" {
		w := bufio.NewWriterSize(s.out, 1<<16)
		if err := write(w); err != nil {
			return exported(err)
		}
		return fail(exitFailure, w.Flush())
	}
	part := f.out + ".part"
	file, err := os.Create(part)
	if err != nil {
		return fail(exitFailure, err)
	}
	w := bufio.NewWriterSize(file, 1<<16)
	err = errors.Join(write(w), w.Flush(), file.Close())
	if err != nil {
		return exported(errors.Join(err, os.Remove(part)))
	}
	if err := os.Rename(part, f.out); err != nil {
		return fail(exitFailure, err)
	}
	return fail(exitFailure, os.WriteFile(f.out+".dictionary.md", []byte(dictionary), 0o644))
}

func exported(err error) error {
	var e *exitError
	if errors.As(err, &e) {
		return err
	}
	return fail(exitFailure, fmt.Errorf("the export failed: %w", err))
}

// units names the units of countries.
var units = sync.OnceValues(func() (func(country, admin1, admin2 string) (first, second string), error) {
	g, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	return g.Units(), nil
})

// formatOptions are what the formats look up.
func formatOptions(dir string) (format.Options, error) {
	l, err := lexicon.LoadWith(dir)
	if err != nil {
		return format.Options{}, fail(exitData, err)
	}
	names, err := units()
	if err != nil {
		return format.Options{}, fail(exitData, err)
	}
	return format.Options{Version: version(), Units: names,
		Crosswalk: func(scheme, typ string) (string, string) {
			book := l.Crosswalk(scheme)
			if book == nil {
				return "", ""
			}
			if all := book.Of(typ); len(all) > 0 && all[0].Code != "-" {
				return all[0].Code, all[0].Name
			}
			return "", ""
		},
		Country: func(code sayso.Code) format.Country {
			c := l.Country(code)
			if c == nil {
				return format.Country{}
			}
			out := format.Country{Name: c.Name, ISO3: c.ISO3, Region: c.Region, GW: c.GW}
			if r, err := language.ParseRegion(c.ISO2); err == nil {
				out.Numeric = r.M49()
			}
			return out
		}}, nil
}
