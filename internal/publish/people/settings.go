package people

import (
	"context"
	"encoding/json"
	"errors"

	"sayso/internal/store"
)

// Settings are what an admin chooses for the desk.
type Settings struct {
	Title  string `json:"title" maxLength:"100" doc:"name of the desk, shown on its pages"`
	Notice string `json:"notice" maxLength:"2000" doc:"a line shown on every page"`
	Guests bool   `json:"guests" doc:"who is not signed in may read; private persons are masked"`
}

// settingsKey is where they are kept.
const settingsKey = "desk"

// Settings are the settings in force.
func (d *Desk) Settings(ctx context.Context) (s Settings, err error) {
	err = d.o.Store.View(ctx, func(tx store.Reader) error {
		k, err := tx.Keyed(store.KeyedSetting, settingsKey)
		if errors.Is(err, store.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return json.Unmarshal(k.Value, &s)
	})
	s.Guests = s.Guests || d.o.Guests
	return s, err
}

// SetSettings changes them.
func (d *Desk) SetSettings(ctx context.Context, by string, s Settings) error {
	return d.o.Store.Update(ctx, func(tx store.Writer) error { return put(tx, d.act(by), store.KeyedSetting, settingsKey, s) })
}
