package format

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"sayso"
)

// parquetRow is a row of the Parquet file; claims stay nested.
type parquetRow struct {
	ID         string           `parquet:"id"`
	Type       string           `parquet:"type,dict"`
	Status     string           `parquet:"status,dict"`
	Salience   string           `parquet:"salience,dict"`
	Summary    string           `parquet:"summary"`
	Mention    string           `parquet:"mention"`
	Earliest   *int32           `parquet:"earliest,optional,date"`
	Latest     *int32           `parquet:"latest,optional,date"`
	WhenWords  string           `parquet:"when_words"`
	Place      *parquetPlace    `parquet:"place,optional"`
	From       *parquetPlace    `parquet:"from,optional"`
	Actors     []parquetActor   `parquet:"actors,list"`
	Counts     []parquetCount   `parquet:"counts,list"`
	Weapons    []string         `parquet:"weapons,list"`
	DeathsLow  *int64           `parquet:"deaths_low,optional"`
	DeathsBest *int64           `parquet:"deaths_best,optional"`
	DeathsHigh *int64           `parquet:"deaths_high,optional"`
	Claims     []parquetClaim   `parquet:"claims,list"`
	Fields     []parquetField   `parquet:"fields,list"`
	Origins    []parquetOrigin  `parquet:"origins,list"`
	Articles   []parquetArticle `parquet:"articles,list"`
}

type parquetPlace struct {
	Name       string   `parquet:"name"`
	Country    string   `parquet:"country,dict"`
	Level      string   `parquet:"level,dict"`
	ID         string   `parquet:"id"`
	Lat        *float64 `parquet:"lat,optional"`
	Lon        *float64 `parquet:"lon,optional"`
	Admin1     string   `parquet:"admin1"`
	Admin2     string   `parquet:"admin2"`
	Confidence float64  `parquet:"confidence"`
	Chosen     string   `parquet:"chosen"`
}

type parquetActor struct {
	Role    string `parquet:"role,dict"`
	Name    string `parquet:"name"`
	ID      string `parquet:"id"`
	Kind    string `parquet:"kind,dict"`
	Country string `parquet:"country,dict"`
}

type parquetCount struct {
	What  string `parquet:"what,dict"`
	Min   *int64 `parquet:"min,optional"`
	Max   *int64 `parquet:"max,optional"`
	Words string `parquet:"words"`
	Of    string `parquet:"of"`
	Claim int64  `parquet:"claim"`
}

type parquetClaim struct {
	N         int64            `parquet:"n"`
	Article   string           `parquet:"article,dict"`
	About     string           `parquet:"about,dict"`
	Value     string           `parquet:"value"`
	Stance    string           `parquet:"stance,dict"`
	Chain     []parquetVoucher `parquet:"chain,list"`
	Quote     string           `parquet:"quote"`
	Certainty float64          `parquet:"certainty"`
}

type parquetVoucher struct {
	Kind  string `parquet:"kind,dict"`
	Name  string `parquet:"name"`
	Named bool   `parquet:"named"`
	ID    string `parquet:"actor_id"`
}

type parquetField struct {
	Name    string  `parquet:"name,dict"`
	Value   string  `parquet:"value"`
	Rule    string  `parquet:"rule,dict"`
	For     []int64 `parquet:"for,list"`
	Against []int64 `parquet:"against,list"`
	Rating  string  `parquet:"rating,dict"`
}

type parquetOrigin struct {
	Name        string  `parquet:"name"`
	Kind        string  `parquet:"kind,dict"`
	Claims      []int64 `parquet:"claims,list"`
	Reliability string  `parquet:"reliability"`
}

type parquetArticle struct {
	ID        string `parquet:"id"`
	Title     string `parquet:"title"`
	URL       string `parquet:"url"`
	Outlet    string `parquet:"outlet,dict"`
	Published *int32 `parquet:"published,optional,date"`
	Digest    string `parquet:"digest"`
}

