package extract

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

const page = `<!doctype html><html lang="en"><head><title>Bomb in Jolo | The Outlet</title>
<meta property="og:site_name" content="The Outlet"><meta property="og:title" content="Bomb in Jolo">
<meta property="article:published_time" content="2019-01-27T10:00:00Z"><meta name="author" content="Ann Author"></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Bomb in Jolo</h1>
<p>At least 20 people were killed on Sunday when two bombs went off at a cathedral, police said, in the worst attack in years.</p>
<p>The army blamed <b>Abu Sayyaf</b>, a group that has fought the government<br>for decades in the southern islands of the country.</p>
<blockquote><p>“We will pursue them to the ends of the earth,” the spokesman said in a statement on Sunday evening.</p></blockquote>
</article><footer>Copyright The Outlet</footer></body></html>`

func TestExtract(t *testing.T) {
	a, err := Standard{}.Extract(page, "https://outlet.example/jolo")
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Bomb in Jolo" || a.Outlet != "The Outlet" || a.Byline != "Ann Author" || a.Published.String() != "2019-01-27" {
		t.Errorf("%+v", a)
	}
	paragraphs := strings.Split(a.Text, "\n\n")
	if len(paragraphs) < 3 || !strings.HasPrefix(paragraphs[0], "At least 20 people") {
		t.Errorf("%q", paragraphs)
	}
	if len(a.Quotes) != 1 || a.Quotes[0].In(a.Reading()) != "“We will pursue them to the ends of the earth,” the spokesman said in a statement on Sunday evening." {
		t.Errorf("block quotes %v", a.Quotes)
	}
	if !strings.Contains(a.Text, "blamed Abu Sayyaf, a group that has fought the government for decades") || strings.Contains(a.Text, "Copyright") || strings.Contains(a.Text, "Home") {
		t.Errorf("%q", a.Text)
	}
}

// A short article keeps its paragraphs: none of its words run together.
func TestShortArticle(t *testing.T) {
	const said = "Gunmen shot dead two fishermen in Jolo on Friday.\n\nWe are looking for three men.\n\nNobody was arrested."
	for _, in := range []string{"<article><h1>Two killed in Jolo</h1>%s</article>", "<div><article><header><h1>Two killed in Jolo</h1></header><div>%s</div><footer>All rights reserved</footer><script>x()</script></article></div><p>Elsewhere</p>",
		"<h1>Two killed in Jolo</h1>%s"} {
		body := fmt.Sprintf(in, "<p>Gunmen shot dead two fishermen in <b>Jolo</b> on Friday.</p><blockquote><p>We are looking for three men.</p></blockquote><p>Nobody was arrested.</p>")
		a, err := Standard{}.Extract(`<!doctype html><html lang="en"><head><title>Two killed in Jolo</title></head><body>`+body+`</body></html>`, "")
		if err != nil || a.Text != said || len(a.Quotes) != 1 || a.Quotes[0].In(a.Reading()) != "We are looking for three men." || a.Title != "Two killed in Jolo" {
			t.Errorf("%s: %+v, %v", in, a, err)
		}
	}
}

func TestPagesWithoutArticle(t *testing.T) {
	for in, want := range map[string]error{
		"": ErrNoArticle, "<html></html>": ErrNoArticle, "<script>alert(1)</script>": ErrNoArticle,
		strings.Repeat("<div>", 100000): ErrDepth, strings.Repeat("<table><tr><td>", 30000): ErrDepth,
	} {
		if _, err := (Standard{}).Extract(in, ""); !errors.Is(err, want) {
			t.Errorf("%.20q: %v, want %v", in, err, want)
		}
	}
}

func TestOutlet(t *testing.T) {
	for in, want := range map[string]string{"The Outlet": "The Outlet", " The  Outlet | News, sports": "The Outlet", "https://outlet.example": "Other", "": "Other"} {
		if got := outlet(in, trafilatura.Metadata{Sitename: "Other", Hostname: "www.host.example"}); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := outlet("", trafilatura.Metadata{Sitename: "https://facebook.example/x", Hostname: "www.host.example"}); got != "host.example" {
		t.Errorf("%q", got)
	}
}

func TestBlocks(t *testing.T) {
	root, err := html.Parse(strings.NewReader("<p>a <i>b</i>\nc</p>d<ul><li>e<li>f</ul><div><div>g</div></div>h<br>i<table><tr><td>j</td><td>k</td></tr></table>"))
	if err != nil {
		t.Fatal(err)
	}
	quotes, err := html.Parse(strings.NewReader("a<blockquote>b<p>c</p><blockquote>d</blockquote>e</blockquote>f<blockquote></blockquote><blockquote>g</blockquote><blockquote>h</blockquote>"))
	if err != nil {
		t.Fatal(err)
	}
	w, said := blocks(quotes, nil), []string{}
	for _, q := range w.quotes {
		said = append(said, q.In(w.text))
	}
	if got := strings.Join(said, "|"); got != "b\n\nc\n\nd\n\ne|g|h" {
		t.Errorf("block quotes %q", got)
	}
	if got := blocks(root, nil).text; got != "a b c\n\nd\n\ne\n\nf\n\ng\n\nh i\n\nj k" {
		t.Errorf("%q", got)
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(page)
	f.Add("<p>a<p>b<table><b>")
	f.Add("<title>t</title><blockquote>t<blockquote>u</blockquote><p>v")
	f.Add("<html><meta property=article:published_time content=2019-13-99>")
	f.Fuzz(func(t *testing.T, in string) {
		a, err := Standard{}.Extract(in, "https://outlet.example/")
		if err == nil && (strings.TrimSpace(a.Text) == "" || utf8.ValidString(in) && !utf8.ValidString(a.Text)) {
			t.Errorf("%+v", a)
		}
		end := a.BodyStart()
		for _, q := range a.Quotes {
			if q.Start < end || !q.Resolves(a.Reading()) {
				t.Errorf("%v in %+v", q, a)
			}
			end = q.End
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := (Standard{}).Extract(page, ""); err != nil {
			b.Fatal(err)
		}
	}
}
