package ingest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

const madeFeed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Outlet</title>
<item><title>Shelling in Aden</title><link>https://x.example/aden</link><pubDate>Mon, 28 Jan 2019 23:00:00 GMT</pubDate><content:encoded>&lt;p&gt;Shells killed two people in Aden on Sunday, doctors said.&lt;/p&gt;&lt;blockquote&gt;&lt;p&gt;The shells fell on a school in the north of the city, which was empty.&lt;/p&gt;&lt;/blockquote&gt;&lt;figure&gt;&lt;img src=a.jpg&gt;&lt;figcaption&gt;The school.&lt;/figcaption&gt;&lt;/figure&gt;&lt;script&gt;x()&lt;/script&gt;</content:encoded></item>
<item><title>More</title><link>https://x.example/more</link><description>Read more on our site.</description></item></channel></rss>`

// A feed's file gives the articles that it holds whole; what it only announces
// is passed over with its address.
func TestFeedFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "feed.xml")
	if err := os.WriteFile(file, []byte(madeFeed), 0o644); err != nil {
		t.Fatal(err)
	}
	var got []Item
	for i := range Articles(context.Background(), []string{file}, Options{}) {
		got = append(got, i)
	}
	if len(got) != 2 || got[0].Article == nil || got[1].Failure == nil {
		t.Fatalf("%+v", got)
	}
	a := got[0].Article
	if a.URL != "https://x.example/aden" || a.Outlet != "The Outlet" || a.Title != "Shelling in Aden" || a.Published.String() != "2019-01-28" ||
		a.Text != "Shells killed two people in Aden on Sunday, doctors said.\n\nThe shells fell on a school in the north of the city, which was empty." || a.Captions != "The school." ||
		len(a.Quotes) != 1 || a.Quotes[0].In(a.Reading()) != "The shells fell on a school in the north of the city, which was empty." {
		t.Errorf("%+v", a)
	}
	if f := got[1].Failure; f.Kind != KindPassed || !strings.Contains(f.Reason, "https://x.example/more") {
		t.Errorf("%+v", f)
	}
}

// Block quotes of a piece have their places, however they are nested or broken.
func TestQuotesOfAPiece(t *testing.T) {
	for in, want := range map[string]string{
		"a<blockquote>b<p>c</p><blockquote>d</blockquote>e</blockquote>f": "b\n\nc\n\nd\n\ne", "</blockquote>a<blockquote>b": "b", "a\x01b\x02\x00c": "",
		"<blockquote>a</blockquote><blockquote>b</blockquote>c<blockquote></blockquote>": "a|b", "<blockquote/>a": "",
	} {
		text, quotes := paragraphs(in)
		var got []string
		for _, q := range quotes {
			got = append(got, q.In(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q in %q, want %q", in, got, text, want)
		}
	}
}

// Whatever a piece holds, block quotes are places in its text, in order and apart.
func FuzzPiece(f *testing.F) {
	f.Add("a<blockquote>b<figure><img><figcaption>c</blockquote>d")
	f.Add("</blockquote>\x01<blockquote>\x00<br>é")
	f.Fuzz(func(t *testing.T, in string) {
		c := contentOf(in)
		end := 0
		for _, q := range c.quotes {
			if q.Start < end || q.In(c.text) == "" && utf8.ValidString(in) {
				t.Errorf("%v in %q", q, c.text)
			}
			end = q.End
		}
		if strings.ContainsAny(c.text, "\x00\x01\x02") {
			t.Errorf("%q", c.text)
		}
	})
}
