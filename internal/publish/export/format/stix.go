package format

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"io"

	"sayso"
)

// Ids of STIX extensions: the incident extension of the STIX working group and
// one of our own, whose definition comes along.
const (
	incidentCore = "extension-definition--ef765651-680c-498d-9894-99799f2fa126"
)

func stix() Format {
	return Format{
		Name: "stix", Title: "STIX 2.1 bundle",
		Doc: "An `incident` for each incident with the incident extension of the OASIS committee and an extension of our own that holds what happened; sources and outlets as `identity`, places as `location`, " +
			"`relationship` objects between them. `confidence` is the Admiralty credibility of the incident on STIX's scale (1 is 90, 2 is 70, 3 is 50, 4 is 30, 5 is 10; left out for 6 and where there is none). " +
			"`created` and `modified` are the first day of publication: nothing depends on the clock. Incidents are no attacks on a computer; consumers should filter on the label `sayso`.",
		Fields: []Column{{"incident", "name, description, confidence, labels, external_references to the articles, the two extensions"}, {"incident.extensions." + incidentCore, "determination and investigation status"},
			{"incident.extensions (ours)", "type, status, earliest, latest, deaths, counts, weapons, agents, targets, origins"}, {"identity", "a source (individual or organisation unknown: class `unspecified`) or outlet (`organization`), once a file"},
			{"location", "place with coordinates and country"}, {"relationship", "source `reports` incident, incident `located-at` location; custom types where STIX has none"}},
		Cannot: []string{"chains: each voucher is a source of its own", "stances and quoted words of single claims", "values claimed and not chosen", "places without coordinates and country: they stand in the description alone", "launch places", "days are times in STIX: midnight UTC stands for the day"},
		open: func(w io.Writer, o Options) (Writer, error) {
			s := &stixer{o: o, seen: map[string]bool{}}
			return openNested(w, `{"type":"bundle","id":"bundle--`+uuid("bundle", "sayso export")+`","objects":[`, "\n]}\n", s.objects)
		},
	}
}

// stixer makes the objects of incidents; identities are made once.
type stixer struct {
	o    Options
	seen map[string]bool
}

type dict = map[string]any

