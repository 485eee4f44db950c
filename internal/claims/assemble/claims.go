package assemble

import (
	"fmt"
	"strings"

	"sayso"
	"sayso/internal/document"
	"sayso/internal/model/signs"
)

// builder fills in one incident.
type builder struct {
	r   *reader
	g   *group
	m   *models
	in  sayso.Incident
	err error

	marks      signs.Features // for the model happening
	gist       signs.Features // for the model main: those and more
	likelihood float64        // that it is a particular happening, as log-odds
	weight     float64        // that the article is about it
	rank       int            // by weight among the candidates of the article
	apart      string         // the place by which it is told from another of the same words
	placed     string         // the rule by which the place was found where it is not the likeliest

	places, times, numbers, cast, said []Option

	named   map[int][]document.Range // by index of an agent or party: the words that name it as such
	deny    []point                  // who is quoted as denying that it was them
	lemmas  map[string]bool          // of the sentences of the mentions
	counted []document.Range         // the words of each count
}

// claim adds a claim about something on the words of a clause, as vouched for
// at a token, and returns its number. The same claim on the same word is made
// once.
func (b *builder) claim(about, value string, w word, clause document.Range) int {
	span := b.r.d.SpanOf(b.r.quote(clause, &w))
	for i := range b.in.Claims {
		c := &b.in.Claims[i]
		if c.About == about && c.Value == value && c.Stance == w.stance && sameChain(c.Chain, w.chain) {
			return c.N
		}
	}
	c, err := sayso.NewClaim(b.r.d.Article, about, w.stance, w.chain, span)
	if err != nil {
		b.err = err
		return 0
	}
	c.N, c.Value = len(b.in.Claims)+1, value
	c.Why = b.why(&w)
	b.in.Claims = append(b.in.Claims, c)
	return c.N
}

func sameChain(a, b []sayso.Voucher) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Kind != b[i].Kind || a[i].Name != b[i].Name {
			return false
		}
	}
	return true
}

func (b *builder) why(w *word) *sayso.Explanation {
	node := sayso.Because(string(w.stance), "no attribution holds these words: the article's own voice")
	if w.inner < 0 {
		return node
	}
	var names []string
	for _, v := range w.chain {
		names = append(names, v.Name)
	}
	node.Message = "put forward on the word of " + strings.Join(names, ", quoting ")
	if len(names) == 0 {
		node.Message = "put forward with reserve, on nobody's word in particular"
	}
	for i := w.inner; i >= 0; i = b.r.d.Attributions[i].Parent {
		if e := b.r.d.Attributions[i].Why; e != nil {
			node.Children = append(node.Children, e)
		}
	}
	return node
}

// about lists the numbers of the claims about something.
func (b *builder) about(what string) []int {
	out := []int{}
	for i := range b.in.Claims {
		if b.in.Claims[i].About == what {
			out = append(out, b.in.Claims[i].N)
		}
	}
	return out
}

// field adds a field with the claims for and against its value.
func (b *builder) field(name, value, rule string, pro, con []int) *sayso.Field {
	if pro == nil {
		pro = []int{}
	}
	if con == nil {
		con = []int{}
	}
	b.in.Fields = append(b.in.Fields, sayso.Field{Name: name, Value: value, Rule: rule, For: pro, Against: con})
	return &b.in.Fields[len(b.in.Fields)-1]
}

// origins counts each independent origin of the claims once: the innermost
// voucher, or the article's own voice.
func (b *builder) origins() {
	at := map[string]int{}
	for i := range b.in.Claims {
		c := &b.in.Claims[i]
		name, kind := b.r.d.Article.Outlet, string(sayso.VoucherOutlet)
		if n := len(c.Chain); n > 0 {
			name, kind = c.Chain[n-1].Name, string(c.Chain[n-1].Kind)
		} else if name == "" {
			name = b.r.d.Article.ID
		}
		key := fmt.Sprintf("%s\x00%s", kind, name)
		k, ok := at[key]
		if !ok {
			k = len(b.in.Origins)
			at[key] = k
			b.in.Origins = append(b.in.Origins, sayso.Origin{Name: name, Kind: kind})
		}
		b.in.Origins[k].Claims = append(b.in.Origins[k].Claims, c.N)
	}
}
