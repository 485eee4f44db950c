package gazetteer

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"sayso/data"
)

func file(t testing.TB) []byte {
	t.Helper()
	packed, err := data.FS.ReadFile(Path)
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

// BenchmarkDecode prints how long the gazetteer takes to be ready, how large
// its file is and what it holds of memory.
func BenchmarkDecode(b *testing.B) {
	packed := file(b)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	g, err := Decode(packed)
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	for b.Loop() {
		if _, err := Decode(packed); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(packed))/1e6, "MB-packed")
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-resident")
	b.ReportMetric(float64(g.Len()), "places")
}

const text = `Thousands marched in Jackson , Mississippi , on Monday , and police in Greenville said two people were hurt .
The army said that it had left Tripoli and Benghazi ; officials in Cairo and Port - au - Prince denied it . Nothing more was known at night .`

// BenchmarkLookup looks for a name at every word and prints bytes of text a
// second.
func BenchmarkLookup(b *testing.B) {
	g := load(b)
	words := strings.Fields(strings.Repeat(text+" ", 50))
	b.SetBytes(int64(50 * len(text)))
	for b.Loop() {
		for i := range words {
			g.Longest(func(k int) string { return words[i+k] }, len(words)-i)
		}
	}
}

// TestBudget holds the file and the memory against their budgets; time is for
// the benchmark, but ten times the budget is a fault anywhere.
func TestBudget(t *testing.T) {
	packed := file(t)
	if len(packed) > 15<<20 {
		t.Errorf("the file has %d bytes, more than 15 MB", len(packed))
	}
	start := time.Now()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	g, err := Decode(packed)
	took := time.Since(start)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if held := after.HeapAlloc - before.HeapAlloc; held > 80<<20 && after.HeapAlloc > before.HeapAlloc {
		t.Errorf("it holds %d bytes, more than 80 MB", held)
	}
	if took > time.Second {
		t.Errorf("ready after %v", took)
	}
	runtime.KeepAlive(g)
}
