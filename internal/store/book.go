package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
)

// book changes which ids lead where, and keeps the sum of it: aliases are too
// many for the audit, and nothing else would tell that one was lost or damaged.
type book struct {
	tx   Writer
	open bool
	was  sum
	sum
}

// sum is the number of aliases and the exclusive or of their digests.
type sum struct {
	N   int
	XOR [sha256.Size]byte
}

// flip puts an alias in, or takes it out again.
func (s *sum) flip(a Alias, by int) {
	h := sha256.Sum256(fmt.Appendf(nil, "%d:%s%s", len(a.Former), a.Former, a.ID))
	s.N += by
	for i := range h {
		s.XOR[i] ^= h[i]
	}
}

func sumOf(list []Alias) (s sum) {
	for _, a := range list {
		s.flip(a, 1)
	}
	return s
}

func (s *sum) text() []byte {
	return fmt.Appendf(nil, `{"n":%d,"sum":%q}`, s.N, hex.EncodeToString(s.XOR[:]))
}

// keptSum are the sum and its copy as they are kept; nil where there is none.
func keptSum(tx Reader) (one, two []byte, err error) {
	list, err := tx.KeyedOf(KeyedAliases, "", 0)
	for _, k := range list {
		if k.Key == sumKeys[0] {
			one = k.Value
		} else {
			two = k.Value
		}
	}
	return one, two, err
}

var sumKeys = []string{"copy", "sum"}

// begin reads the sum. What is damaged stays so, for verification to tell; of a
// store of former versions it is made.
func (b *book) begin() error {
	if b.open {
		return nil
	}
	one, two, err := keptSum(b.tx)
	if err != nil {
		return err
	}
	if one == nil && two == nil {
		list, err := b.tx.Aliases()
		b.open, b.sum = err == nil, sumOf(list)
		return err
	}
	if two == nil {
		two = one
	}
	var kept struct {
		N   int    `json:"n"`
		Sum string `json:"sum"`
	}
	raw, err := []byte(nil), json.Unmarshal(two, &kept)
	if err == nil {
		raw, err = hex.DecodeString(kept.Sum)
	}
	if err != nil || len(raw) != sha256.Size {
		return errors.Join(fmt.Errorf("%w: the sum of the former ids", ErrBroken), err)
	}
	b.N, b.XOR = kept.N, [sha256.Size]byte(raw)
	b.open, b.was = true, b.sum
	return nil
}

// put makes a former id lead to another, in place of where it led; "" is nowhere.
func (b *book) put(former, id string) error {
	if err := b.begin(); err != nil {
		return err
	}
	was, err := b.tx.Alias(former)
	if err != nil || was == id {
		return err
	}
	if was != "" {
		b.flip(Alias{former, was}, -1)
	}
	if id == "" {
		return b.tx.DropAlias(former)
	}
	b.flip(Alias{former, id}, 1)
	return b.tx.PutAlias(Alias{former, id})
}

// close keeps the sum.
func (b *book) close() error {
	if !b.open || b.was == b.sum {
		return nil
	}
	var err error
	for _, key := range sumKeys {
		err = errors.Join(err, b.tx.PutKeyed(Keyed{Kind: KeyedAliases, Key: key, Value: b.text()}))
	}
	return err
}

// Lead makes former ids lead to the ids that incidents have.
func Lead(tx Writer, list ...Alias) error {
	b := &book{tx: tx}
	for _, a := range list {
		if err := b.put(a.Former, a.ID); err != nil {
			return err
		}
	}
	return b.close()
}

// aliases checks that former ids lead where they were made to lead.
func (v *verifier) aliases() error {
	one, two, err := keptSum(v.tx)
	if err != nil {
		return err
	}
	list, err := v.tx.Aliases()
	if err != nil || one == nil && two == nil { // a store of a former version, in which nothing was joined since
		return err
	}
	now := sumOf(list)
	switch {
	case !bytes.Equal(one, two):
		v.fault("former ids", "sum", "was changed, or is not there")
	case !bytes.Equal(one, now.text()):
		v.fault("former ids", "all", "are not those that were kept: %s, and there are %s", one, now.text())
	}
	leads := map[string]string{}
	for _, a := range list {
		leads[a.Former] = a.ID
	}
	v.leads = leads
	return nil
}
