// Package feed reads feeds: RSS in all its versions, RDF, Atom, CDF, JSON Feed,
// and lists of feeds in OPML.
//
//	in    the bytes of a feed, well-formed or not, and where they came from
//	out   Feed{Title, Link, …, Items: [{ID, Title, Link, Author, Summary, Content, dates}]}
//
// XML is read with the tokenizer of HTML, so that nothing is too broken to be
// read as far as it goes: what is not closed is closed where its parent is. A
// namespace counts, not its prefix. Text is plain or HTML as the feed says, or
// as it looks; addresses are made absolute by xml:base, by the answer's
// Content-Location, by the feed's address. Entities that a feed defines itself
// are put in once and not inside one another.
//
//	<item><title>Bombs &amp;amp; fire</title><link>/a</link>…
//	  ─►  Item{Title: "Bombs &amp; fire", Link: "https://outlet.example/a", …}
//
// Checked against feedparser's 1,023 samples (testdata/samples.golden): every
// expectation on title, link, id, dates, author, summary, content and language.
//
// Limits: the first author of several; enclosures, categories and rights are
// let by; markup is handed on as it is and must be cleaned before it is shown.
package feed
