package main

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/publish/private"
	"sayso/internal/store"
)

// archiveSchema names the lines of `sayso export --format jsonl`.
const archiveSchema = "sayso-archive/1"

// archiveLine is one of them: the first says what the file is, then come the
// articles by id and the incidents.
type archiveLine struct {
	Schema   string           `json:"schema,omitempty"`
	Version  string           `json:"version,omitempty"` // of the program that wrote it
	Names    string           `json:"names,omitempty"`   // withheld or given
	Article  *archiveArticle  `json:"article,omitempty"`
	Incident *archiveIncident `json:"incident,omitempty"`
}

// archiveArticle is an article with all that is kept of it.
type archiveArticle struct {
	sayso.Article
	Raw     string               `json:"raw,omitempty"` // digest of the bytes it was extracted from
	Raws    []archiveRaw         `json:"raws"`          // all bytes in which it was found
	Record  *sayso.ArticleRecord `json:"record"`        // what it tells; null where it was not coded
	Cursors []store.Cursor       `json:"cursors"`       // steps that were done
}

// archiveRaw is kept bytes without the bytes.
type archiveRaw struct {
	Digest   string `json:"digest"`
	Address  string `json:"address,omitempty"`
	Origin   string `json:"origin,omitempty"`
	At       string `json:"at,omitempty"`
	Media    string `json:"media,omitempty"`
	Header   string `json:"header,omitempty"`
	Withheld bool   `json:"withheld,omitempty"` // the bytes name private persons and are not given out
}

// archiveIncident is an incident with what people decided on it.
type archiveIncident struct {
	*sayso.Incident
	Found     *sayso.Incident  `json:"found,omitempty"`     // as the machine found it, where decisions changed it
	Formers   []string         `json:"formers,omitempty"`   // ids that lead to it
	Decisions []store.Decision `json:"decisions,omitempty"` // in their order
}

func named(given bool) string {
	if given {
		return "given"
	}
	return "withheld"
}

// archive writes everything as JSON Lines.
func (x *exporter) archive(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(archiveLine{Schema: archiveSchema, Version: version(), Names: named(x.names)}); err != nil {
		return err
	}
	left, taken := 0, 0
	err := x.articles(func(a *store.Article) error {
		line, err := x.archived(a)
		if err != nil || line == nil {
			if a.Taken {
				taken++
			} else {
				left++
			}
			return err
		}
		return e.Encode(archiveLine{Article: line})
	})
	if err != nil {
		return err
	}
	if left > 0 {
		x.say("%d articles were left out: they tell of no conflict or were not coded, so nobody has looked whom they name", left)
	}
	if taken > 0 {
		x.say("%d articles that were taken down were left out", taken)
	}
	return x.incidents(func(in *sayso.Incident) error {
		line, err := x.archivedIncident(in)
		if err != nil {
			return err
		}
		return e.Encode(archiveLine{Incident: line})
	})
}

// articles hands on the articles that tell what is asked for, by id.
func (x *exporter) articles(take func(*store.Article) error) error {
	for after := ""; ; {
		list, err := x.tx.Articles(after, exportPage)
		if err != nil || len(list) == 0 {
			return fail(exitStore, err)
		}
		for i := range list {
			after = list[i].ID
			if err := x.ctx.Err(); err != nil {
				return fail(exitInterrupted, err)
			}
			if x.filtered {
				q := x.q
				if q.Article != "" && q.Article != after {
					continue
				}
				q.Article = after
				if n, err := x.tx.Count(q); err != nil || n == 0 {
					if err != nil {
						return fail(exitStore, err)
					}
					continue
				}
			}
			if err := take(&list[i]); err != nil {
				return err
			}
		}
	}
}

