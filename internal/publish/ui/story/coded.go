package story

import (
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/publish/blind"
	"sayso/internal/store"
)

// hands are codings by hand of articles of the story: the words that report an
// incident, and its fields as "name=value" between semicolons.
var hands = []struct {
	by, article, words, fields string
	settles                    bool
}{
	{"bela", "karesh-1", "A bomb hidden in a fruit cart went off at the covered market of Karesh", "type=bombing;when=2026-03-10;where=Karesh;target=people;count:killed=14-", false},
	{"chidi", "karesh-1", "A bomb hidden in a fruit cart went off at the covered market of Karesh on Tuesday", "type=bombing;when=2026-03-10;where=Karesh;agent=Northern Front;target=people;count:killed=14", false},
	{"amira", "karesh-1", "A bomb hidden in a fruit cart went off at the covered market of Karesh", "type=bombing;when=2026-03-10;where=Karesh;target=people;count:killed=14-", true},
	{"bela", "karesh-2", "Tuesday's bombing of the market in Karesh", "type=bombing;when=2026-03-10;where=Karesh;agent=Falcons of the Hill;count:killed=19", false},
	{"chidi", "karesh-2", "bombing of the market in Karesh", "type=bombing;when=2026-03-10;where=Karesh;agent=Falcons of the Hill;count:killed=19", false},
	{"bela", "lisker-1", "Between seven and ten rockets were fired at the harbour of Port Lisker", "type=shelling;when=2026-03-16;where=Port Lisker;agent=Northern Front;count:injured=1", false},
	{"chidi", "lisker-1", "rockets were fired at the harbour of Port Lisker before dawn on Monday", "type=attack;when=2026-03-16;where=Port Lisker;agent=Northern Front", false},
	{"bela", "karesh-3", "Tuesday's bombing of the market in Karesh", "type=bombing;when=2026-03-10;where=Karesh;count:killed=19", false},
}

// coded adds the codings.
func coded(tx store.Writer) error {
	for _, h := range hands {
		a, err := tx.Article(h.article)
		if err != nil {
			return err
		}
		at := strings.Index(a.Reading(), h.words)
		if at < 0 {
			return fmt.Errorf("%s does not say %q", h.article, h.words)
		}
		in := blind.Incident{Span: sayso.Span{Start: at, End: at + len(h.words)}, Fields: map[string]string{"status": "occurred"}}
		for f := range strings.SplitSeq(h.fields, ";") {
			name, value, _ := strings.Cut(f, "=")
			in.Fields[name] = value
		}
		act, c := store.Act{By: h.by, At: At}, blind.Coding{Article: a.ID, Incidents: []blind.Incident{in}}
		if h.settles {
			_, err = blind.Settle(tx, act, c)
		} else {
			_, err = blind.HandIn(tx, act, c)
		}
		if err != nil {
			return fmt.Errorf("%s by %s: %w", h.article, h.by, err)
		}
	}
	return nil
}
