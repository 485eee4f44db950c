package document

import "context"

// Stage is a step from layers to layers. It is a value and does no input or
// output. Version changes whenever output may change for the same input; it is
// part of a cursor's key.
type Stage struct {
	Name, Version      string
	Requires, Provides []Layer // checked when the pipeline is built
	Run                func(context.Context, *Document) error
}
