package gazetteer

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// dispute is one line of the table of disputed territory.
type dispute struct {
	key       string // "country:EH", "admin1:UA.11", an entry's id, or "" with a box
	box       [4]float64
	claimants []string
}

// readDisputes reads lines of four columns: key, name, claimants (ISO codes
// between bars), reason. A key is country:XX, admin1:XX.NN, the id of an entry
// or box:south,west,north,east.
func readDisputes(r io.Reader) ([]dispute, error) {
	var out []dispute
	err := eachLine(r, 4, func(f []string) error {
		d := dispute{key: f[0], claimants: strings.Split(f[2], "|")}
		if box, ok := strings.CutPrefix(f[0], "box:"); ok {
			d.key = ""
			corners := strings.Split(box, ",")
			if len(corners) != 4 {
				return fmt.Errorf("%s: a box has four corners", f[1])
			}
			for i, c := range corners {
				var err error
				if d.box[i], err = strconv.ParseFloat(c, 64); err != nil {
					return fmt.Errorf("%s: %q is no number", f[1], c)
				}
			}
		}
		out = append(out, d)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("gazetteer: disputed: %w", err)
	}
	return out, nil
}

// WithDisputes returns a gazetteer that uses another table of disputed
// territory (columns key, name, claimants between bars, reason).
func (g *Gazetteer) WithDisputes(r io.Reader) (*Gazetteer, error) {
	d, err := readDisputes(r)
	if err != nil {
		return nil, err
	}
	next := *g
	next.disputed = d
	return &next, nil
}

// Claimants returns the ISO codes of those who claim the place of an entry, or
// nil where nobody disputes it.
func (g *Gazetteer) Claimants(e Entry) []string {
	for i := range g.disputed {
		if g.disputed[i].holds(e) {
			return g.disputed[i].claimants
		}
	}
	return nil
}

func (d *dispute) holds(e Entry) bool {
	if d.key == "" {
		small := e.Kind.Populated() || e.Kind == KindSite || e.Kind == KindAdmin2
		return small && e.Lat >= d.box[0] && e.Lon >= d.box[1] && e.Lat <= d.box[2] && e.Lon <= d.box[3]
	}
	unit, code, ok := strings.Cut(d.key, ":")
	switch {
	case !ok || code == "":
		return false
	case unit == "country":
		return e.Country == code
	case unit == "admin1":
		return e.Admin1 != "" && len(code) == len(e.Country)+1+len(e.Admin1) &&
			code[:len(e.Country)] == e.Country && code[len(e.Country)+1:] == e.Admin1
	}
	return e.ID == d.key
}
