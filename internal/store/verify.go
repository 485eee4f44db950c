package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"sayso"
)

// Finding is something that does not hold.
type Finding struct{ What, Target, Reason string }

// String is the finding in a line.
func (f Finding) String() string {
	return fmt.Sprintf("%s %s: %s", f.What, printable(f.Target), f.Reason)
}

// Verify checks all that can be checked: every entry of the audit against the
// one before it and against what it speaks of; the digest of all bytes; every
// span and quote of every record and incident against its article; every
// reference. Head is the hash of the last entry: who keeps it elsewhere can
// tell later that nothing before it was rewritten.
func Verify(ctx context.Context, st Store) (n Counts, head string, found []Finding, err error) {
	lines, err := st.Check(ctx)
	if err != nil {
		return n, "", nil, err
	}
	for _, l := range lines {
		found = append(found, Finding{"file", "-", l})
	}
	err = st.View(ctx, func(tx Reader) error {
		v := &verifier{ctx: ctx, tx: tx, added: map[string]string{}, decided: map[string]string{}, kept: map[string]string{}, buried: map[string]bool{},
			taken: map[string]*burial{}, followed: map[string]bool{}}
		for _, step := range []func() error{v.graves, v.audit, v.articles, v.records, v.aliases, v.cursors, v.incidents, v.decisions, v.keyed, v.tombstones, v.feeds} {
			err := step()
			if errors.Is(err, ErrBroken) { // what else there is is looked at all the same
				v.found, err = append(v.found, Finding{"file", "-", err.Error()}), nil
			}
			if err != nil {
				return err
			}
		}
		found, head = append(found, v.found...), v.head
		n, err = tx.Counts()
		return err
	})
	return n, head, found, err
}

type verifier struct {
	ctx     context.Context
	tx      Reader
	added   map[string]string // article to the digest it was added with, or was left with
	decided map[string]string // decision to digest
	kept    map[string]string // keyed record to digest
	buried  map[string]bool   // kind, target and digest of tombstones
	made    []string          // decisions, in the order in which they were made

	taken    map[string]*burial // by target and digest
	followed map[string]bool    // feeds
	leads    map[string]string  // former id to the id that it leads to; nil: not known
	joined   map[string]bool    // articles that were joined
	coded    []string           // articles that are to be coded, by id
	last     *burial            // for which a reason may follow
	head     string
	found    []Finding
}

func (v *verifier) fault(what, target, form string, args ...any) {
	v.found = append(v.found, Finding{what, target, fmt.Sprintf(form, args...)})
}

func grave(kind, target, digest string) string { return kind + "\x00" + target + "\x00" + digest }

func (v *verifier) graves() error {
	list, err := v.tx.Tombstones("")
	for _, t := range list {
		v.buried[grave(t.Kind, t.Target, t.Digest)] = true
	}
	return err
}

const pageSize = 256

func (v *verifier) audit() error {
	last := Entry{}
	for {
		if err := v.ctx.Err(); err != nil {
			return err
		}
		list, err := v.tx.Audit(last.Seq, pageSize)
		if err != nil || len(list) == 0 {
			v.head = last.Hash
			return err
		}
		for _, e := range list {
			v.entry(last, e)
			last = e
		}
	}
}

func (v *verifier) entry(last, e Entry) {
	name := fmt.Sprint(e.Seq)
	switch {
	case e.Seq != last.Seq+1:
		v.fault("audit", name, "follows entry %d", last.Seq)
	case e.Prev != last.Hash:
		v.fault("audit", name, "does not name the entry before it")
	case e.Hash != e.Seal():
		v.fault("audit", name, "was changed")
	}
	switch e.Action {
	case "add", "redact", "extract":
		v.added[e.Target] = e.Digest
	case "decide":
		v.decided[e.Target] = e.Digest
		v.made = append(v.made, e.Target)
	case "take-down", "reason":
		v.burial(e)
	case "follow":
		v.followed[e.Target] = true
	case "forget":
		delete(v.followed, e.Target)
	case "keep":
		v.kept[e.Target] = e.Digest
	case "discard":
		delete(v.kept, e.Target)
	}
}

func (v *verifier) articles() error {
	for after := ""; ; {
		list, err := v.tx.Articles(after, pageSize)
		if err != nil || len(list) == 0 {
			return err
		}
		for i := range list {
			after = list[i].ID
			if err := v.article(&list[i]); err != nil {
				return err
			}
		}
	}
}