func parquetFormat() Format {
	return Format{
		Name: "parquet", Title: "Parquet with nested claims",
		Doc: "A row an incident, for DuckDB, pandas, Spark and Arrow; zstd, row groups of a thousand incidents. Days are DATE, coordinates DOUBLE. Example: " +
			"`SELECT id, c.quote FROM 'incidents.parquet', UNNEST(claims) AS t(c) WHERE c.stance = 'denied'`.",
		Fields: []Column{{"id, type, status, salience, summary, mention", "as in the incident"}, {"earliest, latest, when_words", "first and last day (DATE, null where open), the words"},
			{"place, from", "name, country, level, gazetteer id, lat, lon, admin codes, confidence, how it was chosen; null where unknown"}, {"actors", "role, name, canonical id, kind, country"},
			{"counts", "what, least, most (null where open), words, of what, number of the claim"}, {"weapons", "as written"}, {"deaths_low, deaths_best, deaths_high", "people killed; null where open"},
			{"claims", "n, article, about, value, stance, chain (kind, name, named, actor_id), quote, certainty"}, {"fields", "how each field got its value: rule, claims for and against, rating"},
			{"origins", "independent origins with their claims"}, {"articles", "id, title, url, outlet, published, digest"}},
		Cannot: []string{"spans of evidence (they are in jsonl and the bundle)", "which claims the numbers of deaths rest on", "explanations", "precision and clock of the date", "who disputes a place"},
		open: func(w io.Writer, _ Options) (Writer, error) {
			return &parquetWriter{w: parquet.NewGenericWriter[parquetRow](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("sayso", "1", ""))}, nil
		},
	}
}

type parquetWriter struct {
	w *parquet.GenericWriter[parquetRow]
	n int
}

// groupRows is how many incidents are held before they are written.
const groupRows = 1000

// Write implements [Writer].
func (p *parquetWriter) Write(it Item) error {
	if _, err := p.w.Write([]parquetRow{rowOf(it)}); err != nil {
		return err
	}
	if p.n++; p.n%groupRows == 0 {
		return p.w.Flush()
	}
	return nil
}

// Close implements [Writer].
func (p *parquetWriter) Close() error { return p.w.Close() }

func rowOf(it Item) parquetRow {
	in := it.In
	r := parquetRow{ID: in.ID, Type: in.Type, Status: string(in.Status), Salience: string(in.Salience), Summary: in.Summary, Mention: in.Mention,
		Place: parquetPlaceOf(in.Where), From: parquetPlaceOf(in.From), Weapons: in.Weapons}
	if in.When != nil {
		r.Earliest, r.Latest, r.WhenWords = date(in.When.Earliest), date(in.When.Latest), in.When.Words
	}
	low, best, high := deaths(in)
	r.DeathsLow, r.DeathsBest, r.DeathsHigh = wide(low), wide(best), wide(high)
	for _, a := range in.Actors {
		r.Actors = append(r.Actors, parquetActor{string(a.Role), a.Name, a.ID, string(a.Kind), string(a.Country)})
	}
	for _, c := range in.Counts {
		r.Counts = append(r.Counts, parquetCount{c.What, wide(c.Min), wide(c.Max), c.Words, c.Of, int64(c.Claim)})
	}
	for i := range in.Claims {
		r.Claims = append(r.Claims, parquetClaimOf(&in.Claims[i]))
	}
	for _, f := range in.Fields {
		r.Fields = append(r.Fields, parquetField{f.Name, f.Value, f.Rule, widen(f.For), widen(f.Against), f.Rating})
	}
	for _, o := range in.Origins {
		r.Origins = append(r.Origins, parquetOrigin{o.Name, o.Kind, widen(o.Claims), o.Reliability})
	}
	for _, a := range it.Articles {
		r.Articles = append(r.Articles, parquetArticle{a.ID, a.Title, a.URL, a.Outlet, date(a.Published), a.Digest})
	}
	return r
}

func parquetClaimOf(c *sayso.Claim) parquetClaim {
	out := parquetClaim{N: int64(c.N), Article: c.Article, About: c.About, Value: c.Value, Stance: string(c.Stance), Quote: c.Quote, Certainty: c.Certain}
	for _, v := range c.Chain {
		out.Chain = append(out.Chain, parquetVoucher{string(v.Kind), v.Name, v.Named, v.ActorID})
	}
	return out
}

func parquetPlaceOf(p *sayso.Place) *parquetPlace {
	if p == nil {
		return nil
	}
	return &parquetPlace{p.Name, string(p.Country), string(p.Level), p.ID, p.Lat, p.Lon, p.Admin1, p.Admin2, p.Confidence, p.Chosen}
}

func date(d sayso.Day) *int32 {
	if !d.Known() {
		return nil
	}
	v := int32(d)
	return &v
}

func wide(v *int) *int64 {
	if v == nil {
		return nil
	}
	w := int64(*v)
	return &w
}

func widen(list []int) []int64 {
	out := make([]int64, len(list))
	for i, v := range list {
		out[i] = int64(v)
	}
	return out
}
