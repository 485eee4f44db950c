-- What the stages made of an article, so that a new version of one goes on from
-- the others. Of articles of a former schema it is made when they are coded the
-- next time.
CREATE TABLE layers (
	article TEXT NOT NULL PRIMARY KEY REFERENCES articles(id),
	stages  BLOB NOT NULL,
	digest  TEXT NOT NULL,
	packed  BLOB NOT NULL
) STRICT;
