package archtest

// Modules is the dependency allow-list: what may be imported directly, and for
// what. An indirect module comes along with one of these.
var Modules = map[string]string{
	"github.com/spf13/cobra":                 "command line: help, completion",
	"github.com/spf13/pflag":                 "cobra's flags",
	"github.com/markusmobius/go-trafilatura": "page text, behind internal/ingest/extract",
	"github.com/markusmobius/go-htmldate":    "publication date of a page",
	"github.com/clipperhouse/uax29/v2":       "word and sentence borders of Unicode",
	"github.com/klauspost/compress":          "zstd for embedded models and gazetteer, gzip",
	"github.com/viterin/vek":                 "inner loops of networks",
	"modernc.org/sqlite":                     "the store in a file: SQLite with FTS5 and R*Tree, without cgo",
	"github.com/jackc/pgx/v5":                "the store for teams: PostgreSQL",
	"github.com/ledongthuc/pdf":              "signs and places of PDF files, behind internal/ingest/pdf",
	"github.com/lmittmann/tint":              "log lines on a terminal",
	"github.com/danielgtaylor/huma/v2":       "REST from Go types, with OpenAPI 3.1 and validation",
	"github.com/coreos/go-oidc/v3":           "signing in through an identity provider",
	"golang.org/x/oauth2":                    "likewise",
	"golang.org/x/crypto":                    "argon2id of passwords",
	"golang.org/x/time":                      "how many requests a second",
	"golang.org/x/net":                       "HTML parser and charsets",
	"golang.org/x/text":                      "charset decoding and normal forms",
	"golang.org/x/term":                      "terminal width",
	"golang.org/x/sys":                       "memory mapping",
	"github.com/evanw/esbuild":               "bundles the desk's scripts and styles, when they are changed",
	"github.com/chromedp/chromedp":           "tests: drives a browser through the desk",
	"github.com/chromedp/cdproto":            "tests: with chromedp",
	"github.com/parquet-go/parquet-go":       "Parquet, behind internal/publish/export/format",
	"github.com/google/go-cmp":               "tests: differences",
	"pgregory.net/rapid":                     "tests: properties",
	"github.com/rogpeppe/go-internal":        "tests: testscript",
}

// LongFiles are files over [MaxFileLines], with the reason.
var LongFiles = map[string]string{}

// LongFuncs are functions over [MaxFuncLines] as "file.go:Name", with the reason.
var LongFuncs = map[string]string{}

// WideFuncs are functions with more than [MaxParameters] as "file.go:Name", with the reason.
var WideFuncs = map[string]string{}

// LongChains are packages whose import chain is over [MaxChain], with the reason.
var LongChains = map[string]string{}
