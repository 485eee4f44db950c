package format

import (
	"encoding/json"
	"io"
	"strconv"

	"sayso"
)

func prov() Format {
	return Format{
		Name: "prov", Title: "W3C PROV-JSON",
		Doc: "Where each incident comes from, a PROV bundle an incident: the incident was derived from its claims, each claim was quoted from its article and attributed to the vouchers of its chain, the outermost acting for the next; articles were attributed to outlets; the coding was an activity of sayso, the software agent.",
		Fields: []Column{{"entity", "the incident (`sayso:incident-…`), its claims (about, value, stance, quote) and its articles"}, {"agent", "outlets, sources, the program"}, {"activity", "the coding"},
			{"wasDerivedFrom", "incident from claim, claim from article (prov:Quotation)"}, {"wasAttributedTo", "claim to its innermost voucher, article to its outlet"}, {"actedOnBehalfOf", "a cited outlet passes on what its source said"}, {"wasGeneratedBy, wasAssociatedWith", "the incident by the coding, the coding with the program"}},
		Cannot: []string{"which value was chosen against which: only claims and their stances", "coordinates, counts and actors as values of their own: they are in the claims' words and the summary", "times of the coding: nothing depends on the clock"},
		open: func(w io.Writer, o Options) (Writer, error) {
			open := `{"prefix":{"sayso":"https://sayso.example/id/","prov":"http://www.w3.org/ns/prov#","xsd":"http://www.w3.org/2001/XMLSchema#"},"bundle":{`
			return openNested(w, open, "\n}}\n", func(it Item) ([]json.RawMessage, error) {
				b, err := encode(provOf(it, o.Version))
				if err != nil {
					return nil, err
				}
				return []json.RawMessage{append([]byte(`"sayso:account-`+it.In.ID+`":`), b...)}, nil
			})
		},
	}
}

// provDoc is a PROV bundle; every kind of statement is a map by id.
type provDoc map[string]map[string]dict

func (p provDoc) add(kind, id string, attributes ...string) string {
	if p[kind] == nil {
		p[kind] = map[string]dict{}
	}
	d := dict{}
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			d[attributes[i]] = attributes[i+1]
		}
	}
	p[kind][id] = d
	return id
}

// state adds a statement between things, under a number.
func (p provDoc) state(kind string, attributes ...string) {
	p.add(kind, "_:"+kind+strconv.Itoa(len(p[kind])+1), attributes...)
}

func qualified(name string) dict { return dict{"$": name, "type": "prov:QUALIFIED_NAME"} }

func provOf(it Item, version string) provDoc {
	p := provDoc{}
	in := it.In
	from, to := days(in)
	me := p.add("agent", "sayso:program", "prov:label", "sayso "+version)
	p["agent"][me]["prov:type"] = qualified("prov:SoftwareAgent")
	coding := p.add("activity", "sayso:coding-"+in.ID, "prov:label", "coded by sayso")
	subject := p.add("entity", "sayso:incident-"+in.ID, "prov:label", line(in.Summary), "sayso:type", in.Type, "sayso:status", string(in.Status), "sayso:earliest", from.String(), "sayso:latest", to.String())
	p.state("wasGeneratedBy", "prov:entity", subject, "prov:activity", coding)
	p.state("wasAssociatedWith", "prov:activity", coding, "prov:agent", me)
	for _, a := range it.Articles {
		art := p.add("entity", "sayso:article-"+a.ID, "prov:label", line(a.Title), "sayso:url", a.URL, "sayso:published", a.Published.String(), "sayso:sha256", a.Digest)
		p.state("used", "prov:activity", coding, "prov:entity", art)
		if a.Outlet != "" {
			p.state("wasAttributedTo", "prov:entity", art, "prov:agent", p.voucher(a.Outlet))
		}
	}
	for i := range in.Claims {
		p.claim(&in.Claims[i], subject, in.ID)
	}
	return p
}

func (p provDoc) voucher(name string) string {
	return p.add("agent", "sayso:voucher-"+sayso.ContentID("", sayso.FoldName(name)), "prov:label", line(name))
}

func (p provDoc) claim(c *sayso.Claim, subject, incident string) {
	id := p.add("entity", "sayso:claim-"+incident+"-"+strconv.Itoa(c.N), "prov:label", c.About, "prov:value", c.Value, "sayso:stance", string(c.Stance), "sayso:quote", line(c.Quote))
	p.state("wasDerivedFrom", "prov:generatedEntity", subject, "prov:usedEntity", id)
	if art := "sayso:article-" + c.Article; p["entity"][art] != nil {
		p.state("wasDerivedFrom", "prov:generatedEntity", id, "prov:usedEntity", art)
		p["wasDerivedFrom"]["_:wasDerivedFrom"+strconv.Itoa(len(p["wasDerivedFrom"]))]["prov:type"] = qualified("prov:Quotation")
	}
	before := ""
	for _, v := range c.Chain {
		who := p.voucher(v.Name)
		if before != "" && before != who {
			p.state("actedOnBehalfOf", "prov:delegate", before, "prov:responsible", who)
		}
		before = who
	}
	if before != "" {
		p.state("wasAttributedTo", "prov:entity", id, "prov:agent", before)
	}
}
