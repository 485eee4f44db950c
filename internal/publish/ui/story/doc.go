// Package story holds made-up data that shows every page of the desk in every
// state: places, people, outlets and happenings are invented. `sayso storybook`
// opens the desk on it, and the desk's tests and pictures use it.
//
//	err := story.Fill(ctx, memory.New())
package story
