package actor

import (
	"strings"

	"sayso"
	"sayso/internal/document"
)

// fullest gives each name the fullest form in the text: of its entity, and of
// all names of one actor that are written the same way.
func (f *finder) fullest() {
	longest := map[string]string{}
	for i := range f.found {
		m := &f.found[i]
		if m.how != byTable && m.how != byCountry && m.how != byName {
			continue
		}
		if m.Actor.Kind == sayso.KindPerson || m.how == byName {
			f.ofEntity(m)
		}
		if key := m.key(); key != "" && len(m.Actor.Name) > len(longest[key]) {
			longest[key] = m.Actor.Name
		}
	}
	for i := range f.found {
		m := &f.found[i]
		if name := longest[m.key()]; name != "" {
			m.Actor.Name = name
		}
	}
	f.surnames()
}

// surnames gives a person who is named by one word the name that ends in it,
// where the text has one such person.
func (f *finder) surnames() {
	full := map[string]string{}
	for i := range f.found {
		m := &f.found[i]
		last := m.surname()
		if last == "" || len(last) == len(m.Actor.Name) {
			continue
		}
		name, ok := full[last]
		switch {
		case !ok || strings.HasSuffix(m.Actor.Name, " "+name):
			full[last] = m.Actor.Name
		case name != m.Actor.Name && !strings.HasSuffix(name, " "+m.Actor.Name):
			full[last] = "" // two of a family
		}
	}
	for i := range f.found {
		m := &f.found[i]
		if name := full[m.surname()]; name != "" && !strings.Contains(m.Actor.Name, " ") {
			m.Actor.Name = name
		}
	}
}

// surname is the last word of a person's name in small letters, "" of others.
func (m *mention) surname() string {
	if m.how != byName || m.Actor.Kind != sayso.KindPerson {
		return ""
	}
	return strings.ToLower(m.Actor.Name[strings.LastIndexByte(m.Actor.Name, ' ')+1:])
}

// key groups the mentions of one actor that are names alike; "" for the rest.
func (m *mention) key() string {
	switch {
	case m.Actor.ID == "":
		return ""
	case m.how == byTable:
		return m.Actor.ID
	case m.how == byCountry:
		return "country " + m.Actor.ID
	}
	return ""
}

// ofEntity gives a mention the name of its entity where that is fuller.
func (f *finder) ofEntity(m *mention) {
	if m.Entity < 0 || m.sure {
		return
	}
	e := &f.d.Entities[m.Entity]
	if e.Name.Empty() || e.Name.End > len(f.folded) || e.Kind != 0 && (e.Kind == document.NamePerson) != (m.Actor.Kind == sayso.KindPerson) {
		return
	}
	r := e.Name
	for m.Actor.Kind == sayso.KindPerson && r.Len() > 1 && f.title(r.First) {
		r.First++
	}
	if name := f.written(r); len(name) > len(m.Actor.Name) {
		m.Actor.Name = name
	}
}

// share gives the mentions of an entity what is known of its surest one.
func (f *finder) share() {
	best := f.surest()
	for i := range f.found {
		m := &f.found[i]
		if m.Entity < 0 || best[m.Entity] < 0 || int(best[m.Entity]) == i {
			continue
		}
		b := &f.found[best[m.Entity]]
		switch {
		case m.how == byName && m.Actor.ID == "" && b.Actor.ID != "" && m.Actor.Kind != sayso.KindPerson:
			m.Actor.ID, m.Actor.Kind, m.Actor.Country = b.Actor.ID, b.Actor.Kind, b.Actor.Country
			m.Actor.Why = sayso.Because(b.Actor.ID, "the same as a name in the actor table", b.Actor.Why)
		case m.how == byName && m.Actor.Country == "":
			m.Actor.Country, m.Official = b.Actor.Country, m.Official || b.Official
		case m.how == byNoun && b.how <= byName && f.definite(m) && !(f.folded[m.Head] == "group" && official[b.Actor.Kind]):
			span := m.Actor.Span
			m.Actor, m.Plural = b.Actor, b.Plural
			m.Actor.Span = span
			m.Actor.Why = sayso.Because(b.Actor.ID, "a description of somebody named in the text", b.Actor.Why)
		}
	}
}

// official are the kinds of those whom nobody calls a group.
var official = map[sayso.ActorKind]bool{sayso.KindState: true, sayso.KindStateForce: true, sayso.KindPolice: true, sayso.KindInternational: true}

// surest is, for each entity, the mention that says most of it; -1 for none.
func (f *finder) surest() []int32 {
	best := filled(len(f.d.Entities))
	for i := range f.found {
		m := &f.found[i]
		if m.Entity < 0 {
			continue
		}
		b := best[m.Entity]
		if b < 0 || m.how < f.found[b].how || m.how == f.found[b].how && len(m.Actor.Name) > len(f.found[b].Actor.Name) {
			best[m.Entity] = int32(i)
		}
	}
	return best
}

// definite reports whether a description is one of somebody known: "the group".
func (f *finder) definite(m *mention) bool {
	switch f.folded[m.First] {
	case "the", "this", "that", "these", "those":
		return m.Len() <= 3
	}
	return false
}

// pronouns lets the pronouns of an entity stand for its surest mention.
func (f *finder) pronouns() {
	best := f.surest()
	for e := range f.d.Entities {
		if best[e] < 0 {
			continue
		}
		for _, p := range f.d.Entities[e].Mentions {
			if !p.Pronoun || p.Empty() {
				continue
			}
			b := &f.found[best[e]]
			m := mention{ActorMention: b.ActorMention, how: byPronoun}
			m.Range, m.Head = p.Range, p.Head
			m.Actor.Why = sayso.Because(b.Actor.Name, "what the pronoun stands for", b.Actor.Why)
			f.add(m)
		}
	}
}
