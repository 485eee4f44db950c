package ui_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"sayso"
	"sayso/internal/pipeline"
	"sayso/internal/publish/api"
	"sayso/internal/publish/people"
	"sayso/internal/publish/ui"
	"sayso/internal/store"
	"sayso/internal/store/memory"
)

var chain = sync.OnceValues(func() (*pipeline.Pipeline, error) { return pipeline.Standard(pipeline.Options{}) })

// real codes texts as the program does and keeps them in the store.
func real(t testing.TB, st store.Store) func(*ui.Options) {
	t.Helper()
	p, err := chain()
	if err != nil {
		t.Fatal(err)
	}
	code := func(ctx context.Context, a sayso.Article) (sayso.ArticleRecord, error) {
		doc, err := p.Run(ctx, &a, "")
		if err != nil {
			return sayso.ArticleRecord{}, err
		}
		return sayso.ArticleRecord{Article: a.ID, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Incidents: doc.Incidents, People: []sayso.Person{}}, nil
	}
	articles := func(in api.Input) (out []sayso.Article) {
		for _, r := range in.Held {
			out = append(out, *r.Article)
		}
		for _, x := range in.Texts {
			out = append(out, sayso.Article{ID: sayso.ContentID("a", x.Title, x.Text), Title: x.Title, Text: x.Text, Outlet: in.Outlet, Published: *in.Day, Language: "en"})
		}
		for _, f := range in.Files {
			out = append(out, sayso.Article{ID: sayso.ContentID("a", f.Name), Title: f.Name, Text: string(f.Raw), Published: *in.Day, Language: "en"})
		}
		for _, a := range in.Addresses {
			out = append(out, sayso.Article{ID: sayso.ContentID("a", a), URL: a, Text: "A bomb killed three soldiers in Kabul on Monday.", Published: *in.Day, Language: "en"})
		}
		return out
	}
	return func(o *ui.Options) {
		o.Code, o.Annotate = code, annotate
		o.Read = func(_ context.Context, in api.Input) (out []api.Reading, err error) {
			for _, a := range articles(in) {
				out = append(out, api.Reading{Source: "pasted text", Article: &a})
			}
			return out, nil
		}
		o.Add = func(ctx context.Context, act store.Act, in api.Input, _ func(api.Progress)) error {
			err := st.Update(ctx, func(tx store.Writer) error {
				for _, a := range articles(in) {
					rec, err := code(ctx, a)
					if err != nil {
						return err
					}
					if _, err := store.Add(tx, store.Addition{Act: act, Article: a, Record: &rec}); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				return err
			}
			_, err = joined(t, st).CatchUp(ctx)
			return err
		}
	}
}

// A newcomer tries the example, looks, keeps it, and sees what it told.
func TestFirstRunAndAdd(t *testing.T) {
	st := memory.New()
	b := openTab(t, openDesk(t, st, real(t, st)), 1280, "light")
	b.open("/")
	b.until("document.querySelector('h1').innerText == 'Nothing has been read yet'")
	b.click("form[action='/add/look'] button")
	b.until("document.querySelectorAll('.margin .told').length > 0")
	if n := count(t, st); n != 0 {
		t.Fatalf("%d incidents are kept before anybody kept them", n)
	}
	b.click("form[action='/add/keep'] button")
	b.until("document.querySelectorAll('[data-rows] .what a').length > 0")
	if n := count(t, st); n == 0 {
		t.Fatal("nothing was kept")
	}
}

// Files are dropped; the first is shown while the next is still being read, told
// by events; and of a feed all articles are kept and the feed is followed.
func TestAddFilesAndFeed(t *testing.T) {
	st := memory.New()
	hold := make(chan struct{})
	b := openTab(t, openDesk(t, st, real(t, st), func(o *ui.Options) {
		code, read := o.Code, 0
		o.Code = func(ctx context.Context, a sayso.Article) (sayso.ArticleRecord, error) {
			if read++; read == 2 {
				<-hold
			}
			return code(ctx, a)
		}
		o.Announced = func(_ context.Context, address string) (ui.Announced, error) {
			return ui.Announced{Title: "News", Addresses: []string{"https://news.example/1", "https://news.example/2"}}, nil
		}
	}), 1280, "light")
	b.open("/add")
	b.eval(`(() => { const t = new DataTransfer(); for (const n of ["one.txt", "two.txt", "three.txt"]) t.items.add(new File(["Gunmen killed four people in Mosul on Sunday, police said."], n));
		document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", {dataTransfer: t, bubbles: true, cancelable: true})); })()`)
	b.until("document.querySelectorAll('[data-files] li').length == 3")
	b.click("[data-files] li:last-child button")
	b.until("document.querySelector('#a-files').files.length == 2")
	b.click("form.adding button.main")
	b.until("document.querySelectorAll('.seen').length == 1 && document.querySelector('[data-state]').innerText == 'Reading, 1 of 2 so far.' && document.querySelector('[data-keep]').hidden")
	close(hold)
	b.until("document.querySelectorAll('.seen').length == 2 && document.querySelector('[data-state]').innerText == '2 articles, not yet kept.' && !document.querySelector('[data-keep]').hidden")
	b.eval("document.querySelectorAll('.seen')[1].querySelector('.sayings a').focus()")
	b.until("document.querySelectorAll('.seen')[1].querySelector('mark.on') && !document.querySelectorAll('.seen')[0].querySelector('mark.on')")
	if n := count(t, st); n != 0 {
		t.Fatalf("%d incidents are kept before anybody kept them", n)
	}
	b.open("/add")
	b.fill("#a-feed", "https://news.example/feed")
	b.click("form.adding button.main")
	b.until("document.querySelector('[data-state]')?.innerText == '2 articles, not yet kept.'")
	b.click("form[action='/add/keep'] button")
	b.until("document.querySelectorAll('[data-rows] .what a').length > 0")
	if n := noted(t, st, "storyteller", "follow", "https://news.example/feed"); n != 1 {
		t.Errorf("the feed was followed %d times", n)
	}
	b.open("/add")
	b.eval("document.querySelector('form.adding').noValidate = true; document.querySelector('#a-addresses').value = '/etc/passwd'")
	b.click("form.adding button.main")
	b.until("document.querySelector('h1')?.innerText == 'This is no address'")
}

func count(t *testing.T, st store.Store) int {
	t.Helper()
	return countOf(t, st, store.Query{})
}

func countOf(t *testing.T, st store.Store, q store.Query) (n int) {
	t.Helper()
	if err := st.View(t.Context(), func(tx store.Reader) (err error) { n, err = tx.Count(q); return err }); err != nil {
		t.Fatal(err)
	}
	return n
}

// The filter, the timeline and the map narrow one another, and the address keeps it.
func TestFilterByTypeTimeAndMap(t *testing.T) {
	b := openTab(t, storyDesk(t), 1440, "light")
	b.open("/")
	b.settle()
	all := b.eval("document.querySelector('h1').innerText")
	b.eval("const s = document.querySelector('#f-type'); s.value = 'shelling'; s.dispatchEvent(new Event('input', {bubbles: true}))")
	b.until("location.search == '?type=shelling' && document.querySelector('h1').innerText.includes(' of ')")
	b.until("Number(document.querySelector('[data-map]').dataset.ready) < 100")
	b.eval(`const v = document.querySelector('.timeline svg'), r = v.getBoundingClientRect();
		for (const [n, x] of [['pointerdown', .6], ['pointermove', .8], ['pointerup', .99]]) v.dispatchEvent(new PointerEvent(n, {clientX: r.left + r.width * x, clientY: r.top + 20, pointerId: 1, bubbles: true}))`)
	b.until("location.search.includes('from=') && location.search.includes('to=')")
	b.click("[data-box]")
	b.until("location.search.includes('box=') && document.querySelector('[data-results]').dataset.query == location.search.slice(1)")
	narrow := b.eval("document.querySelector('h1').innerText")
	if narrow == all || !strings.Contains(narrow, " of ") {
		t.Errorf("%q, before %q", narrow, all)
	}
	b.open(b.eval("location.pathname + location.search"))
	if again := b.eval("document.querySelector('h1').innerText"); again != narrow {
		t.Errorf("the address gives %q, not %q", again, narrow)
	}
}

// By keys from the list to an incident, and by one click from a field to its words.
func TestFollowAFieldToItsWords(t *testing.T) {
	b := openTab(t, storyDesk(t), 1440, "light")
	b.open("/?q=fruit+cart")
	b.key("j")
	b.key("\r")
	b.until("location.pathname == '/incidents/karesh'")
	b.click("#f-agent .voice.against blockquote a")
	b.until("location.pathname.startsWith('/articles/') && document.querySelector('mark.on') && document.querySelector('li.on')")
	if words := b.eval("document.querySelector('mark.on').innerText"); !strings.Contains(b.eval("document.querySelector('li.on').innerText"), words[:20]) {
		t.Errorf("the words %q are not those of the claim", words)
	}
}

// Either side of an article lights up the other, by pointer and by keys; the
// legend shows one kind of mark alone and names them all.
func TestArticleShowsWhoSaysWhat(t *testing.T) {
	b := openTab(t, storyDesk(t), 1440, "light")
	b.open("/articles/karesh-1")
	b.until("document.querySelector('.saying.denied .saying.asserted.d2') && document.querySelector('.sayings li li')")
	b.eval("document.querySelector('.saying.denied .saying.d2').dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))")
	b.until("document.querySelector('.sayings li li.on')?.innerText.includes('We do not bomb')")
	b.eval("[...document.querySelectorAll('.sayings a')].find((a) => a.innerText.includes('interior ministry')).focus()")
	b.until("document.querySelector('mark.saying.alleged.on') && !document.querySelector('.saying.d2.on')")
	b.eval("document.querySelector('a.ref').focus()")
	b.until("document.querySelector('.sayings li.on .noteno')?.innerText == document.querySelector('a.ref').hash.slice('#v-karesh-1-'.length)")
	if heard := b.eval("document.querySelector('mark.saying.denied').textContent"); !strings.HasPrefix(heard, "(denied by Front: ") || !strings.HasSuffix(heard, ")") {
		t.Errorf("who hears the page hears %q", heard)
	}
	b.click("button[data-only='place']")
	b.until("getComputedStyle(document.querySelector('mark.time')).backgroundColor == 'rgba(0, 0, 0, 0)' && getComputedStyle(document.querySelector('mark.place')).backgroundColor != 'rgba(0, 0, 0, 0)'")
	b.click("button[data-only='opinion']")
	b.until("[...document.querySelectorAll('mark.opinion')].some((m) => m.innerText.includes('It is a disgrace that nobody listened')) && getComputedStyle(document.querySelector('mark.opinion')).fontStyle == 'italic' && getComputedStyle(document.querySelector('mark.place')).backgroundColor == 'rgba(0, 0, 0, 0)'")
	b.click("button[data-only='opinion']")
	b.click("[data-labels]")
	b.until("getComputedStyle(document.querySelector('mark.place'), '::after').content == '\"where\"'")
}

// choose selects words of an article as a person would.
func (b *tab) choose(article, words string) {
	b.t.Helper()
	b.eval(`(() => { const w = document.createTreeWalker(document.querySelector('[data-article="` + article + `"]'), NodeFilter.SHOW_TEXT);
		while (w.nextNode()) { const at = w.currentNode.data.indexOf("` + words + `"); if (at < 0) continue;
			const r = document.createRange(); r.setStart(w.currentNode, at); r.setEnd(w.currentNode, at + ` + "`" + words + "`" + `.length);
			const s = getSelection(); s.removeAllRanges(); s.addRange(r); return 'yes'; } return 'no'; })()`)
}

// A field is corrected by selecting words; an incident is merged and the merge undone.
func TestCorrectMergeUndo(t *testing.T) {
	d := storyDesk(t)
	b := openTab(t, d, 1440, "light")
	b.open("/review?at=benar")
	b.key("c")
	b.wait("#fix")
	b.eval("document.querySelector('#x-field').value = 'where'")
	b.choose("benar-1", "provincial office")
	b.until("document.querySelector('#x-value').value == 'provincial office'")
	b.click("#fix button")
	b.until("document.querySelector('[role=status]')?.innerText.startsWith('Corrected')")
	in := incident(t, d, "benar")
	if in.Where == nil || in.Where.Name != "provincial office" || in.Review != sayso.ReviewCorrected {
		t.Errorf("where %+v, review %q", in.Where, in.Review)
	}
	before := count(t, d.store)
	b.open("/review?at=karesh")
	b.key("m")
	b.wait("#merge")
	b.eval("document.querySelector('#m-with').selectedIndex = 0")
	b.click("#merge button")
	b.until("document.querySelector('[role=status]')?.innerText.startsWith('Merged')")
	if n := count(t, d.store); n != before-1 {
		t.Errorf("%d incidents after a merge, %d before", n, before)
	}
	b.eval("document.activeElement.blur()")
	b.key("u")
	b.until("document.querySelector('[role=status]')?.innerText.startsWith('Undone')")
	if n := count(t, d.store); n != before {
		t.Errorf("%d incidents after the merge was undone, %d before it", n, before)
	}
}

// Everything that a reviewer decides has a key of its own: split and undo it,
// comment, accept, reject.
func TestReviewByKeys(t *testing.T) {
	d := storyDesk(t)
	b := openTab(t, d, 1440, "light")
	said := func(words string) {
		t.Helper()
		b.until("document.querySelector('[role=status]')?.innerText.startsWith('" + words + "')")
	}
	before := count(t, d.store)
	b.open("/review?at=karesh")
	b.key("s")
	b.wait("#split")
	b.until("document.activeElement.matches('#split input')")
	b.key(" ")
	b.eval("document.querySelector('#s-reason').value = 'another market'")
	b.click("#split button")
	said("Split")
	if n := count(t, d.store); n != before+1 {
		t.Errorf("%d incidents after a split, %d before", n, before)
	}
	if n := len(incident(t, d, "karesh").Articles); n != 1 { // the article that was split off took its id along
		t.Errorf("%d articles tell what was split off", n)
	}
	b.key("u")
	said("Undone")
	if n := count(t, d.store); n != before {
		t.Errorf("%d incidents after the split was undone, %d before it", n, before)
	}
	b.key("n")
	b.until("document.activeElement.matches('#n-reason')")
	b.eval("document.activeElement.value = 'asked the hospital'")
	b.key("\r")
	said("Your comment")
	b.until("document.querySelector('.history').innerText.includes('asked the hospital')")
	b.open("/review?at=lisker")
	b.key("a")
	said("Accepted")
	if r := incident(t, d, "lisker").Review; r != sayso.ReviewAccepted {
		t.Errorf("accepted, it is %q", r)
	}
	next := b.eval("new URLSearchParams(location.search).get('at')")
	b.key("x")
	said("Rejected")
	if r := incident(t, d, next).Review; r != sayso.ReviewRejected {
		t.Errorf("rejected, %s is %q", next, r)
	}
	b.open("/incidents/lisker")
	b.until("document.querySelector('.course').innerText.includes('accepted as it stands')")
	if n := noted(t, d.store, "storyteller", "decide", ""); n != 5 {
		t.Errorf("%d entries of the audit for 5 decisions", n)
	}
}

func incident(t *testing.T, d desk, id string) (in sayso.Incident) {
	t.Helper()
	if err := d.store.View(t.Context(), func(tx store.Reader) (err error) { in, err = tx.Incident(id); return err }); err != nil {
		t.Fatal(err)
	}
	return in
}

// accounts makes an account for each name, with the role that the name stands for.
func accounts(t *testing.T, d desk, roles map[string]people.Role) {
	t.Helper()
	password := "a long password of the test"
	admin := people.Admin
	if _, err := d.guard.SetAccount(t.Context(), "test", "root", people.Change{Role: &admin, Password: &password}); err != nil {
		t.Fatal(err)
	}
	for name, role := range roles {
		if _, err := d.guard.SetAccount(t.Context(), "test", name, people.Change{Role: &role, Password: &password}); err != nil {
			t.Fatal(err)
		}
	}
}

func (b *tab) signIn(name, password string) {
	b.t.Helper()
	b.open("/login")
	b.fill("#l-name", name)
	b.fill("#l-password", password)
	b.click("main form button")
}

// Two people code an article blind, a third settles it, and the agreement shows;
// a reader may do none of it, and who has no account gets nowhere.
func TestSignInCodeBlindSettle(t *testing.T) {
	d := storyDesk(t)
	accounts(t, d, map[string]people.Role{"ann": people.Coder, "bob": people.Coder, "carl": people.Reviewer, "dora": people.Reader})
	b := openTab(t, d, 1280, "light")
	b.open("/review")
	b.until("location.pathname == '/login'")
	b.signIn("ann", "wrong password entirely")
	b.until("document.querySelector('[role=alert]')?.innerText.includes('do not go together')")
	for _, who := range []string{"ann", "bob"} {
		b.signIn(who, "a long password of the test")
		b.until("location.pathname == '/'")
		b.open("/coding/benar-1")
		if b.eval("String(document.querySelector('main').innerText.includes('What was coded'))") == "true" {
			t.Errorf("%s sees what was coded before handing in", who)
		}
		b.choose("benar-1", "Police used tear gas to break up a march in ")
		b.until("document.querySelector('#w-1').value.startsWith('Police used')")
		b.eval("document.querySelector('#t-1').value = 'crackdown'; document.querySelector('#p-1').value = '" + map[string]string{"ann": "Tal Benar", "bob": "Benar"}[who] + "'")
		b.click("[data-coding] p button")
		b.until("document.querySelector('[role=status]')?.innerText.startsWith('Your coding')")
	}
	b.signIn("carl", "a long password of the test")
	b.until("location.pathname == '/'")
	b.open("/coding/benar-1")
	b.click("[data-coding] p button")
	b.until("document.querySelector('[role=status]')?.innerText.startsWith('Settled')")
	b.open("/agreement")
	b.until("[...document.querySelectorAll('tbody tr')].some((r) => r.innerText.startsWith('Where'))")
	b.signIn("dora", "a long password of the test")
	b.until("location.pathname == '/'")
	b.open("/coding")
	b.until("document.body.innerText.includes('coder')")
	if b.eval("String(!!document.querySelector('[data-coding], .queue'))") == "true" {
		t.Error("a reader may code")
	}
}
