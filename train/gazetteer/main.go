// Command gazetteer builds data/gazetteer/places.bin.zst from the GeoNames
// towns and units, the Natural Earth countries, regions and seas, and our own
// additions.
//
//	go run ./train/gazetteer --data ../shared/data
//
// Units of the first level take the Natural Earth label point of their name,
// where there is one near their towns, else the mean of their towns; units of
// the second level take the mean of their towns, else the point of the unit
// around them. Alternate names are kept in Latin script; airport codes go.
package main

import (
	"cmp"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"sayso/internal/gazetteer"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "data/gazetteer", "folder of the additions and of what is written")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	b := newBuilder(data)
	steps := []func() error{b.cities, b.countries, b.admin1, b.admin2, b.regions, b.marine, b.lakes,
		func() error { return b.demonyms(filepath.Join(out, "demonyms.tsv")) },
		func() error { return b.additions(filepath.Join(out, "additions.tsv")) }}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	records := b.sorted()
	packed, err := gazetteer.Encode(records)
	if err != nil {
		return err
	}
	fmt.Printf("%d places, %d names, %d bytes, sha256 %x\n", len(records), nameCount(records), len(packed), sha256.Sum256(packed))
	return os.WriteFile(filepath.Join(out, "places.bin.zst"), packed, 0o644)
}

func nameCount(records []gazetteer.Record) int {
	n := 0
	for i := range records {
		n += len(records[i].Names)
	}
	return n
}

// sorted puts the records in an order that packs well and depends on nothing
// but their content.
func (b *builder) sorted() []gazetteer.Record {
	for i := range b.records {
		b.records[i].Names = variants(b.records[i].Names)
	}
	slices.SortFunc(b.records, func(x, y gazetteer.Record) int {
		return cmp.Or(cmp.Compare(x.Country, y.Country), cmp.Compare(x.Admin1, y.Admin1), cmp.Compare(x.Admin2, y.Admin2),
			cmp.Compare(x.Source, y.Source), cmp.Compare(x.Number, y.Number), cmp.Compare(x.Name, y.Name))
	})
	return b.records
}
