package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"sayso"
)

func ptr[T any](v T) *T { return &v }

// sample is a run in which every member of every record is filled once and
// left out once.
func sample() Coded {
	span := sayso.Span{Start: 3, End: 9}
	why := sayso.Because("0.9", "reason", sayso.Because("killed", "trigger"))
	place := &sayso.Place{Name: "Jolo", Country: "PH", Level: sayso.LevelTown, ID: "geonames:1", Lat: ptr(6.05), Lon: ptr(121.0),
		Admin1: "14", Admin2: "x", DisputedBy: []string{"PH"}, Chosen: "largest", RunnerUp: "geonames:2", Confidence: 0.9, Span: span, Why: why}
	full := sayso.Incident{ID: "i1", Joined: "j1", Type: "bombing", Salience: sayso.SalienceMain, Status: sayso.StatusOccurred,
		Summary: "A bombing killed 20 people in Jolo.", Mention: "a bomb\nkilled 20", MentionSpan: span,
		When:  &sayso.When{Earliest: 17923, Latest: 17923, Precision: sayso.PrecisionDay, Clock: "TMO", Words: "Sunday", Span: span},
		Where: place, From: place,
		Actors: []sayso.Actor{{Role: sayso.RoleAgent, Name: "=Abu Sayyaf", ID: "abu-sayyaf", Kind: sayso.KindRebel, Country: "PH", Span: span, Why: why},
			{Role: sayso.RoleTarget, Name: "worshippers", Generic: true, Span: span}, {Role: sayso.RoleParty, Name: "army", Span: span}},
		Counts:  []sayso.Count{{What: "killed", Min: ptr(20), Words: "at least 20", Of: "people", Claim: 1, Span: span}},
		Weapons: []string{"bombs", "grenade"},
		Claims: []sayso.Claim{
			{N: 1, ID: "c1", Article: "a1", About: sayso.AboutIncident, Value: "x", Stance: sayso.StanceAsserted, Quote: "q", Evidence: []sayso.Span{span}, Certain: 3, Why: why,
				Chain: []sayso.Voucher{{Kind: sayso.VoucherOutlet, Name: "Reuters", Named: true, ActorID: "reuters", Span: span}, {Kind: sayso.VoucherSource, Name: "police", Span: span}}},
			{N: 2, About: sayso.AboutAgent, Stance: sayso.StanceClaimed}},
		Fields:   []sayso.Field{{Name: "type", Value: "bombing", Rule: "r", For: []int{1}, Against: []int{2}}, {Name: "when"}},
		Deaths:   &sayso.Deaths{Low: ptr(20), Best: ptr(20), LowClaims: []int{1}},
		Articles: []string{"a1", "a2"}, Origins: []sayso.Origin{{Name: "police", Kind: "source", Claims: []int{1}}},
		Why: &sayso.Reasons{Event: why, Join: why}, Former: []string{"i0"}}
	bare := sayso.Incident{ID: "i2", Type: "protest", Salience: sayso.SalienceBackground, Status: sayso.StatusDenied}
	Tidy(&full, true)
	Tidy(&bare, false)
	failed := sayso.Failure{Stage: "ingest", Kind: "empty", Item: "b.txt", Reason: "is empty"}
	return Coded{Version: "sayso test", Incidents: []sayso.Incident{full, bare},
		Records: []sayso.ArticleRecord{
			{Article: "a1", Title: "T", URL: "u", Outlet: "o", Published: 17923, Digest: "d", Incidents: []sayso.Incident{full, bare}},
			{Article: "a2", Published: sayso.NoDay, Incidents: []sayso.Incident{}, Failure: &failed}},
		Failures: []sayso.Failure{failed}}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, sample().Incidents); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for name, want := range map[string]string{"id": "i1", "earliest": "2019-01-27", "country": "PH", "lat": "6.05",
		"agents": "'=Abu Sayyaf", "deaths_low": "20", "deaths_high": "", "counts": "killed=20..", "weapons": "bombs; grenade",
		"on_word_of": "Reuters > police", "agent_stances": "claimed", "articles": "a1; a2", "mention": "a bomb killed 20"} {
		i := slices.Index(rows[0], name)
		if i < 0 {
			t.Errorf("no column %s", name)
		} else if rows[1][i] != want {
			t.Errorf("%s is %q, want %q", name, rows[1][i], want)
		}
	}
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{"": "", "=1+1": "'=1+1", "-3.5": "-3.5", "-cmd": "'-cmd", "+49 30": "'+49 30", "@x": "'@x", "a=b": "a=b"} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestGeoJSONPutsLongitudeFirst(t *testing.T) {
	var b bytes.Buffer
	if err := GeoJSON(&b, sample().Incidents); err != nil {
		t.Fatal(err)
	}
	var got FeatureCollection
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if g := got.Features[0].Geometry; g == nil || g.Coordinates != [2]float64{121, 6.05} {
		t.Errorf("geometry %v", g)
	}
	if got.Features[1].Geometry != nil {
		t.Error("a feature without a place has a point")
	}
}

func TestTidyTakesReasonsOut(t *testing.T) {
	in := sample().Incidents[0]
	Tidy(&in, false)
	raw, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(raw), `"why"`) {
		t.Errorf("reasons are left in %s", raw)
	}
}

func TestSameBytesTwice(t *testing.T) {
	var a, b bytes.Buffer
	if err := JSON(&a, sample(), false); err != nil {
		t.Fatal(err)
	}
	if err := JSON(&b, sample(), false); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two writings differ")
	}
}
