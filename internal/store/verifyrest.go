package store

import (
	"slices"
	"strings"

	"sayso"
)

// burial is what the audit says of something that was taken down.
type burial struct{ at, by, reason string }

// burial notes an entry of a take-down, or of the reason for the one before.
func (v *verifier) burial(e Entry) {
	if e.Action == "take-down" {
		key := grave("", e.Target, e.Digest)
		if v.taken[key] == nil {
			v.taken[key] = &burial{at: e.At, by: e.By}
		}
		v.last = v.taken[key]
	} else if v.last != nil {
		v.last.reason, v.last = e.Digest, nil
	}
}

// tombstones checks that what was taken down has a tombstone, which says who did
// it, when and why, and that nothing else has one.
func (v *verifier) tombstones() error {
	list, err := v.tx.Tombstones("")
	if err != nil {
		return err
	}
	for _, t := range list {
		name, key := t.Kind+" "+t.Target, grave("", t.Target, t.Digest)
		b := v.taken[key]
		switch {
		case b == nil:
			v.fault("tombstone", name, "the audit does not know it")
			continue
		case b.at != t.At || b.by != t.By || b.reason != "" && b.reason != sayso.DigestOf([]byte(t.Reason)):
			v.fault("tombstone", name, "was changed")
		case !v.lies(&t):
			v.fault("tombstone", name, "there is nothing of its kind")
		}
		delete(v.taken, key)
	}
	var left []string
	for key := range v.taken {
		left = append(left, strings.Split(key, "\x00")[1])
	}
	slices.Sort(left)
	for _, target := range left {
		v.fault("tombstone", target, "was put up and is not there")
	}
	return nil
}

// lies reports whether what a tombstone is of can be of its kind.
func (v *verifier) lies(t *Tombstone) bool {
	switch t.Kind {
	case KindRaw:
		return t.Target == t.Digest
	case KindDecision:
		d, err := v.tx.Decision(t.Target)
		return err == nil && d.Taken
	case KindArticle, KindName:
		a, err := v.tx.Article(t.Target)
		return err == nil && (a.Taken || t.Kind == KindName)
	}
	return false
}

// feeds checks that those that are followed are there.
func (v *verifier) feeds() error {
	list, err := v.tx.Feeds()
	for _, f := range list {
		delete(v.followed, f.Address)
	}
	for address := range v.followed {
		v.fault("feed", address, "is followed and is not there")
	}
	return err
}

// formers checks that the former ids of an incident lead to it, unless it is to
// be joined anew.
func (v *verifier) formers(in *sayso.Incident) {
	if v.leads == nil || slices.ContainsFunc(in.Articles, func(a string) bool { return !v.joined[a] }) {
		return
	}
	for _, f := range in.Former {
		if to := v.leads[f]; to != in.ID {
			v.fault("former id", f, "leads to %q and is of incident %s", to, in.ID)
		}
	}
	if to := v.leads[in.ID]; to != "" {
		v.fault("former id", in.ID, "leads to %s and is an incident's own", to)
	}
}

func (v *verifier) decisions() error {
	list, err := v.tx.Decisions("")
	if err != nil {
		return err
	}
	at := 0
	for i := range list {
		d := &list[i]
		digest, known := v.decided[d.ID]
		switch {
		case !known:
			v.fault("decision", d.ID, "the audit does not know it")
		case d.Taken && !v.buried[grave(KindDecision, d.ID, digest)]:
			v.fault("decision", d.ID, "was taken down and has no tombstone")
		case !d.Taken && digest != d.Digest():
			v.fault("decision", d.ID, "was changed")
		}
		if next := slices.Index(v.made[at:], d.ID); known && next < 0 {
			v.fault("decision", d.ID, "is not in the order in which they were made")
		} else if known {
			at += next + 1
		}
		if err := v.reached(d); err != nil {
			return err
		}
		delete(v.decided, d.ID)
	}
	for id := range v.decided {
		v.fault("decision", id, "was made and is not there")
	}
	return nil
}

// reached checks that a decision is found by its id and by its target.
func (v *verifier) reached(d *Decision) error {
	if one, err := v.tx.Decision(d.ID); err != nil || one.N != d.N {
		v.fault("decision", d.ID, "is not found by its id")
	}
	on, err := v.tx.Decisions(d.Target)
	if !slices.ContainsFunc(on, func(o Decision) bool { return o.ID == d.ID }) {
		v.fault("decision", d.ID, "is not found by its target %s", d.Target)
	}
	return err
}

// cursors checks that they are of articles that there are, and that each article
// that is coded has one of each step: else nobody would see that it is pending.
func (v *verifier) cursors() error {
	list, err := v.tx.Cursors("")
	if err != nil {
		return err
	}
	v.joined = map[string]bool{}
	for _, c := range list {
		if _, err := v.tx.Article(c.Article); err != nil {
			v.fault("cursor", c.Step, "names article %s: %v", c.Article, err)
		}
		if c.Step == StepJoin && !strings.HasPrefix(c.Version, StepFiled) {
			v.joined[c.Article] = true
		}
	}
	for _, step := range []string{StepExtract, StepCode, StepJoin} {
		with, err := v.tx.Pending(step, "no version", "", 0)
		if err != nil {
			return err
		}
		for _, id := range v.coded {
			if _, ok := slices.BinarySearch(with, id); !ok {
				v.fault("cursor", step, "there is none of article %s", id)
			}
		}
	}
	return nil
}