func (v *verifier) article(a *Article) error {
	if err := v.ctx.Err(); err != nil {
		return err
	}
	if a.Coded() {
		v.coded = append(v.coded, a.ID)
	}
	digest, known := v.added[a.ID]
	switch {
	case !known:
		v.fault("article", a.ID, "the audit does not know it")
	case a.Taken && !v.buried[grave(KindArticle, a.ID, digest)]:
		v.fault("article", a.ID, "was taken down and has no tombstone")
	case !a.Taken && digest != sayso.DigestOf([]byte(a.Content())):
		v.fault("article", a.ID, "its text is not the one that was added")
	}
	for _, q := range a.Quotes {
		if !q.Resolves(a.Reading()) {
			v.fault("article", a.ID, "%d-%d is no block quote in it", q.Start, q.End)
		}
	}
	delete(v.added, a.ID)
	if err := v.layers(a); err != nil {
		return err
	}
	raws, err := v.tx.RawsOf(a.ID)
	if err != nil {
		return err
	}
	if a.Raw != "" && !slices.Contains(raws, a.Raw) && !v.buried[grave(KindRaw, a.Raw, a.Raw)] {
		_, err := v.tx.Raw(a.Raw)        // another article may have come in the same bytes
		if errors.Is(err, ErrNotFound) { // or they stayed where the article was imported from
			_, err = v.tx.Keyed(KeyedRaws, a.ID)
		}
		if errors.Is(err, ErrNotFound) {
			v.fault("article", a.ID, "the bytes it came from are missing")
		}
	}
	for _, r := range raws {
		raw, err := v.tx.Raw(r)
		switch {
		case err != nil:
			v.fault("bytes", r, "cannot be read: %v", err)
		case sayso.DigestOf(raw.Bytes) != r:
			v.fault("bytes", r, "are not those that were kept")
		}
	}
	return nil
}

func (v *verifier) layers(a *Article) error {
	l, err := v.tx.Layers(a.ID)
	switch {
	case errors.Is(err, ErrNotFound):
	case err != nil:
		v.fault("layers", a.ID, "cannot be read: %v", err)
	case a.Taken:
		v.fault("layers", a.ID, "are there, and the article was taken down")
	case sayso.DigestOf(l.Bytes) != l.Digest:
		v.fault("layers", a.ID, "are not those that were kept")
	}
	return v.ctx.Err()
}

func (v *verifier) records() error {
	for id := range v.added {
		v.fault("article", id, "was added and is not there")
	}
	for after := ""; ; {
		list, err := v.tx.Records(after, pageSize)
		if err != nil || len(list) == 0 {
			return err
		}
		for i := range list {
			after = list[i].Article
			for k := range list[i].Incidents {
				in := &list[i].Incidents[k]
				v.incident("record", list[i].Article+"/"+in.ID, in)
				if in.Joined == "" {
					continue
				}
				if _, err := v.tx.Incident(in.Joined); err != nil {
					v.fault("record", list[i].Article+"/"+in.ID, "names incident %s: %v", in.Joined, err)
				}
			}
		}
	}
}

func (v *verifier) incidents() error {
	return eachIncident(v.tx, func(in *sayso.Incident) error {
		v.incident("incident", in.ID, in)
		v.formers(in)
		if in.Review == "" {
			return v.ctx.Err()
		}
		found, err := v.tx.Found(in.ID)
		if errors.Is(err, ErrNotFound) {
			v.fault("incident", in.ID, "what the machine found is not kept")
			return nil
		}
		v.incident("found", in.ID, &found)
		return err
	})
}

// incident checks the words and references of an incident.
func (v *verifier) incident(what, name string, in *sayso.Incident) {
	numbers := map[int]bool{}
	for i := range in.Claims {
		c := &in.Claims[i]
		numbers[c.N] = true
		a, err := v.tx.Article(c.Article)
		switch {
		case errors.Is(err, ErrNotFound), err == nil && a.Taken:
			v.fault(what, name, "claim %d rests on article %s, which is not there", c.N, c.Article)
			continue
		case err != nil:
			v.fault(what, name, "article %s: %v", c.Article, err)
			continue
		}
		text := a.Reading()
		if len(c.Evidence) == 0 || c.Evidence[0].In(text) != c.Quote {
			v.fault(what, name, "claim %d does not quote article %s", c.N, c.Article)
		}
		for _, s := range c.Evidence {
			if !s.Resolves(text) {
				v.fault(what, name, "claim %d: %d-%d is no place in article %s", c.N, s.Start, s.End, c.Article)
			}
		}
	}
	for _, f := range in.Fields {
		for _, n := range slices.Concat(f.For, f.Against) {
			if !numbers[n] {
				v.fault(what, name, "field %s names claim %d, which is not there", f.Name, n)
			}
		}
	}
}
