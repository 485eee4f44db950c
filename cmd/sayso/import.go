package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/lexicon"
	"sayso/internal/store"
)

func newImport(s streams) *cobra.Command {
	var f storeFlags
	var dir string
	c := &cobra.Command{
		Use: "import FILE", Short: "Put an export back into a store, or a corrected table's changes",
		Long: `What FILE is tells what happens:
  jsonl, bundle   an export of 'sayso export' goes into an empty store; the next export gives the same bytes.
                  A bundle is verified first.
  csv             a table of 'sayso export --format csv' that somebody corrected: each changed cell becomes a
                  decision of that person (--by), with an audit entry of its own; each filled cell of an added
                  column becomes a comment. Cells that cannot be taken are listed with the reason, and the
                  others are taken (exit code 3).`,
		Example: "  sayso import monday.bundle --store copy.db\n  sayso import corrected.csv --by ann", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			kind, err := kindOf(args[0])
			if err != nil {
				return fail(exitData, err)
			}
			return f.with(c.Context(), false, func(st keeper) error {
				if kind == "csv" {
					l, err := lexicon.LoadWith(dir)
					if err != nil {
						return fail(exitData, err)
					}
					k := &corrected{act: f.act(s.now()), known: knownTypes(l)}
					return k.importTable(c.Context(), s, st, args[0])
				}
				i := &importer{act: f.act(s.now())}
				return i.importArchive(c.Context(), s, st, args[0])
			})
		},
	}
	f.add(c, true)
	c.Flags().StringVar(&dir, "lexicon", "", "folder with tables of your own (incident types)")
	return c
}

func knownTypes(l *lexicon.Lexicon) store.Known {
	var k store.Known
	for _, t := range l.Types {
		k.Types = append(k.Types, t.ID)
	}
	return k
}

// kindOf tells what a file is by its first bytes.
func kindOf(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, 64)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	switch head = head[:n]; {
	case bytes.HasPrefix(head, []byte("PK")):
		return "bundle", nil
	case bytes.HasPrefix(head, []byte("{")):
		return "jsonl", nil
	}
	return "csv", nil
}

// importer puts the lines of an archive into a store.
type importer struct {
	tx       store.Writer
	act      store.Act
	raw      func(digest string) ([]byte, error) // of a bundle; nil without
	articles int
	told     int
}

func (i *importer) importArchive(ctx context.Context, s streams, st store.Store, name string) error {
	kind, err := kindOf(name)
	if err != nil {
		return fail(exitData, err)
	}
	lines, raw, closing, err := openArchive(name, kind)
	if err != nil {
		return err
	}
	defer closing()
	i.raw = raw
	err = st.Update(ctx, func(tx store.Writer) error {
		n, err := tx.Counts()
		if err != nil {
			return err
		}
		if n != (store.Counts{}) {
			return errors.New("the store is not empty; an archive is imported into one of its own")
		}
		i.tx = tx
		if err := i.all(ctx, lines); err != nil {
			return fail(exitData, fmt.Errorf("%s: %w", name, err))
		}
		return store.Note(tx, i.act, "import", name, "")
	})
	var e *exitError
	if errors.As(err, &e) {
		return err
	}
	if err != nil {
		return fail(exitStore, err)
	}
	_, err = fmt.Fprintf(s.out, "%d articles and %d incidents were imported\n", i.articles, i.told)
	return fail(exitFailure, err)
}

// openArchive opens the records of an archive, and the way to its raw pages. A
// bundle is verified.
func openArchive(name, kind string) (lines io.Reader, raw func(string) ([]byte, error), closing func() error, err error) {
	if kind != "bundle" {
		f, err := os.Open(name)
		if err != nil {
			return nil, nil, nil, fail(exitData, err)
		}
		return f, nil, f.Close, nil
	}
	_, found, err := checkBundle(name, "")
	if err == nil && len(found) > 0 {
		err = errors.New(found[0])
	}
	if err != nil {
		return nil, nil, nil, fail(exitData, fmt.Errorf("%s: %w", name, err))
	}
	z, err := openZip(name)
	if err != nil {
		return nil, nil, nil, fail(exitData, fmt.Errorf("%s: %w", name, err))
	}
	r, err := z.Open(bundleRecords)
	if err != nil {
		return nil, nil, nil, fail(exitData, errors.Join(err, z.Close()))
	}
	return r, func(d string) ([]byte, error) { return zipped(&z.Reader, "raw/"+d, 1<<40) }, z.Close, nil
}

