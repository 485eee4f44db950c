// Package dps takes the place of github.com/markusmobius/go-dateparser in this
// program. go-htmldate imports that module for its extensive search, which
// sayso never asks for, and importing it costs every start of the program
// 137 ms and 95 MB (docs/decisions/0080-start-without-dateparser.md). What
// go-htmldate names is here; [Parser.Parse] answers that it finds no date, as
// the original does for a text without one.
package dps

import (
	"errors"
	"time"
)

// ParserType names a way of parsing.
type ParserType uint8

// The ways that go-htmldate names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which date an incomplete one stands for.
type PreferredDateSource uint8

// Past is the source that go-htmldate names.
const Past PreferredDateSource = 1

// Configuration is what go-htmldate sets.
type Configuration struct {
	CurrentTime         time.Time
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser parses nothing.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date found.
type Date struct {
	Time time.Time
}

// ErrNotFound is the answer to every text.
var ErrNotFound = errors.New("the extensive date search is not part of this program")

// Parse answers that there is no date in s.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, ErrNotFound
}
