package story

import (
	"strings"

	"sayso"
)

// told is an invented article with the claims that it makes.
type told struct {
	id, outlet, title, text string
	published               string
	claims                  []said
}

// said is a claim: words of the text, who vouches, what for.
type said struct {
	incident string
	about    string
	value    string
	stance   sayso.Stance
	chain    []string // outermost first; "outlet:" before a medium
	words    string
}

var world = []told{
	{id: "karesh-1", outlet: "Lisker Courier", title: "Blast at Karesh market kills at least 14, police say", published: "2026-03-11",
		text: `A bomb hidden in a fruit cart went off at the covered market of Karesh on Tuesday morning, killing at least 14 people and injuring dozens, police said.

"We have counted fourteen bodies and the search is not over," police spokesman Daren Holm told reporters at the gate of the market. The governor's office spoke of 11 dead.

No group has said that it was behind the blast. The interior ministry blamed the Northern Front, which fights for self-rule in the hills above the town. The Front denied any part in it: "We do not bomb markets," it said in a statement.

Traders said the market should have been closed days ago. It is a disgrace that nobody listened to them.`,
		claims: []said{
			{"karesh", "incident", "", sayso.StanceAsserted, []string{"police"}, "A bomb hidden in a fruit cart went off at the covered market of Karesh on Tuesday morning, killing at least 14 people and injuring dozens, police said"},
			{"karesh", "count:killed", "14-", sayso.StanceAsserted, []string{"police"}, "killing at least 14 people and injuring dozens, police said"},
			{"karesh", "count:killed", "14", sayso.StanceAsserted, []string{"Daren Holm"}, "\"We have counted fourteen bodies and the search is not over,\" police spokesman Daren Holm told reporters"},
			{"karesh", "count:killed", "11", sayso.StanceAsserted, []string{"The governor's office"}, "The governor's office spoke of 11 dead"},
			{"karesh", "count:injured", "24-99", sayso.StanceAsserted, []string{"police"}, "injuring dozens, police said"},
			{"karesh", "agent", "Northern Front", sayso.StanceAlleged, []string{"The interior ministry"}, "The interior ministry blamed the Northern Front"},
			{"karesh", "agent", "Northern Front", sayso.StanceDenied, []string{"The Front"}, "The Front denied any part in it: \"We do not bomb markets,\" it said in a statement"},
		}},
	{id: "karesh-2", outlet: "Agence Meridian", title: "Death toll in Karesh bombing rises to 19", published: "2026-03-12",
		text: `Nineteen people died in Tuesday's bombing of the market in Karesh, the provincial hospital said on Wednesday, up from fourteen.

A doctor told Radio Benar that seven of the dead were children. A faction calling itself the Falcons of the Hill claimed the attack in a message carried by Radio Benar.`,
		claims: []said{
			{"karesh", "incident", "", sayso.StanceAsserted, nil, "Tuesday's bombing of the market in Karesh"},
			{"karesh", "count:killed", "19", sayso.StanceAsserted, []string{"the provincial hospital"}, "Nineteen people died in Tuesday's bombing of the market in Karesh, the provincial hospital said on Wednesday"},
			{"karesh", "count:killed", "7", sayso.StanceAsserted, []string{"outlet:Radio Benar", "A doctor"}, "A doctor told Radio Benar that seven of the dead were children"},
			{"karesh", "agent", "Falcons of the Hill", sayso.StanceClaimed, []string{"outlet:Radio Benar", "A faction calling itself the Falcons of the Hill"}, "A faction calling itself the Falcons of the Hill claimed the attack in a message carried by Radio Benar"},
		}},
	{id: "karesh-3", outlet: "The Daily Post", title: "Market bombing: 19 dead, hospital says", published: "2026-03-12",
		text: `Nineteen people died in Tuesday's bombing of the market in Karesh, the provincial hospital said on Wednesday, up from fourteen.

Agence Meridian reported that the Falcons of the Hill had claimed the attack.`,
		claims: []said{
			{"karesh", "incident", "", sayso.StanceAsserted, nil, "Tuesday's bombing of the market in Karesh"},
			{"karesh", "count:killed", "19", sayso.StanceAsserted, []string{"the provincial hospital"}, "Nineteen people died in Tuesday's bombing of the market in Karesh, the provincial hospital said on Wednesday"},
			{"karesh", "agent", "Falcons of the Hill", sayso.StanceClaimed, []string{"outlet:Agence Meridian"}, "Agence Meridian reported that the Falcons of the Hill had claimed the attack"},
		}},
	{id: "benar-1", outlet: "Radio Benar", title: "March in Tal Benar broken up, 40 held", published: "2026-03-14",
		text: `Police used tear gas to break up a march in Tal Benar on Friday and held about 40 people, the organisers said.

Some 3,000 people had walked to the provincial office to mourn the dead of the Karesh market, according to the organisers. The police put the number at 800.`,
		claims: []said{
			{"benar", "incident", "", sayso.StanceAsserted, []string{"the organisers"}, "Police used tear gas to break up a march in Tal Benar on Friday and held about 40 people, the organisers said"},
			{"benar", "agent", "Police", sayso.StanceAsserted, []string{"the organisers"}, "Police used tear gas to break up a march in Tal Benar on Friday"},
			{"benar", "count:arrested", "40", sayso.StanceAsserted, []string{"the organisers"}, "held about 40 people, the organisers said"},
			{"benar", "count:participants", "3000", sayso.StanceAsserted, []string{"the organisers"}, "Some 3,000 people had walked to the provincial office to mourn the dead of the Karesh market, according to the organisers"},
			{"benar", "count:participants", "800", sayso.StanceAsserted, []string{"The police"}, "The police put the number at 800"},
		}},
	{id: "lisker-1", outlet: "Agence Meridian", title: "Rockets fall near Port Lisker harbour", published: "2026-03-16",
		text: `Between seven and ten rockets were fired at the harbour of Port Lisker before dawn on Monday, Agence Meridian has learned. At least three were brought down.

One docker was reportedly hurt. The army said the rockets came from the Northern Front; the Front "took credit for the strike on the naval quay", a website close to it wrote.

The generals must bomb the hills until they are quiet. Perhaps the harbour will open again on Friday.`,
		claims: []said{
			{"lisker", "incident", "", sayso.StanceAsserted, nil, "Between seven and ten rockets were fired at the harbour of Port Lisker before dawn on Monday"},
			{"lisker", "count:weapons-launched", "7-10", sayso.StanceAsserted, nil, "Between seven and ten rockets were fired at the harbour of Port Lisker"},
			{"lisker", "count:intercepted", "3-", sayso.StanceAsserted, nil, "At least three were brought down"},
			{"lisker", "count:injured", "1", sayso.StanceAlleged, nil, "One docker was reportedly hurt"},
			{"lisker", "agent", "Northern Front", sayso.StanceAlleged, []string{"The army"}, "The army said the rockets came from the Northern Front"},
			{"lisker", "agent", "Northern Front", sayso.StanceClaimed, []string{"outlet:a website close to it"}, "the Front \"took credit for the strike on the naval quay\", a website close to it wrote"},
		}},
}

