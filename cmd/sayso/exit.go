package main

import (
	"errors"
	"fmt"
)

// What the program exits with; docs/formats/exit-codes.md is written from
// [exitCodes].
const (
	exitOK          = 0
	exitFailure     = 1
	exitUsage       = 2
	exitSome        = 3
	exitNone        = 4
	exitData        = 5
	exitStore       = 6
	exitFound       = 7
	exitInterrupted = 130
)

// exitCodes is the table of exit codes.
var exitCodes = []struct {
	Code    int
	Meaning string
}{
	{exitOK, "everything that was named was done; a desk (serve, storybook, demo --serve) was told to end and answered what it had been asked"},
	{exitFailure, "the program failed: the output could not be written, or a fault of its own"},
	{exitUsage, "the command line is wrong: an unknown command or flag, a missing argument, a value that cannot be read"},
	{exitSome, "some of the input could not be taken or coded (a line each on standard error); the rest was"},
	{exitNone, "none of the input could be taken or coded"},
	{exitData, "a corpus, lexicon or other data that was named is missing or broken"},
	{exitStore, "the store cannot be opened, read or written: missing, busy, full, read-only, damaged, of a newer version"},
	{exitFound, "verification found something in the store that does not hold (a line each on standard output)"},
	{exitInterrupted, "interrupted"},
}

// errEnded is what a command returns that goes on until it is told to end, and
// then ends in order: a desk that was closed, unlike work that was interrupted.
var errEnded = errors.New("ended")

// exitError is an error with the code to exit with. Without err the reason
// was printed before.
type exitError struct {
	code int
	err  error
}

// Error is the reason.
func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

// Unwrap returns the reason.
func (e *exitError) Unwrap() error { return e.err }

func fail(code int, err error) error {
	if err == nil {
		return nil
	}
	return &exitError{code, err}
}
