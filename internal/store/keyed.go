package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sayso"
)

// Keyed is a small record under a key, of a kind that the store knows nothing
// of: an account, a token, a setting.
type Keyed struct {
	Kind, Key string
	Value     []byte // JSON
}

// Kinds of keyed records.
const (
	KeyedAccount = "account"
	KeyedToken   = "token"
	KeyedSetting = "setting"
	KeyedCoding  = "coding"     // of an article by one person; see [CodingKey]
	KeyedSession = "session"    // comes and goes, and is no part of the audit
	KeyedFormer  = "former"     // what an article told that is to be coded anew; likewise
	KeyedRaws    = "raws named" // bytes that an article came in, which an imported archive named and did not hold
	KeyedAliases = "aliases"    // the sum of all aliases; see [Lead]
)

// audited kinds are changed by [Keep] and [Discard] alone.
var audited = []string{KeyedAccount, KeyedToken, KeyedSetting, KeyedCoding}

// CodingKey is the key of a person's coding of an article. All those of one
// article begin alike, with the key for the person "".
func CodingKey(article, person string) string { return sayso.ContentID("", article) + "/" + person }

// name is the record as the audit names it.
func (k *Keyed) name() string { return k.Kind + " " + k.Key }

// Keep keeps a keyed record, in place of one with the same key, and notes it in
// the audit.
func Keep(tx Writer, act Act, k Keyed) error {
	if err := tx.PutKeyed(k); err != nil {
		return err
	}
	return note(tx, act, "keep", k.name(), sayso.DigestOf(k.Value))
}

// Discard removes a keyed record and notes it in the audit; ErrNotFound.
func Discard(tx Writer, act Act, kind, key string) error {
	was, err := tx.Keyed(kind, key)
	if err != nil {
		return err
	}
	if err := tx.DropKeyed(kind, key); err != nil {
		return err
	}
	return note(tx, act, "discard", was.name(), sayso.DigestOf(was.Value))
}

// Note appends to the audit what leaves no other trace in the store: somebody
// signed in, a page was handed on. Actions of the store's own are refused.
func Note(tx Writer, act Act, action, target, digest string) error {
	if slices.Contains([]string{"add", "extract", "redact", "decide", "take-down", "keep", "discard", "follow", "forget", "reason"}, action) {
		return fmt.Errorf("the action %q is noted where it is done", action)
	}
	return note(tx, act, action, target, digest)
}

// CodingsOf lists the codings of an article, by person.
func CodingsOf(tx Reader, article string) (out []Keyed, err error) {
	prefix := CodingKey(article, "")
	list, err := tx.KeyedOf(KeyedCoding, prefix, 0)
	for _, k := range list {
		if !strings.HasPrefix(k.Key, prefix) {
			break
		}
		out = append(out, k)
	}
	return out, err
}

// dropCodings removes the codings of an article: they name what its words say.
func dropCodings(tx Writer, act Act, article string) error {
	list, err := CodingsOf(tx, article)
	for _, k := range list {
		err = errors.Join(err, Discard(tx, act, k.Kind, k.Key))
	}
	return err
}

// keyed checks that the audited records are those that the audit knows.
func (v *verifier) keyed() error {
	for _, kind := range audited {
		list, err := v.tx.KeyedOf(kind, "", 0)
		if err != nil {
			return err
		}
		for i := range list {
			k := &list[i]
			switch digest, known := v.kept[k.name()]; {
			case !known:
				v.fault(kind, k.Key, "the audit does not know it")
			case digest != sayso.DigestOf(k.Value):
				v.fault(kind, k.Key, "was changed")
			}
			delete(v.kept, k.name())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(v.kept)) {
		v.fault("record", name, "was kept and is not there")
	}
	return nil
}
