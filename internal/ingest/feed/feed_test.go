package feed

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Outlet</title><link>https://outlet.example/</link><language>en</language>
<item><title>Bombs &amp; fire</title><link>/a</link><guid isPermaLink="false">x1</guid><pubDate>Mon, 28 Jan 2019 10:00:00 EST</pubDate><author>ann@outlet.example (Ann Lee)</author>
<description>Two &lt;b&gt;bombs&lt;/b&gt;</description><content:encoded><![CDATA[<p>Two bombs <a href="b">here</a></p>]]></content:encoded></item></channel></rss>`

func TestParse(t *testing.T) {
	f, err := Parse([]byte(rss), Source{Address: "https://outlet.example/feed/"})
	if err != nil {
		t.Fatal(err)
	}
	want := &Feed{Format: "rss", Title: Text{Value: "The Outlet"}, Link: "https://outlet.example/", Language: "en", Items: []Item{{ID: "x1", Title: Text{Value: "Bombs & fire"},
		Link: "https://outlet.example/a", Author: Person{"Ann Lee", "ann@outlet.example"}, Summary: Text{Value: "Two <b>bombs</b>"},
		Content:   Text{Value: `<p>Two bombs <a href="https://outlet.example/feed/b">here</a></p>`},
		Published: Date{"Mon, 28 Jan 2019 10:00:00 EST", time.Date(2019, 1, 28, 15, 0, 0, 0, time.UTC)}}}}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("got\n%+v\nwant\n%+v", f, want)
	}
}

func TestJSONFeed(t *testing.T) {
	f, err := Parse([]byte(`{"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"https://x.example/","authors":[{"name":"Ann"}],
		"items":[{"id":7,"url":"/a","content_text":"a < b","date_published":"2019-01-28T10:00:00Z","language":"en"},{"id":"b","external_url":"https://y.example/"}]}`), Source{Address: "https://x.example/feed.json"})
	if err != nil || f.Title.Value != "T" || f.Author.Name != "Ann" || len(f.Items) != 2 {
		t.Fatalf("%+v, %v", f, err)
	}
	if i := f.Items[0]; i.ID != "7" || i.Link != "https://x.example/a" || i.Content.Value != "a &lt; b" || i.Published.Time.IsZero() || i.Content.Language != "en" {
		t.Errorf("%+v", i)
	}
	if f.Items[1].Link != "https://y.example/" {
		t.Errorf("%+v", f.Items[1])
	}
}

func TestOPML(t *testing.T) {
	list, err := ParseOPML([]byte(`<opml version="2.0"><body><outline text="News"><outline text="A" xmlUrl="https://a.example/feed"/><outline title="B" type="rss" xmlUrl="http://b.example/"/></outline>
		<outline text="no feed" htmlUrl="https://c.example/"/><outline xmlUrl="file:///etc/passwd"/></body></opml>`))
	if err != nil || !reflect.DeepEqual(list, []List{{"A", "https://a.example/feed"}, {"B", "http://b.example/"}}) {
		t.Errorf("%v, %v", list, err)
	}
	if _, err := ParseOPML([]byte(rss)); !errors.Is(err, ErrNoFeed) {
		t.Errorf("%v", err)
	}
}

func TestNoFeeds(t *testing.T) {
	for _, s := range []string{"", "hello", "<html><p>x", "{}", `{"a":[1]}`, "<!DOCTYPE x [<!ENTITY a \"&b;\">]>", strings.Repeat("<a>", 100000)} {
		if f, err := Parse([]byte(s), Source{}); !errors.Is(err, ErrNoFeed) {
			t.Errorf("%.20q: %+v, %v", s, f, err)
		}
	}
	// Entities that grow do not.
	bomb := `<!DOCTYPE x [<!ENTITY a "` + strings.Repeat("x", 900) + `">]><rss><channel><title>` + strings.Repeat("&a;", 1000) + `</title></channel></rss>`
	if f, err := Parse([]byte(bomb), Source{}); err != nil || len(f.Title.Value) > 1<<20 {
		t.Errorf("%v", err)
	}
}

func TestMoments(t *testing.T) {
	for words, want := range map[string]string{
		"Thu, 01 Jan 2004 19:48:21 GMT": "2004-01-01T19:48:21Z", "2004-01-01": "2004-01-01T00:00:00Z", "2003-12-31T10:14:55-08:00": "2003-12-31T18:14:55Z",
		"Thurs, 1 January 2004 19:48 PST": "2004-01-02T03:48:00Z", "01 Jan 04 19:48:21 +0100": "2004-01-01T18:48:21Z", "Jan 1 2004": "2004-01-01T00:00:00Z",
		"2004-01-01T24:00:00Z": "2004-01-02T00:00:00Z", "2003": "2003-01-01T00:00:00Z", "yesterday": "", "": "", "GMT": "",
	} {
		got := moment(words)
		if s := got.Time.Format(time.RFC3339); got.Time.IsZero() != (want == "") || want != "" && s != want {
			t.Errorf("%q: %s, want %s", words, s, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(rss))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="a/"><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div>`))
	f.Add([]byte(`{"items":[{}],"version":"https://jsonfeed.org/version/1"}`))
	f.Add([]byte("<a:feed xmlns:a=http://purl.org/atom/ns#><![CDATA[</a:feed"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		feed, err := Parse(raw, Source{Address: "https://outlet.example/"})
		if err != nil {
			return
		}
		for _, i := range feed.Items {
			if !utf8.ValidString(i.Title.Value) {
				t.Errorf("%q", i.Title)
			}
		}
		_, _ = ParseOPML(raw)
	})
}

func BenchmarkParse(b *testing.B) {
	raw := []byte(strings.Replace(rss, "</item>", "</item>"+strings.Repeat("<item><title>x</title><link>/y</link></item>", 100), 1))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(raw, Source{}); err != nil {
			b.Fatal(err)
		}
	}
}
