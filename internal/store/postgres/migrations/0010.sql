-- The block quotes of an article's page, as places in what is read. Articles of a
-- former schema get them when they are extracted the next time.
ALTER TABLE articles ADD COLUMN quotes TEXT COLLATE "C" NOT NULL DEFAULT '';
