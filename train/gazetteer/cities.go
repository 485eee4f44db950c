package main

import (
	"strconv"
	"strings"

	"sayso/internal/gazetteer"
)

var townKinds = map[string]gazetteer.Kind{
	"PPLC": gazetteer.KindCapital, "PPLG": gazetteer.KindSeat1, "PPLA": gazetteer.KindSeat1,
	"PPLA2": gazetteer.KindSeat2, "PPLA3": gazetteer.KindSeat2, "PPLX": gazetteer.KindSection,
	"PPLQ": gazetteer.KindFormer, "PPLH": gazetteer.KindFormer, "PPLW": gazetteer.KindFormer, "PPLCH": gazetteer.KindFormer,
}

// cities reads the GeoNames towns.
func (b *builder) cities() error {
	return b.eachRow("geonames-cities500/cities500.txt.gz", 19, func(f []string) error {
		r, err := geonamesEntry(f[0], f[1])
		if err != nil {
			return err
		}
		if r.Lat, err = strconv.ParseFloat(f[4], 64); err != nil {
			return err
		}
		if r.Lon, err = strconv.ParseFloat(f[5], 64); err != nil {
			return err
		}
		r.Country, r.Admin1, r.Admin2 = f[8], f[10], f[11]
		r.Population, _ = strconv.Atoi(f[14])
		r.Kind = townKinds[f[7]]
		if r.Kind == gazetteer.KindNone {
			r.Kind = gazetteer.KindTown
		}
		r.Names = append(r.Names, gazetteer.Name{Text: f[2], Kind: gazetteer.NameMain})
		for _, a := range strings.Split(f[3], ",") {
			if usable(a) {
				r.Names = append(r.Names, gazetteer.Name{Text: a, Kind: gazetteer.NameAlternate})
			}
		}
		if r.Kind == gazetteer.KindSection {
			b.add(r) // its people are counted with the town
			return nil
		}
		for _, key := range []string{f[8], f[8] + "." + f[10], f[8] + "." + f[10] + "." + f[11]} {
			b.town(key, &r.Entry)
		}
		b.add(r)
		return nil
	})
}

func geonamesEntry(id, name string) (gazetteer.Record, error) {
	n, err := strconv.ParseUint(id, 10, 32)
	r := gazetteer.Record{Source: gazetteer.SourceGeoNames, Number: uint32(n)}
	r.ID, r.Name = "geonames:"+id, name
	r.Names = []gazetteer.Name{{Text: name, Kind: gazetteer.NameMain}}
	return r, err
}
