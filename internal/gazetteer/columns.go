package gazetteer

import (
	"math"
	"strconv"
)

// columns hold the entries, one slice a field, all of the same length.
type columns struct {
	id       []uint32
	lat, lon []int32 // 1e-5 degrees
	pop      []uint32
	country  []uint8  // index into countries
	admin1   []uint16 // index into admins1
	admin2   []uint16 // index into admins2
	kind     []uint8
	flags    []uint8 // low two bits the source, then approxBit
	nameEnd  []uint32
	names    string // names to print, run together

	countries, admins1, admins2 []string
}

const approxBit = 4

func (c *columns) entry(i int) Entry {
	begin := uint32(0)
	if i > 0 {
		begin = c.nameEnd[i-1]
	}
	name := c.names[begin:c.nameEnd[i]]
	return Entry{
		ID: idOf(Source(c.flags[i]&3), c.id[i], name), Name: name,
		Lat: float64(c.lat[i]) / 1e5, Lon: float64(c.lon[i]) / 1e5,
		Country: c.countries[c.country[i]], Admin1: c.admins1[c.admin1[i]], Admin2: c.admins2[c.admin2[i]],
		Kind: Kind(c.kind[i]), Population: int(c.pop[i]), Approx: c.flags[i]&approxBit != 0,
	}
}

func idOf(s Source, number uint32, name string) string {
	switch s {
	case SourceGeoNames:
		return "geonames:" + strconv.FormatUint(uint64(number), 10)
	case SourceNaturalEarth:
		return numbered("naturalearth:"+Slug(name), number)
	}
	return numbered("sayso:"+Slug(name), number)
}

func numbered(id string, n uint32) string {
	if n == 0 {
		return id
	}
	return id + "-" + strconv.FormatUint(uint64(n), 10)
}

// Slug returns a name as part of an id: folded words joined by hyphens.
func Slug(name string) string {
	var b []byte
	hyphen := false
	for _, r := range name {
		f := Fold(string(r))
		if f == "" {
			hyphen = hyphen || r == ' ' || r == '-' || r == '/'
			continue
		}
		if hyphen && len(b) > 0 {
			b = append(b, '-')
		}
		hyphen = false
		b = append(b, f...)
	}
	return string(b)
}

// degrees rounds to the 1e-5 degrees that the file keeps.
func degrees(x float64) int32 { return int32(math.Round(x * 1e5)) }