// archived is the line of an article; nil where it cannot be given out.
func (x *exporter) archived(a *store.Article) (*archiveArticle, error) {
	if a.Taken {
		return nil, nil
	}
	out := &archiveArticle{Article: a.Article, Raw: a.Raw, Raws: []archiveRaw{}, Cursors: []store.Cursor{}}
	rec, err := x.tx.Record(a.ID)
	switch {
	case err == nil && (x.names || rec.People != nil):
		out.Record = &rec
	case err != nil && !errors.Is(err, store.ErrNotFound):
		return nil, fail(exitStore, err)
	case !x.names:
		return nil, nil
	}
	if out.Cursors, err = x.tx.Cursors(a.ID); err != nil {
		return nil, fail(exitStore, err)
	}
	digests, err := x.tx.RawsOf(a.ID)
	if err != nil {
		return nil, fail(exitStore, err)
	}
	for _, d := range digests {
		r, err := x.tx.Raw(d)
		if err != nil {
			return nil, fail(exitStore, err)
		}
		out.Raws = append(out.Raws, archiveRaw{r.Digest, r.Address, r.Origin, r.At, r.Media, r.Header, false})
	}
	if err := x.named(out); err != nil {
		return nil, err
	}
	if x.names {
		return out, nil
	}
	return out, x.withhold(out)
}

// withhold takes the names of private persons out of an article's line.
func (x *exporter) withhold(out *archiveArticle) error {
	people, err := x.people(out.ID)
	if err != nil {
		return err
	}
	names := out.Captions != "" || slices.ContainsFunc(people, func(p sayso.Person) bool { return p.Private }) // whom captions name nobody has read
	n := private.Of(people)
	out.Article = private.Article(&out.Article, n)
	if out.Record, err = private.Record(out.Record); err != nil {
		return fail(exitData, err)
	}
	for i := range out.Raws {
		r := &out.Raws[i]
		r.Withheld = r.Withheld || names
		r.Address, r.Origin, r.Header = n.Address(r.Address), n.Address(r.Origin), n.Text(r.Header)
	}
	for i := range out.Cursors {
		out.Cursors[i].Article = n.ID(out.Cursors[i].Article)
	}
	return nil
}

func (x *exporter) archivedIncident(in *sayso.Incident) (*archiveIncident, error) {
	out := &archiveIncident{Incident: in}
	found, err := x.tx.Found(in.ID)
	switch {
	case err == nil:
		out.Found = &found
	case !errors.Is(err, store.ErrNotFound):
		return nil, fail(exitStore, err)
	}
	if out.Formers, err = x.tx.Formers(in.ID); err != nil {
		return nil, fail(exitStore, err)
	}
	if out.Decisions, err = x.tx.Decisions(in.ID); err != nil {
		return nil, fail(exitStore, err)
	}
	if x.names {
		return out, nil
	}
	n := private.Of(in.People)
	for i := range out.Decisions {
		withholdDecision(n, &out.Decisions[i])
	}
	if out.Incident, err = private.Incident(in); err != nil {
		return nil, fail(exitData, err)
	}
	if out.Found != nil {
		out.Found.People = in.People
		out.Found, err = private.Incident(out.Found)
	}
	return out, fail(exitData, err)
}

// withholdDecision takes names out of what somebody decided.
func withholdDecision(n *private.Names, d *store.Decision) {
	for _, id := range []*string{&d.Target, &d.Article} {
		*id = n.ID(*id)
	}
	for _, list := range [][]string{d.With, d.Reports, d.Stay} {
		for i := range list {
			list[i] = n.ID(list[i])
		}
	}
	for _, words := range []*string{&d.By, &d.Value, &d.Quote, &d.Reason} {
		*words = n.Text(*words)
	}
	d.Place = n.Place(d.Place)
}

// named adds the bytes that an imported archive named and did not hold.
func (x *exporter) named(out *archiveArticle) error {
	k, err := x.tx.Keyed(store.KeyedRaws, out.ID)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fail(exitStore, err)
	}
	var more []archiveRaw
	if err := json.Unmarshal(k.Value, &more); err != nil {
		return fail(exitStore, err)
	}
	for _, r := range more {
		if !slices.ContainsFunc(out.Raws, func(o archiveRaw) bool { return o.Digest == r.Digest }) {
			out.Raws = append(out.Raws, r)
		}
	}
	slices.SortFunc(out.Raws, func(a, b archiveRaw) int { return strings.Compare(a.Digest, b.Digest) })
	return nil
}
