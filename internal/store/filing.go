package store

// Filing is how the join finds an article again when another one comes, so that
// it need not look at all of them: what it is looked for by, and which of its
// reports are likely one with reports of other articles. It follows from the
// records, and is made anew by another version of the join.
type Filing struct {
	Article string
	Keys    []uint64 // ascending
	Links   []Link   // by Report, then Other
}

// Link says that two reports of different articles are likely one.
type Link struct {
	Report       string // id of a report of the article
	Other        string // id of the other report
	OtherArticle string // and its article
}

// unfile takes an article out of the join's files. Those that had to do with it
// are pending.
func unfile(tx Writer, article string) error {
	f, err := tx.Filing(article)
	if err != nil {
		return err
	}
	for _, l := range f.Links {
		if err := tx.PutCursor(Cursor{Step: StepJoin, Article: l.OtherArticle}); err != nil {
			return err
		}
	}
	return tx.DropFiling(article)
}
