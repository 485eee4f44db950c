package dps

import (
	"errors"
	"testing"
)

func TestParseFindsNothing(t *testing.T) {
	p := Parser{ParserTypes: []ParserType{CustomFormat, AbsoluteTime}}
	d, err := p.Parse(&Configuration{PreferredDateSource: Past}, "3 March 2019")
	if !errors.Is(err, ErrNotFound) || !d.Time.IsZero() {
		t.Errorf("%v, %v", d, err)
	}
}