// archiveLines hands on the lines of an archive, the first one apart.
func archiveLines(ctx context.Context, r io.Reader, take func(*archiveLine) error) (head archiveLine, err error) {
	b := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		raw, err := b.ReadBytes('\n')
		if len(bytes.TrimSpace(raw)) > 0 {
			var l archiveLine
			if err := json.Unmarshal(raw, &l); err != nil {
				return head, fmt.Errorf("line %d: %w", n, err)
			}
			if n == 1 {
				head = l
			}
			if n == 1 && l.Schema != archiveSchema {
				return head, fmt.Errorf("line 1: is not of %s but of %q", archiveSchema, l.Schema)
			}
			if err := take(&l); err != nil {
				return head, fmt.Errorf("line %d: %w", n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return head, ctx.Err()
		}
		if err != nil {
			return head, err
		}
		if err := ctx.Err(); err != nil {
			return head, err
		}
	}
}

func (i *importer) all(ctx context.Context, r io.Reader) error {
	_, err := archiveLines(ctx, r, func(l *archiveLine) error {
		switch {
		case l.Article != nil:
			i.articles++
			return i.article(l.Article)
		case l.Incident != nil:
			i.told++
			return i.incident(l.Incident)
		}
		return nil
	})
	return err
}

func (i *importer) article(a *archiveArticle) error {
	add := store.Addition{Act: i.act, Raw: store.Raw{Digest: a.Raw}, Article: a.Article, Record: a.Record, Cursors: a.Cursors}
	if _, err := store.Add(i.tx, add); err != nil {
		return err
	}
	for _, r := range a.Raws {
		raw := store.Raw{Digest: r.Digest, Address: r.Address, Origin: r.Origin, At: r.At, Media: r.Media, Header: r.Header, Article: a.ID}
		if i.raw == nil || r.Withheld {
			continue
		}
		var err error
		if raw.Bytes, err = i.raw(r.Digest); err != nil {
			return err
		}
		if sayso.DigestOf(raw.Bytes) != r.Digest {
			return fmt.Errorf("the bytes named %s are others", r.Digest)
		}
		if err := i.tx.PutRaw(raw); err != nil {
			return err
		}
	}
	return i.missing(a)
}

// missing remembers which bytes an archive named without holding them, so that
// the next export names them too.
func (i *importer) missing(a *archiveArticle) error {
	var left []archiveRaw
	for _, r := range a.Raws {
		if i.raw == nil || r.Withheld {
			left = append(left, r)
		}
	}
	if len(left) == 0 {
		return nil
	}
	b, err := json.Marshal(left)
	if err != nil {
		return err
	}
	return i.tx.PutKeyed(store.Keyed{Kind: store.KeyedRaws, Key: a.ID, Value: b})
}

func (i *importer) incident(in *archiveIncident) error {
	if in.Incident == nil {
		return errors.New("an incident without content")
	}
	if err := i.tx.PutIncident(*in.Incident); err != nil {
		return err
	}
	if in.Found != nil {
		if err := i.tx.PutFound(*in.Found); err != nil {
			return err
		}
	}
	var lead []store.Alias
	for _, f := range in.Formers {
		lead = append(lead, store.Alias{Former: f, ID: in.Incident.ID})
	}
	if err := store.Lead(i.tx, lead...); err != nil {
		return err
	}
	for _, d := range in.Decisions {
		if err := store.Receive(i.tx, i.act, d); err != nil {
			return err
		}
	}
	return nil
}
