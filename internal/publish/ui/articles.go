package ui

import (
	"net/http"
	"net/url"
	"strconv"

	"sayso/internal/store"
)

// articlesPage is a page of the list of articles.
type articlesPage struct {
	Words, Next string
	List        []store.Article
}

func (d *Desk) articles(w http.ResponseWriter, r *http.Request) error {
	p := articlesPage{Words: r.URL.Query().Get("q")}
	at, err := strconv.Atoi(r.URL.Query().Get("at"))
	if err != nil {
		at = 0
	}
	err = d.view(r, func(tx store.Reader) (err error) {
		p.List, err = tx.ArticlesWith(p.Words, store.Page{Offset: max(0, at), Limit: pageLength + 1})
		return err
	})
	if err != nil {
		return err
	}
	if len(p.List) > pageLength {
		p.List = p.List[:pageLength]
		p.Next = "/articles?" + url.Values{"q": {p.Words}, "at": {strconv.Itoa(at + pageLength)}}.Encode()
	}
	d.show(w, r, "articles", "Articles", p)
	return nil
}