// article is the invented article as it would have been read.
func (t *told) article() sayso.Article {
	day, err := sayso.ParseDay(t.published)
	if err != nil {
		panic(err) // the days stand above
	}
	return sayso.Article{ID: t.id, Outlet: t.outlet, Title: t.title, Text: t.text, Published: day, Language: "en",
		URL: "https://" + strings.ReplaceAll(strings.ToLower(t.outlet), " ", "-") + ".example/" + t.id, Digest: sayso.DigestOf([]byte(t.title + t.text))}
}

// claim finds the words in the article and makes the claim.
func (s *said) claim(a *sayso.Article, n int) (sayso.Claim, error) {
	text := a.Reading()
	at := strings.Index(text[a.BodyStart():], s.words)
	if at < 0 {
		return sayso.Claim{}, sayso.ErrNoEvidence
	}
	at += a.BodyStart()
	var chain []sayso.Voucher
	for _, name := range s.chain {
		v := sayso.Voucher{Kind: sayso.VoucherSource, Name: name, Named: strings.ToLower(name) != name}
		if medium, ok := strings.CutPrefix(name, "outlet:"); ok {
			v.Kind, v.Name, v.Named = sayso.VoucherOutlet, medium, true
		}
		if i := strings.Index(s.words, v.Name); i >= 0 {
			v.Span = sayso.Span{Start: at + i, End: at + i + len(v.Name)}
		}
		chain = append(chain, v)
	}
	c, err := sayso.NewClaim(a, s.about, s.stance, chain, sayso.Span{Start: at, End: at + len(s.words)})
	c.N, c.Value = n, s.value
	c.ID = sayso.ContentID("c", a.ID, s.about, s.words, strings.Join(s.chain, " "))
	return c, err
}
