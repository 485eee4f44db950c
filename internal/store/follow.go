package store

import "slices"

// Follow keeps a feed that is to be followed from now on and notes it in the
// audit. One that is followed already stays as it is; either way the feed is
// returned as it is kept.
func Follow(tx Writer, act Act, f Feed) (Feed, error) {
	list, err := tx.Feeds()
	if err != nil {
		return f, err
	}
	if i := slices.IndexFunc(list, func(o Feed) bool { return o.Address == f.Address }); i >= 0 {
		return list[i], nil
	}
	if err := tx.PutFeed(f); err != nil {
		return f, err
	}
	return f, note(tx, act, "follow", f.Address, "")
}

// Forget removes a feed and notes it in the audit; ErrNotFound.
func Forget(tx Writer, act Act, address string) error {
	list, err := tx.Feeds()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(list, func(o Feed) bool { return o.Address == address }) {
		return ErrNotFound
	}
	if err := tx.DropFeed(address); err != nil {
		return err
	}
	return note(tx, act, "forget", address, "")
}