// uuid is a version 5 UUID of parts.
func uuid(parts ...string) string {
	space, _ := hex.DecodeString("1f2d8a529c7d5e0b8c0d2f6f5d3e7a10")
	h := sha1.New()
	h.Write(space)
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	b := h.Sum(nil)[:16]
	b[6], b[8] = b[6]&0x0f|0x50, b[8]&0x3f|0x80
	s := hex.EncodeToString(b)
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

const epoch = "1970-01-01T00:00:00.000Z"

func stamp(d sayso.Day) string {
	if !d.Known() {
		return epoch
	}
	if y, _, _ := d.Date(); y < 1970 {
		return epoch
	}
	return d.String() + "T00:00:00.000Z"
}

func (s *stixer) objects(it Item) ([]json.RawMessage, error) {
	at := stamp(published(it))
	var all []dict
	if len(s.seen) == 0 {
		all = append(all, s.preamble()...)
	}
	incident := s.incident(it, at)
	all = append(all, incident)
	outs := map[string]bool{}
	for _, o := range outlets(it) {
		outs[o] = true
	}
	for _, name := range sources(it) {
		class := "unspecified"
		if outs[name] {
			class = "organization"
		}
		id := "identity--" + uuid("identity", name)
		if !s.seen[id] {
			s.seen[id] = true
			all = append(all, object("identity", id, epoch, dict{"name": name, "identity_class": class}))
		}
		all = append(all, relation(id, "reports", incident["id"].(string), at))
	}
	if p := it.In.Where; p != nil && (p.Lat != nil && p.Lon != nil || p.Country != "") {
		all = append(all, locationOf(p, it.In.ID), relation(incident["id"].(string), "located-at", "location--"+uuid("location", it.In.ID), at))
	}
	out := make([]json.RawMessage, len(all))
	for i, o := range all {
		b, err := encode(o)
		if err != nil {
			return nil, err
		}
		out[i] = b
	}
	return out, nil
}

func object(typ, id, at string, more dict) dict {
	o := dict{"type": typ, "spec_version": "2.1", "id": id, "created": at, "modified": at}
	for k, v := range more {
		o[k] = v
	}
	return o
}

func relation(from, kind, to, at string) dict {
	return object("relationship", "relationship--"+uuid(from, kind, to), at, dict{"relationship_type": kind, "source_ref": from, "target_ref": to})
}

func ownExtension() string { return "extension-definition--" + uuid("extension", "sayso incident") }

// preamble is the program's identity and the definition of our extension.
func (s *stixer) preamble() []dict {
	me := "identity--" + uuid("identity", "sayso program")
	s.seen[me] = true
	return []dict{object("identity", me, epoch, dict{"name": "sayso " + s.o.Version, "identity_class": "system"}),
		object("extension-definition", ownExtension(), epoch, dict{"created_by_ref": me, "name": "sayso incident", "schema": "https://sayso.example/schema/sayso/1", "version": "1.0.0",
			"extension_types": []string{"property-extension"}, "description": "What happened, when, to whom and how many, in the terms of sayso's coding guide."})}
}

func (s *stixer) incident(it Item, at string) dict {
	in := it.In
	from, to := days(in)
	low, best, high := deaths(in)
	counts := []dict{}
	for _, c := range in.Counts {
		counts = append(counts, withWords(numbers("min", c.Min, "max", c.Max), c))
	}
	mine := dict{"extension_type": "property-extension", "incident_type": in.Type, "status": in.Status, "origins": len(in.Origins)}
	// STIX has no empty lists and no nulls: what is not known is left out.
	some(mine, "counts", counts)
	some(mine, "weapons", in.Weapons)
	some(mine, "agents", actorNames(in, sayso.RoleAgent, sayso.RoleParty))
	some(mine, "targets", actorNames(in, sayso.RoleTarget))
	if d := numbers("low", low, "best", best, "high", high); len(d) > 0 {
		mine["deaths"] = d
	}
	if from.Known() {
		mine["earliest"], mine["latest"] = from, to
	}
	o := object("incident", "incident--"+uuid("incident", in.ID), at, dict{"name": line(in.Summary), "description": note(it), "labels": []string{"sayso"},
		"created_by_ref": "identity--" + uuid("identity", "sayso program"),
		"extensions":     dict{incidentCore: dict{"extension_type": "property-extension", "determination": determination(in), "investigation_status": "new"}, ownExtension(): mine}})
	refs := []dict{{"source_name": "sayso", "external_id": in.ID}}
	for _, a := range it.Articles {
		r := dict{"source_name": orElse(a.Outlet, "article"), "external_id": a.ID}
		if a.URL != "" {
			r["url"] = a.URL
		}
		if a.Title != "" {
			r["description"] = line(a.Title)
		}
		refs = append(refs, r)
	}
	o["external_references"] = refs
	if c := confidence(in); c > 0 {
		o["confidence"] = c
	}
	return o
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func actorNames(in *sayso.Incident, roles ...sayso.Role) []string {
	out := []string{}
	for _, a := range actors(in, roles...) {
		out = append(out, line(a.Name))
	}
	return out
}

func determination(in *sayso.Incident) string {
	switch in.Status {
	case sayso.StatusAttempted:
		return "failed-attempt"
	case sayso.StatusThreatened:
		return "suspected"
	case sayso.StatusDenied:
		return "low-value"
	}
	for i := range in.Claims {
		if c := &in.Claims[i]; c.About == sayso.AboutIncident && c.Stance == sayso.StanceAsserted {
			return "confirmed"
		}
	}
	return "suspected"
}

// confidence is the Admiralty credibility on STIX's scale, by the table of its
// appendix; 0 where it says nothing.
func confidence(in *sayso.Incident) int {
	for _, f := range in.Fields {
		if f.Name == "type" && len(f.Rating) == 2 {
			return map[byte]int{'1': 90, '2': 70, '3': 50, '4': 30, '5': 10}[f.Rating[1]]
		}
	}
	return 0
}

func locationOf(p *sayso.Place, incident string) dict {
	more := dict{"name": p.Name}
	if p.Lat != nil && p.Lon != nil {
		more["latitude"], more["longitude"] = *p.Lat, *p.Lon
	}
	if p.Country != "" {
		more["country"] = string(p.Country)
	}
	return object("location", "location--"+uuid("location", incident), epoch, more)
}

func some[T any](d dict, name string, list []T) {
	if len(list) > 0 {
		d[name] = list
	}
}

// numbers are those of name and number by turns that are known.
func numbers(pairs ...any) dict {
	d := dict{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if v := pairs[i+1].(*int); v != nil {
			d[pairs[i].(string)] = *v
		}
	}
	return d
}

func withWords(d dict, c sayso.Count) dict {
	d["what"] = c.What
	if c.Words != "" {
		d["words"] = c.Words
	}
	return d
}
