// Package store keeps what was read and what it told: articles with the bytes
// they came as, their incidents, the incidents across articles, people's
// decisions, failures, and an audit log that nothing can rewrite.
//
//	st.Update(ctx, func(tx store.Writer) error {   // all of it or nothing
//		return store.Add(tx, store.Addition{Raw: raw, Article: a, Record: rec})
//	})
//	st.View(ctx, func(tx store.Reader) error {     // one moment's state
//		found, err := tx.Incidents(store.Query{Country: "SY", Words: "barrel bomb"})
//		…
//	})
//
// [Store] is the contract; it is kept by memory (tests, nothing on disk) and
// sqlite (a file, the default), and storetest is the kit that both must
// pass. What needs no knowledge of a database stands here, once for all of
// them: [Add], [Replace], [Decide], [TakeDown], [Verify], [Dump].
//
// Limits: texts are found by whole words, case and accents folded, without
// stemming, so that every implementation answers alike. Layers of documents are
// not kept: they are made again from the text.
package store
