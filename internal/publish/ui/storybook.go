package ui

import "net/http"

// chapter is a page with its states.
type chapter struct {
	Name   string
	States []state
}

type state struct{ Name, Path string }

// Chapters are every page and state of the storybook, as addresses.
var chapters = []chapter{
	{"Incidents", []state{{"all", "/"}, {"filtered", "/?type=bombing&stance=alleged"}, {"sources disagree", "/?dissent=any"}, {"nothing matches", "/?q=nowhere"}, {"a filter that cannot be read", "/?from=yesterday"}, {"first run", "/storybook/first"}}},
	{"Incident", []state{{"three articles that disagree", "/incidents/karesh"}, {"a disputed place, an open range", "/incidents/lisker"}, {"one short report", "/incidents/told-004"}, {"not there", "/incidents/nothing"}}},
	{"Article", []state{{"evidence and nested attribution", "/articles/karesh-1"}, {"a chain of two", "/articles/karesh-2"}, {"all articles", "/articles"}}},
	{"Review", []state{{"the queue", "/review"}, {"one incident", "/review?at=karesh"}, {"blind coding", "/coding"}, {"code an article", "/coding/benar-1"}, {"agreement", "/agreement"}}},
	{"Add", []state{{"the form", "/add"}}},
	{"Actors and places", []state{{"actors", "/actors"}, {"an actor", "/actors/northern-front"}, {"places", "/places"}, {"a place", "/places/story:Karesh"}}},
	{"The rest", []state{{"sources", "/sources"}, {"export", "/export"}, {"audit", "/audit"}, {"audit, proved", "/audit?prove"}, {"settings", "/settings"}, {"sign in", "/login"}}},
}

// Shown lists the addresses of every page and state of the storybook.
func Shown() map[string]string {
	out := map[string]string{"storybook": "/storybook"}
	for _, c := range chapters {
		for _, s := range c.States {
			out[c.Name+", "+s.Name] = s.Path
		}
	}
	return out
}

func (d *Desk) storybook(w http.ResponseWriter, r *http.Request) error {
	d.show(w, r, "storybook", "Storybook", chapters)
	return nil
}

func (d *Desk) storyFirst(w http.ResponseWriter, r *http.Request) error {
	d.show(w, r, "first", "Start", true)
	return nil
}
